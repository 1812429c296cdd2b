import { createRequire } from 'node:module'
import { I18nPlugin } from '@11ty/eleventy'
import remarkSxs, { remarkMicrosoft } from 'lockstep-docs/unified'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  // Each document is rendered once per locale: see docs/docs.11tydata.js.
  .use(remarkSxs, { locale: ({ data }) => data.matter.locale, html: 'elements' })
  .use(remarkMicrosoft, { root: 'docs' })
  .use(linkPages)
  .use(remarkRehype)
  .use(rehypeStringify)
  .freeze()

/** @param {import('@11ty/eleventy').UserConfig} config */
export default function (config) {
  // The copies in docs/ are in .gitignore.
  config.setUseGitIgnore(false)
  config.addPlugin(I18nPlugin, { defaultLanguage: 'fr-FR' })
  config.addPassthroughCopy({
    [createRequire(import.meta.url).resolve('lockstep-docs/unified.css')]: 'unified.css',
  })
  config.setLibrary('md', {
    render(value, data) {
      // Eleventy has taken the front matter out: it is in `data`.
      const file = processor.processSync(
        new VFile({ value, path: data.page.inputPath, data: { matter: data } }),
      )
      for (const message of file.messages) console.warn(String(message))
      return String(file)
    },
  })
  // Braces in documents are text.
  return { markdownTemplateEngine: false, dir: { input: 'docs', includes: '../_includes', output: '_site' } }
}

/** Documents link to documents (`restart.md`), pages to pages (`restart.html`). */
function linkPages() {
  return (tree) =>
    visit(tree, 'link', (link) => {
      if (!URL.canParse(link.url)) link.url = link.url.replace(/\.md(?=#|$)/, '.html')
    })
}
