import type { BilingualDocument } from '../model/document.ts'
import type { MultilingualDocument } from '../model/multilingual.ts'
import type { Side } from '../model/unit.ts'
import type { Runbook } from '../runbook/derive-runbook.ts'
import { DATA, localeOf, outputPath, type RenderContext } from './context.ts'

/** A document in one language, as outputs see it. */
export interface Edition {
  /** BCP 47 tag of the language. */
  readonly locale: string
  /** The document, with both languages; in a docset of several locales, with the structure that they share. */
  readonly document: BilingualDocument
  /** The side of the document that this edition shows. */
  readonly side: Side
  /** The document as written in this locale; `null` if there is none, and the edition shows the source text. */
  readonly written: BilingualDocument | null
  /** The runbook, with the settings of the configuration and the front matter; `null` if it has none. */
  runbook(): Runbook | null
  /** Returns a label of `locales/` in the language of the edition; unknown keys throw. */
  label(key: string, values?: Record<string, unknown>): string
  /**
   * Renders a template of the folder `templates`: the name is its path there without `.hbs`. The data also has the `locale`, which helpers
   * need.
   */
  template(name: string, data: object): string
  /** Path of a file beside the page: `fr-FR/guide/install` + suffix. */
  outputPath(suffix: string): string
}

/** A document in all the languages that are made. */
export interface WholeDocument<Each extends Edition = Edition> {
  /** Path relative to its root, with `/`. */
  readonly path: string
  /** All locales in one model; absent in a docset of one locale. */
  readonly joined?: MultilingualDocument
  /** At least one. */
  readonly editions: readonly Each[]
  /** Path of a file that belongs to no language: `data/guide/install` + suffix. */
  outputPath(suffix: string): string
}

/** A file to write: `path` is relative to the output folder, with `/`. */
export interface MadeFile {
  readonly path: string
  /** Text, or bytes; text is written as UTF-8. */
  readonly content: string | Uint8Array
}

/**
 * A kind of output: functions from a document to files. They are pure: the same document gives the same bytes, and they are synchronous. The
 * built-in kinds are made in the same way.
 */
export interface Output<Name extends string = string, Each extends Edition = Edition> {
  /** Name for `--only`; that of a plugin's output is preceded by the name of the plugin: `terms/csv`. */
  readonly name: Name
  /** Whether it is also made of files that only serve as includes. Default: `false`. */
  readonly forIncludes?: boolean
  /** Whether its files show the document's images and downloads, which are then copied. Default: `false`. */
  readonly usesAssets?: boolean
  /** Makes the files of a document in one language. */
  render?(edition: Each): readonly MadeFile[]
  /** Makes the files of a document that belong to no language, or to several. */
  renderAll?(document: WholeDocument<Each>): readonly MadeFile[]
}

/** What an edition offers besides its data. */
export function editionTools({
  document,
  side,
  context,
}: Pick<Edition, 'document' | 'side'> & { readonly context: RenderContext }): Pick<
  Edition,
  'locale' | 'label' | 'template' | 'outputPath'
> {
  const locale = localeOf(document, side)
  return {
    locale,
    label: (key, values) => context.translate(locale, key, values),
    template: (name, data) => context.template(name, { locale, ...data }),
    outputPath: (suffix) => outputPath(locale, document.path, suffix),
  }
}

/** Path of a file of a document that belongs to no language. */
export function dataPath(path: string, suffix: string): string {
  return outputPath(DATA, path, suffix)
}
