import { VFile } from 'vfile'
import type { ReturnedText, ReturnedUnit } from '../../src/exchange/exchange-file.ts'
import { stampOf } from '../../src/exchange/stamp-of.ts'
import { type CodedText, plainOf } from '../../src/model/coded-text.ts'
import type { BilingualDocument } from '../../src/model/document.ts'
import { type CodedUnit, createUnitCoder } from '../../src/parse/codes/code-unit.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import type { ImportSettings } from '../../src/pipeline/exchange/exchange-import.ts'
import { type ImportedDocument, importInto } from '../../src/pipeline/exchange/import-document.ts'
import { pair } from '../support/bilingual.ts'

/** A unit as the localization tool writes it. */
export function unit(id: string, source: string, target: string): string {
  return pair(id, target, source)
}

/** A document with its coded units. */
export interface Coded {
  readonly text: string
  readonly document: BilingualDocument
  readonly units: ReadonlyMap<string, CodedUnit>
}

export function codedOf(text: string, path = 'a.md'): Coded {
  const document = parseDocument(new VFile(text), { path, targetLocale: 'fr-FR', full: false })
  const code = createUnitCoder(text)
  return { text, document, units: new Map(document.order.map((key) => [key, code(document.units[key]!)])) }
}

/** What a translation tool gives back if nobody edits anything. */
export function returnedOf({ units }: Coded): ReturnedUnit[] {
  return [...units].flatMap(([id, { source, target }]) =>
    source && plainOf(source).trim() !== ''
      ? {
          id,
          source: asReturned(source),
          target: target && asReturned(target),
          stamp: stampOf(source, target),
          approved: false,
          line: 1,
          column: 1,
        }
      : [],
  )
}

function asReturned(coded: CodedText): ReturnedText {
  return coded.map((part) => (part.type === 'text' ? part.text : { type: part.type, id: String(part.id) }))
}

/** Imports edited units. */
export function imported(
  coded: Coded,
  returned: readonly ReturnedUnit[],
  settings: ImportSettings = {},
): ImportedDocument {
  const { document, text } = coded
  return importInto(
    { document, text, path: document.path, formulas: undefined },
    returned.map((each) => ({ file: 'a.xlf', unit: each })),
    settings,
  )
}

/** Returned units with another target for one of them. */
export function edited(coded: Coded, id: string, target: ReturnedText | null): ReturnedUnit[] {
  return returnedOf(coded).map((each) => (each.id === id ? { ...each, target } : each))
}
