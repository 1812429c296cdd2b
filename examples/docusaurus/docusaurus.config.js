import { parseDocument } from 'lockstep-docs'
import remarkSxs, { remarkMicrosoft } from 'lockstep-docs/unified'
import { VFile } from 'vfile'

// Docusaurus builds one locale after the other, from the same documents.
const locale = process.env.DOCUSAURUS_CURRENT_LOCALE ?? 'fr-FR'

/** @type {import('@docusaurus/types').Config} */
export default {
  title: 'Docs',
  url: 'https://docs.example.com',
  baseUrl: '/',
  i18n: { defaultLocale: 'fr-FR', locales: ['fr-FR', 'en-US'] },
  markdown: {
    // Bilingual documents are Markdown, not MDX.
    format: 'md',
    // The title in the front matter is in one language only; that of the heading is in both.
    async parseFrontMatter(params) {
      const result = await params.defaultParseFrontMatter(params)
      const { title } = parseDocument(new VFile(params.fileContent), { path: 'page.md' })
      const own = locale === 'en-US' ? title.source : title.target
      return own === null ? result : { ...result, frontMatter: { ...result.frontMatter, title: own } }
    },
  },
  presets: [
    [
      'classic',
      {
        blog: false,
        docs: {
          routeBasePath: '/',
          beforeDefaultRemarkPlugins: [
            [remarkSxs, { locale }],
            [remarkMicrosoft, { root: 'docs' }],
          ],
        },
        theme: { customCss: require.resolve('lockstep-docs/unified.css') },
      },
    ],
  ],
  themeConfig: { navbar: { title: 'Docs', items: [{ type: 'localeDropdown', position: 'right' }] } },
}
