import { parseDocument, unitsOf } from 'lockstep-docs'
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
    // Docusaurus would take the title and the description from the bilingual text.
    async parseFrontMatter(params) {
      const { frontMatter, content } = await params.defaultParseFrontMatter(params)
      const { title, description } = summaryOf(params.fileContent)
      return { content, frontMatter: { ...frontMatter, title, description } }
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

/** Title and first paragraph of a document in the locale of the build. */
function summaryOf(text) {
  const document = parseDocument(new VFile(text), { path: 'page.md' })
  const side = locale === 'en-US' ? 'source' : 'target'
  const first = unitsOf(document).find(({ context }) => context.kind === 'paragraph')
  return { title: document.title[side] ?? '', description: first?.[side]?.text ?? '' }
}
