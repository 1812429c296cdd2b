/** Makes a page of each document in each locale. */
export default {
  layout: 'page.njk',
  locales: ['fr-FR', 'en-US'],
  pagination: { data: 'locales', size: 1, alias: 'locale' },
  permalink: ({ locale, page }) => `${locale}/${page.fileSlug}/`,
}
