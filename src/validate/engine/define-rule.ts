import type { Docset } from '../../model/build/docset.ts'
import type { BilingualDocument } from '../../model/document.ts'
import type { MultilingualDocument, OtherTranslation } from '../../model/multilingual.ts'
import type { Place } from '../../model/place.ts'

/** How bad a finding is; `VFileMessage.fatal` is `true` for an error, `false` for a warning, `undefined` for information. */
export type Severity = 'error' | 'warning' | 'info'

/** What a rule says of one place. */
export interface Finding {
  /** What was found and what was expected, as one sentence: “Unexpected X, expected Y”. */
  readonly reason: string
  /** Where, in the input of the document. */
  readonly place?: Place
  /** Key of the unit it is about; unless told, the one that the place begins in. */
  readonly unit?: string
  /** The texts it is about, where the rule is given no units to name: it is known by them after a hand-off. */
  readonly texts?: { readonly source: string; readonly target: string }
  readonly actual?: string
  readonly expected?: readonly string[]
  /** What to do, in one or two sentences. */
  readonly note?: string
  /** A second place that has to do with it. */
  readonly related?: { readonly reason: string; readonly place: Place }
  /** Instead of the rule's own severity. */
  readonly severity?: Severity
  /** The repair, where exactly one is right: what stands at `place` in the input is to be replaced by `text`. */
  readonly fix?: { readonly place: Place; readonly text: string }
}

/** Takes a finding about the document under check (for docset rules: about the document with that path). */
export type Report = (finding: Finding) => void

/** A rule: data and one or two functions. */
export interface Rule {
  /** kebab-case, unique. */
  readonly id: string
  /** What it finds, one sentence. */
  readonly description: string
  readonly severity: Severity
  readonly tags: readonly string[]
  /** Whether it runs unless the configuration says otherwise; `true` unless told. */
  readonly recommended?: boolean
  /** Checks one document by itself. */
  check?(document: BilingualDocument, report: Report, context: RuleContext): void
  /**
   * Checks the locales of a document with each other; called where there are several, once each was checked by itself. A finding is
   * about the document of one locale, and its place is in that.
   */
  checkJoined?(
    document: MultilingualDocument,
    report: (locale: string, finding: Finding) => void,
    context: Pick<RuleContext, 'options'>,
  ): void
  /** Checks the documents with each other; called once, after all were read. */
  checkDocset?(
    docset: Docset,
    report: (path: string, finding: Finding) => void,
    context: Pick<RuleContext, 'options' | 'only'>,
  ): void
  /**
   * Whether what `checkDocset` finds in a document depends on its own links, and of the others only on their paths, anchors and includes.
   * Then it can check single documents: those of `only`.
   */
  readonly checksLinksOnly?: boolean
}

/** What a rule may know beyond the document. */
export interface RuleContext {
  /** Target locale that the folder or the configuration tells, if either does. */
  readonly expectedLocale?: string
  /** The translations of a unit (by its key) in other locales, of the same source text: evidence of what translating it does. */
  readonly otherTranslations?: (key: string) => readonly OtherTranslation[]
  /** Paths of the documents to check with the others; all unless told. */
  readonly only?: ReadonlySet<string>
  /** What the configuration tells the rule, as it is written there. */
  readonly options?: Readonly<Record<string, unknown>>
}

/** Gives back the rule: only there to type it. */
export function defineRule(rule: Rule): Rule {
  return rule
}
