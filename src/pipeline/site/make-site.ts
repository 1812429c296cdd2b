import type { OutputFile, RenderContext } from '../../render/context.ts'
import { pagePath } from '../../render/page-path.ts'
import type { LateParts } from '../../render/site/late-parts.ts'
import type { SitePage } from '../../render/site/site-page.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { MadeDocument } from '../document/document-result.ts'
import type { MadeKinds } from '../write-outputs.ts'

/** A document whose pages belong to the site. */
export interface SiteDocument {
  readonly group: DocumentInputs
  readonly made: MadeDocument
  readonly kinds: MadeKinds
}

/** What is made of all pages together. */
export interface Site {
  readonly pages: readonly SitePage[]
  /** By locale, a hash of everything that the late parts of its pages show. */
  readonly hashes: Readonly<Record<string, string>>
  partsOf(page: SitePage): LateParts
  /** Files of the site besides its pages. */
  readonly files: readonly OutputFile[]
}

/** Makes the site of all documents that have pages. */
export function makeSite(documents: readonly SiteDocument[], context: RenderContext): Site {
  const pages = documents.flatMap((document) => pagesOf(document, context))
  const locales = new Set(pages.map(({ locale }) => locale))
  return {
    pages,
    hashes: Object.fromEntries([...locales].map((locale) => [locale, ''])),
    partsOf: () => ({}),
    files: [],
  }
}

function pagesOf(
  { group: { path }, made, kinds }: SiteDocument,
  context: RenderContext,
): readonly SitePage[] {
  return Object.entries(made.locales).flatMap(([locale, { title, description, date, untranslated }]) => {
    if (!kinds.get(locale)?.has('page')) return []
    return {
      path,
      output: pagePath(locale, path, context),
      locale,
      sourceLocale: made.sourceLocale,
      title,
      description,
      date,
      isUntranslated: untranslated === true,
    }
  })
}
