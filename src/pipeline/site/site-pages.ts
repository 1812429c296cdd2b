import type { RenderContext } from '../../render/context.ts'
import { pagePath } from '../../render/page-path.ts'
import type { SitePage } from '../../render/site/site-page.ts'
import type { SiteDocument } from './catalog.ts'

/** The pages of a document, one for each locale that has one. */
export function pagesOf(
  { group: { path }, made, kinds }: SiteDocument,
  context: Pick<RenderContext, 'cleanUrls'>,
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
