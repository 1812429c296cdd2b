import type { OutputFile } from '../../../src/render/context.ts'
import { relativeUrl } from '../../../src/render/page/local-url.ts'
import { fillLateParts } from '../../../src/render/site/late-parts.ts'
import { renderPageParts } from '../../../src/render/site/page-parts.ts'
import { siteFilesOf } from '../../../src/render/site/site-files.ts'
import { createNode, type SiteNode } from '../../../src/render/site/site-tree.ts'
import { createStartPages } from '../../../src/render/site/start-pages.ts'
import { renderTreeData } from '../../../src/render/site/tree-data.ts'
import { placesIn } from '../../../src/render/site/tree-places.ts'
import { makeContext } from '../fixtures.ts'

/** A navigation with everything that one can have, around the page at a path; the other pages do not exist. */
function navigationOf(output: string): readonly SiteNode[] {
  const leaf = (name: string, changes: Partial<SiteNode> = {}) =>
    createNode({ name, output: `fr-FR/nav/${name}.html`, ...changes })
  const many = Array.from({ length: 300 }, (_, at) => leaf(`page${at}`))
  return [
    leaf('accueil', { description: 'Une description' }),
    createNode({
      name: 'Réseau',
      children: [
        createNode({ name: 'Page', output, children: [leaf('dessous')] }),
        leaf('autre', { keywords: 'synonyme' }),
      ],
    }),
    leaf('beaucoup', { children: many }),
    createNode({ name: 'Elsewhere', lang: 'en-US', url: 'https://example.com/' }),
    createNode({ name: 'absent' }),
  ]
}

/** Completes a page in French with that navigation, and renders the files that belong to it. */
export function withNavigation({ path, content }: OutputFile): readonly OutputFile[] {
  const context = makeContext()
  const nodes = navigationOf(path)
  const files = siteFilesOf('fr-FR', () => false, relativeUrl)
  const levels = [createNode({ name: 'Documents' })]
  const place = placesIn({ sections: [nodes], levels }).get(path)!
  const english = siteFilesOf('en-US', () => false, relativeUrl)
  const locales = [files, english].map((each) => ({ files: each, sourceLocale: 'en-US' }))
  const start = createStartPages(locales, [], context, () => false)
  return [
    { path, content: fillLateParts(content, renderPageParts(place, levels, files, context)) },
    ...start.choice(),
    ...start.inLocale('fr-FR', nodes),
    ...start.inLocale('en-US', []),
    renderTreeData(nodes, files, context),
  ]
}
