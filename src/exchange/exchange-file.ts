/** What files for translation tools hold, whatever their format. */

import type { CodedText, CodeType } from '../model/coded-text.ts'

/** The units of one document on their way to a translation tool. */
export interface ExchangeFile {
  /** Path of the document relative to its root, with `/`. */
  readonly path: string
  readonly format: 'markdown' | 'html'
  /** BCP 47 tags. */
  readonly sourceLocale: string
  readonly targetLocale: string
  /** Name and version of the program that wrote it. */
  readonly tool: { readonly name: string; readonly version: string }
  /** Facts about the hand-off, by name, such as `ms.lasthandoff`. */
  readonly handoff: Readonly<Record<string, string>>
  /** In document order. */
  readonly units: readonly ExchangeUnit[]
}

/** A unit on its way to a translation tool. */
export interface ExchangeUnit {
  /** Key of the unit in its document. */
  readonly id: string
  readonly source: CodedText
  /** `null` if the document has no translation. */
  readonly target: CodedText | null
  /**
   * - `missing`: there is no translation;
   * - `machine`: a machine translated it;
   * - `translated`: a person translated it;
   * - `approved`: a reviewer approved it.
   */
  readonly state: 'missing' | 'machine' | 'translated' | 'approved'
  /** Why its translation cannot be written back; such units are for reading only. */
  readonly locked?: string
  readonly notes: readonly ExchangeNote[]
  readonly stamp: UnitStamp
  /** Its texts in an earlier version of the docset. */
  readonly previous?: { readonly source: CodedText; readonly target: CodedText | null }
}

/** What a unit was when it was exported. */
export interface UnitStamp {
  /** Hashes: see `stampOf`. */
  readonly source: string
  readonly target: string
}

/** A note for the translator. */
export interface ExchangeNote {
  /** What it is about: its heading, its place in a table, and so on. */
  readonly category: 'heading' | 'table' | 'list' | 'alert' | 'step' | 'translation' | 'finding' | 'locked'
  readonly text: string
}

/** A unit that came back from a translation tool. */
export interface ReturnedUnit {
  /** Key of the unit. */
  readonly id: string
  /** As in the file; absent if the format or the tool lost it. */
  readonly source?: ReturnedText
  /** `null` without a translation. */
  readonly target: ReturnedText | null
  /** Absent if the tool lost it. */
  readonly stamp?: UnitStamp
  /** Whether the file has nothing of a translator for it: it is for reading only, or still has its source for a target. */
  readonly isUntouched?: boolean
  /** Whether the file says that it needs no more work. */
  readonly approved: boolean
  /** Line and column in the file, from 1. */
  readonly line: number
  readonly column: number
}

/** A text with codes, as a tool returned it: the markup of the codes is that of the document. */
export type ReturnedText = readonly (string | ReturnedCode)[]

/** A code as a tool returned it. */
export interface ReturnedCode {
  readonly type: CodeType
  /** As in the file; that of a code of the unit is a number. */
  readonly id: string
}

/** The units of one document that came back. */
export interface ReturnedFile {
  /** Path of the document relative to its root. */
  readonly path: string
  readonly sourceLocale?: string
  readonly targetLocale?: string
  readonly units: readonly ReturnedUnit[]
}

/** Why a file, or a part of it, could not be read. */
export interface ExchangeProblem {
  readonly reason: string
  readonly note?: string
  /** Line and column in the file, from 1. */
  readonly line: number
  readonly column: number
}
