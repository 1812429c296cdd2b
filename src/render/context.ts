import type { PaperSize } from '../model/build/paper.ts'
import type { Side } from '../model/unit.ts'
import { hashOf } from '../util/hash-of.ts'

/** Kinds of output, as `--only` names them. */
export type OutputKind = 'page' | 'table' | 'runbook' | 'json' | 'markdown'

/** A file to write: `path` is relative to the output folder, with `/`. */
export interface OutputFile {
  readonly path: string
  readonly content: string
}

/** What a template gets from `{{t}}`: a label in a locale. `values` are interpolated; `count` picks the plural form. */
export type Translate = (locale: string, key: string, values?: Record<string, unknown>) => string

/** What every renderer is given besides the document. Renderers are pure: the same input gives the same bytes. */
export interface RenderContext {
  readonly translate: Translate
  /** Renders the template with that name (file name in `templates/` without `.hbs`) with `data`; strict: an unknown name throws. */
  readonly template: (name: string, data: object) => string
  /** Which outputs are made, so that pages link to what exists. */
  readonly outputs: ReadonlySet<OutputKind>
  /** Which locales of the document are made, by tag; a page links to another locale only if it is made. */
  readonly locales: ReadonlySet<string>
  /** Of these, the ones that have no translation and show the source text. */
  readonly untranslated?: ReadonlySet<string>
  /** What readers are to know of this translation: there is none and the source text is shown, or it is of an earlier source text. */
  readonly notice?: 'untranslated' | 'outdated'
  /** Whether the input with that path (relative to the root) becomes a page of its own in this run. */
  hasPage(path: string): boolean
  /** Path of the page that differs from that path in letter case only; published sites take both for the same. */
  pageLike?(path: string): string | undefined
  /** The locale of that page, where it is not made in the locale that links to it. */
  pageLocale?(path: string): string | undefined
  /** Whether the tables of this document are also made with a column per locale. */
  readonly hasCommonTables?: boolean
  /** Whether a file with that path exists inside the root: images and other assets that pages may point at. */
  hasFile(path: string): boolean
  /** The locale whose file that is, where it need not be the document's target locale. */
  mediaLocaleOf?(path: string): string
  /** Where root-relative links (`/microsoftteams/x`) lead, for example `https://learn.microsoft.com`; absent: left as they are. */
  readonly rootUrl?: string
  /** Where the output folder is published, for example `https://docs.example.com/lync`; absent: nowhere that is known. */
  readonly siteUrl?: string
  /** Paper to print on; absent: that of each locale's region. */
  readonly paper?: PaperSize
  /** Whether the document has a runbook, so that its page links to it; derived unless told. */
  readonly hasRunbook?: boolean
  /** Whether runbooks are printed to PDF too. */
  readonly hasPdf?: boolean
  /** How runbooks of translations are also made with the source; absent: they are not. */
  readonly bilingualRunbooks?: BilingualLayout
  /** Version of Lockstep, for the page's `generator`. */
  readonly version: string
}

/** How a bilingual runbook shows the source: below each piece of text, or beside it. */
export type BilingualLayout = 'under' | 'beside'

/** Asset folders and names below the output folder. */
export const ASSETS = 'assets'
/** Folder of what belongs to no locale, below the output folder. */
export const DATA = 'data'

/**
 * Ending of the monolingual HTML of an HTML document. It holds all that the input holds, scripts too, so it is plain text to browsers and
 * servers, which would otherwise run it in the origin of the pages beside it.
 */
export const MONOLINGUAL_HTML = '.html.txt'

/**
 * Path of an output for one document and locale: `fr-FR/LyncServer/x` + `.html`. A name that disks would not take is shortened, the same way
 * each time.
 */
export function outputPath(locale: string, path: string, suffix: string): string {
  return `${locale}/${placeOf(path)}${suffix.length > MOST_LENGTH ? shortSuffix(suffix) : suffix}`
}

/** Path of the outputs of an input, without their endings, below the folder of a locale. */
export function placeOf(path: string): string {
  const own = stem(path)
  const slash = own.lastIndexOf('/') + 1
  return own.length - slash > MOST_LENGTH ? own.slice(0, slash) + shortened(own.slice(slash)) : own
}

/** Most bytes of a name without its endings: disks take 255, and the longest endings 50. */
const MOST_BYTES = 200
/** Most UTF-16 code units of a name that is never too long: each takes three bytes at most. */
const MOST_LENGTH = Math.floor(MOST_BYTES / 3)

/** A name as it is, or its begin and a hash of it. */
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

/** In a folder of tables the names come from headings. */
function shortSuffix(suffix: string): string {
  const [, folder, name, ending] = /^(\.tables\/)(.*?)((?:\.[a-z]+)+)$/.exec(suffix) ?? []
  return folder === undefined ? suffix : folder + shortened(name!) + ending!
}

/** Path of an input without its ending. */
export function stem(path: string): string {
  return path.replace(/\.(md|markdown|html?)$/i, '')
}

/** The locale of a side. */
export function localeOf(document: { sourceLocale: string; targetLocale: string }, side: Side): string {
  return side === 'source' ? document.sourceLocale : document.targetLocale
}
