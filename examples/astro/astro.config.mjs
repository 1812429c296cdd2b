import { pathToFileURL } from 'node:url'
import { unified } from '@astrojs/markdown-remark'
import { defineConfig } from 'astro/config'
import remarkSxs, { remarkMicrosoft } from 'lockstep-docs/unified'
import { visit } from 'unist-util-visit'

const docs = new URL('docs', import.meta.url).href

const remarkPlugins = [
  // The folder of a document names the locale in which it is read.
  [remarkSxs, { locale: ({ path }) => (path.includes('/en-US/') ? 'en-US' : 'fr-FR') }],
  [remarkMicrosoft, { root: 'docs' }],
  linkPages,
]

export default defineConfig({
  i18n: {
    locales: ['fr-FR', 'en-US'],
    defaultLocale: 'fr-FR',
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  // Astro 5 and 6: `markdown: { remarkPlugins }`.
  markdown: { processor: unified({ remarkPlugins }) },
})

/** Documents link to documents (`restart.md`), pages to pages (`/fr-FR/restart/`). */
function linkPages() {
  return (tree, { path }) =>
    visit(tree, 'link', (link) => {
      const { href } = new URL(link.url, pathToFileURL(path))
      if (href.startsWith(docs))
        link.url = href
          .slice(docs.length)
          .replace(/\.md(?=#|$)/, '/')
          .replace('/index/', '/')
    })
}
