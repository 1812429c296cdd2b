import type { PaperSize } from '../model/build/paper.ts'
import type { RedirectionTarget } from '../model/build/redirection.ts'
import type { SiteLook } from '../model/build/site.ts'
import type { FormulaMacros } from '../model/formulas.ts'
import type { ImageSize } from '../model/image-size.ts'
import type { Side, TranslationUnit } from '../model/unit.ts'
import { hashOf } from '../util/data/hash-of.ts'
import type { OutputKind } from './output-kinds.ts'

/** A file to write: `path` is relative to the output folder, with `/`. */
export interface OutputFile {
  readonly path: string
  readonly content: string
}

/**
 * Returns a label in a locale, as `{{t}}` in templates; interpolates `values`, and `count` selects the plural
 * form.
 */
export type Translate = (locale: string, key: string, values?: Record<string, unknown>) => string

/** Input of every renderer besides the document. Renderers are pure: the same input gives the same bytes. */
export interface RenderContext {
  readonly translate: Translate
  /** Renders a template (file name in `templates/` without `.hbs`); unknown names throw. */
  readonly template: (name: string, data: object) => string
  /** Kinds of output to make, so that pages link only to existing files. */
  readonly outputs: ReadonlySet<OutputKind>
  /** Locales of the document to make, by tag; a page links only to these. */
  readonly locales: ReadonlySet<string>
  /** The ones among them that have no translation and show the source text. */
  readonly untranslated?: ReadonlySet<string>
  /**
   * Notice for readers: there is no translation and the page shows the source text, or the translation is
   * outdated.
   */
  readonly notice?: 'untranslated' | 'outdated'
  /** Whether the input with that path (relative to the root) becomes a page in this run. */
  hasPage(path: string): boolean
  /**
   * Returns the path of the page that differs from a path in letter case only; to published sites both are
   * the same.
   */
  pageLike?(path: string): string | undefined
  /** Returns the locale of a page that is not made in the locale of the link. */
  pageLocale?(path: string): string | undefined
  /** Whether tables with a column per locale are also made for this document. */
  readonly hasCommonTables?: boolean
  /** Whether a file with that path exists inside the root: an image or another asset for pages. */
  hasFile(path: string): boolean
  /** Returns the size of an image inside the root; absent or `undefined`: unknown. */
  imageSizeOf?(path: string): ImageSize | undefined
  /** Returns the locale of a file, if it can differ from the document's target locale. */
  mediaLocaleOf?(path: string): string
  /**
   * Returns the path of the URL at which a file of the root is published (`/microsoftteams/a/b`); `undefined` if it is
   * unknown.
   */
  publishedAt?(path: string): string | undefined
  /** Returns where a document that is gone is redirected to. */
  redirectionOf?(path: string): RedirectionTarget | undefined
  /**
   * Returns the paths that a document published at a root-relative URL may have.
   *
   * @param from path of the document with the link.
   */
  documentsAt?(url: string, from: string): readonly string[]
  /**
   * Base of root-relative links (`/microsoftteams/x`), such as `https://learn.microsoft.com/{locale}`,
   * and of links to files that are not in the build; absent: they stay unchanged.
   */
  readonly rootUrl?: string
  /**
   * Where the output folder is published, for example `https://docs.example.com/lync`; absent: nowhere that
   * is known.
   */
  readonly siteUrl?: string
  /** Path of the site on its server; absent: that of `siteUrl`, else `/`. */
  readonly base?: string
  /** Whether pages are `<path>/index.html`, and URLs end with their folder. */
  readonly cleanUrls?: boolean
  /** Whether the checks found a problem in the translation of a unit; absent: unknown. */
  isFlagged?(unit: Pick<TranslationUnit, 'source' | 'target'>): boolean
  /** Paper size for printing; absent: that of each locale's region. */
  readonly paper?: PaperSize
  /** TeX macros of the docset's formulas; absent: none. */
  readonly formulaMacros?: FormulaMacros
  /** Whether the document has a runbook, so that its page links to it; absent: derived from the document. */
  readonly hasRunbook?: boolean
  /** Name, links and files of the site that every page shows; absent: only labels. */
  readonly site?: SiteLook
  /** Whether runbooks are also printed to PDF. */
  readonly hasPdf?: boolean
  /** Layout of bilingual runbooks; absent: none are made. */
  readonly bilingualRunbooks?: BilingualLayout
  /** Layout of bilingual books of runbooks; absent: none are made. */
  readonly bilingualBook?: BilingualLayout
  /** Whether to make tables in both languages, and HTML of the tables with a column per locale. */
  readonly bilingualTables?: boolean
  /** Version of Lockstep, for the page's `generator`. */
  readonly version: string
}

/** Place of the source in a bilingual runbook: below each piece of text, or beside it. */
export type BilingualLayout = 'under' | 'beside'

/** Folder of assets, below the output folder. */
export const ASSETS = 'assets'
/** Folder of files without a locale, below the output folder. */
export const DATA = 'data'
/** Folder of the lists of documents, below the output folder. */
export const REPORTS = 'reports'
/** Folder of the search index, below the output folder. */
export const SEARCH = 'pagefind'

/**
 * Ending of the monolingual HTML of an HTML document. It contains everything from the input, including scripts,
 * so browsers and servers must treat it as plain text; otherwise it would run in the origin of the pages.
 */
export const MONOLINGUAL_HTML = '.html.txt'

/**
 * Path of an output for a document and locale: `fr-FR/LyncServer/x` + `.html`. Names that are too long for disks
 * are shortened deterministically.
 */
export function outputPath(locale: string, path: string, suffix: string): string {
  return `${locale}/${placeOf(path)}${suffix.length > MOST_LENGTH ? shortSuffix(suffix) : suffix}`
}

/** Path of an input's outputs without their endings, relative to the folder of a locale. */
export function placeOf(path: string): string {
  const own = stem(path)
  const slash = own.lastIndexOf('/') + 1
  return own.length - slash > MOST_LENGTH ? own.slice(0, slash) + shortened(own.slice(slash)) : own
}

/** Maximum bytes of a name without its endings: disks allow 255, and the longest endings take 50. */
const MOST_BYTES = 200
/** Names up to this number of UTF-16 code units are never too long: each takes at most three bytes. */
const MOST_LENGTH = Math.floor(MOST_BYTES / 3)

/** Shortens a name that is too long to its start and a hash. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= MOST_BYTES) return name
  const hash = hashOf(name).slice(0, 12)
  let short = ''
  let bytes = 0
  for (const character of name) {
    bytes += Buffer.byteLength(character)
    if (bytes > MOST_BYTES - hash.length - 1) break
    short += character
  }
  return `${short}~${hash}`
}

/** Shortens the name in a folder of tables, which comes from a heading. */
function shortSuffix(suffix: string): string {
  const [, folder, name, ending] = /^(\.tables\/)(.*?)((?:\.[a-z]+)+)$/.exec(suffix) ?? []
  return folder === undefined ? suffix : folder + shortened(name!) + ending!
}

/** Path of an input without its ending. */
export function stem(path: string): string {
  return path.replace(/\.(md|markdown|html?)$/i, '')
}

/** Returns the locale of a side. */
export function localeOf(document: { sourceLocale: string; targetLocale: string }, side: Side): string {
  return side === 'source' ? document.sourceLocale : document.targetLocale
}
