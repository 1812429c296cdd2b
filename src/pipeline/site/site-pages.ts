import type { RenderContext } from '../../render/context.ts'
import { pagePath } from '../../render/page-path.ts'
import type { SitePage } from '../../render/site/site-page.ts'
import type { SiteDocument } from './catalog.ts'

/** The pages of a document, one for each locale that has one. */
export function pagesOf(
  document: SiteDocument,
  context: Pick<RenderContext, 'cleanUrls'>,
): readonly SitePage[] {
  return Object.keys(document.made.locales).flatMap((locale) => pageOf(document, locale, context) ?? [])
}

/** The page of a document in one of its locales; `undefined` if it has none. */
export function pageOf(
  { group: { path }, made, kinds }: SiteDocument,
  locale: string,
  context: Pick<RenderContext, 'cleanUrls'>,
): SitePage | undefined {
  if (!kinds.get(locale)?.has('page')) return undefined
  const { title, description, date, untranslated } = made.locales[locale]!
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
}
