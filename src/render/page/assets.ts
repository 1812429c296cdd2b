import type { BilingualDocument } from '../../model/document.ts'
import { compare } from '../../util/data/compare.ts'
import { ASSETS, type RenderContext } from '../context.ts'
import { resolveLocalUrl } from './local-url.ts'

/** A file of the input that a page needs. */
export interface Asset {
  /** Path relative to the root of the inputs. */
  readonly path: string
  /** Locale of the file. */
  readonly locale: string
  /** Path relative to the output folder. */
  readonly output: string
}

/** Files that pages may show as images. */
const IMAGES = /\.(?:apng|avif|bmp|gif|ico|jpe?g|png|svg|webp)$/i

/** Files that pages may link to: browsers do not run them as pages. SVG images are sanitized when copied. */
const DOWNLOADS =
  /\.(?:apng|avif|bmp|gif|ico|jpe?g|png|svg|webp|mp3|mp4|webm|ogg|wav|pdf|txt|csv|docx?|xlsx?|xltx|xlsm|pptx?|vsdx?|odt|ods|odp|pbix|pbit|zip|cab|msi|ps1|psm1|psd1|psd|json|ya?ml|toml|tsv|sql|sh)$/i

/** Files that make the docset, and are not a part of what it says. */
const OF_DOCSET = /(?:^|\/)(?:toc\.ya?ml|docfx\.json)$/i

/** Output path of a file of the input; each target locale has its own copy, since screenshots are localized. */
export function assetOutput(document: BilingualDocument, path: string, context: RenderContext): string {
  return `${ASSETS}/media/${assetLocale(document, path, context)}/${path}`
}

function assetLocale(document: BilingualDocument, path: string, context: RenderContext): string {
  return context.mediaLocaleOf?.(path) ?? document.targetLocale
}

/** Whether a file of the input is copied for pages that show (`image`) or link to it. */
export function isAsset(type: 'image' | 'link', path: string, context: RenderContext): boolean {
  const isOffered = type === 'image' ? IMAGES.test(path) : DOWNLOADS.test(path) && !OF_DOCSET.test(path)
  return isOffered && context.hasFile(path)
}

/** Lists the files that the pages of a document need, sorted by path, for the pipeline to copy. */
export function listAssets(document: BilingualDocument, context: RenderContext): readonly Asset[] {
  const paths = new Set<string>()
  for (const link of document.links) {
    const target = resolveLocalUrl(link.include ?? document.path, link.url)
    if (target && isAsset(link.type, target.path, context)) paths.add(target.path)
  }
  return [...paths].sort(compare).map((path) => ({
    path,
    locale: assetLocale(document, path, context),
    output: assetOutput(document, path, context),
  }))
}
