import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { defineConfig } from 'vitepress'

export default defineConfig({
  title: 'Docs',
  // `lockstep build --only markdown` writes a folder for each locale.
  srcDir: 'pages',
  outDir: 'dist',
  locales: {
    'fr-FR': { label: 'Français', lang: 'fr-FR' },
    'en-US': { label: 'English', lang: 'en-US' },
  },
  markdown: {
    config(md) {
      // The title in the front matter is in one language only; that of the heading, which is next, is in both.
      md.core.ruler.push('title-of-heading', ({ env }) => {
        delete env.frontmatter?.title
      })
      // Pages are templates of Vue, which refuses tags that HTML lets open, and fills in `{{ }}`.
      const { renderer } = md
      const render = renderer.render.bind(renderer)
      renderer.render = (...args) => {
        const tree = fromHtml(render(...args), { fragment: true })
        return `<div v-pre>${toHtml(tree)}</div>`
      }
    },
  },
})
