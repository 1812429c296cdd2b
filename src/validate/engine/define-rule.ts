import type { GenericSchema } from 'valibot'
import type { Docset } from '../../model/build/docset.ts'
import type { BilingualDocument } from '../../model/document.ts'
import type { MultilingualDocument, OtherTranslation } from '../../model/multilingual.ts'
import type { Place } from '../../model/place.ts'

/**
 * Severity of a finding; `VFileMessage.fatal` is `true` for an error, `false` for a warning, `undefined` for
 * info.
 */
export type Severity = 'error' | 'warning' | 'info'

/** A problem that a rule found. */
export interface Finding {
  /** One sentence: “Unexpected X, expected Y”. */
  readonly reason: string
  /** Place in the document's input. */
  readonly place?: Place
  /** Key of the unit that it concerns. Default: the unit in which `place` starts. */
  readonly unit?: string
  /** Path below the root of the file that the document links to or includes, and whose lack or content is the fault. */
  readonly linkedFile?: string
  /** Texts that identify the finding after a hand-off, for rules that see no units. */
  readonly texts?: { readonly source: string; readonly target: string }
  readonly actual?: string
  readonly expected?: readonly string[]
  /** How to fix it, one or two sentences. */
  readonly note?: string
  /** A second, related place. */
  readonly related?: { readonly reason: string; readonly place: Place }
  /** Overrides the rule's severity. */
  readonly severity?: Severity
  /** The repair, if only one is right: replaces the input at `place` with `text`. */
  readonly fix?: { readonly place: Place; readonly text: string }
}

/** Reports a finding about the document under check. */
export type Report = (finding: Finding) => void

/**
 * A rule: data and its check functions.
 *
 * @typeParam Options its options in the configuration, by name.
 */
export interface Rule<Id extends string = string, Options extends object = object> {
  /** kebab-case, unique; that of a plugin's rule is preceded by the name of the plugin: `terms/no-draft`. */
  readonly id: Id
  /** The problem that it finds, one sentence. */
  readonly description: string
  readonly severity: Severity
  readonly tags: readonly string[]
  /** URL of its page. Default: that of a built-in rule; those of plugins have none. */
  readonly url?: string
  /** Whether it runs by default. Default: `true`. */
  readonly recommended?: boolean
  /** Schema of its options, an object; other options are refused. Default: it has none. */
  readonly options?: GenericSchema<unknown, Options>
  /** Whether `check` looks at each of the sound pairs of a document alone; it can then check some of them only. */
  readonly checksPairs?: boolean
  /** Checks a single document. */
  check?(document: BilingualDocument, report: Report, context: RuleContext<Options>): void
  /**
   * Compares the locales of a document; runs after `check` if there are several. A finding belongs to the
   * document of one locale, and its place is in that document.
   */
  checkJoined?(
    document: MultilingualDocument,
    report: (locale: string, finding: Finding) => void,
    context: Pick<RuleContext<Options>, 'options'>,
  ): void
  /** Compares documents; runs once, after all have been read. */
  checkDocset?(
    docset: Docset,
    report: (path: string, finding: Finding) => void,
    context: Pick<RuleContext<Options>, 'options' | 'only'>,
  ): void
  /**
   * Whether the findings of `checkDocset` in a document depend only on its own links and on the other
   * documents' paths, anchors, links, includes and titles. If so, it can check only the documents in `only`.
   */
  readonly checksLinksOnly?: boolean
  /** Whether `checkDocset` reads the documents' titles; they are collected only for such rules. */
  readonly usesTitles?: boolean
  /** Whether `checkDocset` reads the documents' translation memories; they are collected only for such rules. */
  readonly usesTranslationMemory?: boolean
}

/** Information for a rule besides the document. */
export interface RuleContext<Options extends object = object> {
  /** Target locale according to the folder or the configuration, if known. */
  readonly expectedLocale?: string
  /** Translations of a unit's source text (by key) in other locales, as evidence for or against a finding. */
  readonly otherTranslations?: (key: string) => readonly OtherTranslation[]
  /** Paths of the documents to report on. Default: all. */
  readonly only?: ReadonlySet<string>
  /** The rule's options from the configuration, if it has some. */
  readonly options?: Options
}

/** Returns the rule unchanged; it exists for type inference. */
export function defineRule<const Id extends string, Options extends object = never>(
  rule: Rule<Id, Options>,
): Rule<Id, Options> {
  return rule
}
