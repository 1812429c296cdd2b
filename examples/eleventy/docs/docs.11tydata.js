import { readFileSync } from 'node:fs'
import { parseDocument } from 'lockstep-docs'
import { VFile } from 'vfile'

/** Makes a page of each document in each locale. */
export default {
  layout: 'page.njk',
  locales: ['fr-FR', 'en-US'],
  pagination: { data: 'locales', size: 1, alias: 'locale' },
  permalink: ({ locale, page }) => `${locale}${page.filePathStem}.html`,
  eleventyComputed: {
    // The title in the front matter is in one language only; that of the heading is in both.
    title({ locale, page, title }) {
      const path = page.inputPath
      const document = parseDocument(new VFile({ path, value: readFileSync(path) }), { path })
      return (locale === 'en-US' ? document.title.source : document.title.target) ?? title
    },
  },
}
