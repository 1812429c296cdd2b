import { followRedirection } from '../../model/build/redirection.ts'
import type { DocsetTocs } from '../../model/toc.ts'
import type { RenderContext } from '../../render/context.ts'
import { joinRootUrl } from '../../render/join-root-url.ts'
import { resolveLocalUrl } from '../../render/page/local-url.ts'
import { buildTree } from '../../render/site/build-tree.ts'
import type { SitePage } from '../../render/site/site-page.ts'
import type { SiteTree } from '../../render/site/site-tree.ts'
import { compare } from '../../util/data/compare.ts'
import { memoize } from '../../util/memoize.ts'
import type { InputDocset } from '../document/document-inputs.ts'
import { createPublishedLinks } from '../document/published-links.ts'
import { xrefsOf } from '../document/xrefs.ts'
import type { BuildOptions } from '../options.ts'
import { createRedirections } from '../redirections.ts'
import type { TocsOf } from '../tocs.ts'

/** Settings of the navigation. */
export interface TreeOptions extends Pick<BuildOptions, 'xrefMaps' | 'rootUrl' | 'publishedPath'> {
  readonly cwd: string
  readonly context: Pick<RenderContext, 'translate'>
  readonly tocsOf: TocsOf
}

/** Returns a function that builds the navigation of each docset in a locale, in the order of the docsets. */
export function createTreeBuilder(
  options: TreeOptions,
): (locale: string, pagesOf: ReadonlyMap<InputDocset, readonly SitePage[]>) => readonly SiteTree[] {
  const { context, rootUrl, tocsOf } = options
  const redirections = createRedirections()
  const publishedLinksOf = createPublishedLinks(options.publishedPath)
  return (locale, pagesOf) =>
    [...pagesOf].map(([docset, pages]) => {
      const contents = contentsOf(docset, locale)
      return buildTree({
        locale,
        sourceLocale: pages[0]!.sourceLocale,
        pages,
        ...(contents && { contents, resolveUid: resolverOf(docset, contents.root) }),
        redirectionOf: redirectionsOf(docset, pages),
        publishedUrl: (url) => joinRootUrl(rootUrl, url, locale) ?? null,
        otherPages: context.translate(locale, 'navigation.otherPages'),
      })
    })

  /** The tables of contents of a locale, else those of the first root that has any. */
  function contentsOf(
    { roots }: InputDocset,
    locale: string,
  ): (DocsetTocs & { readonly locale: string; readonly root: string }) | undefined {
    // A root without a locale is in the language of its only translation.
    const known = [...roots].map(([root, own]) => ({ root, locale: own ?? locale, isOwn: own === locale }))
    const sorted = known.sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || compare(a.root, b.root))
    for (const each of sorted) {
      const tocs = tocsOf(each.root)
      if (tocs.tocs.length > 0) return { ...tocs, ...each }
    }
    return undefined
  }

  /** Returns a function that follows the redirection of a path to its end. */
  function redirectionsOf(docset: InputDocset, own: readonly SitePage[]) {
    const all = redirections.of(docset)
    if (all.size === 0) return () => undefined
    const paths = new Map(own.map(({ path }) => [path.toLowerCase(), path]))
    const { documentsAt } = publishedLinksOf(docset.roots.keys().next().value!)
    const space = { pageAt: (path: string) => paths.get(path.toLowerCase()), documentsAt }
    return (path: string) => followRedirection(path, all, space)
  }

  function resolverOf(docset: InputDocset, root: string) {
    const find = memoize((_: 'once') => xrefsOf(docset, root, options))
    return (uid: string) => {
      const found = find('once')('toc.yml', uid)
      if (!found) return undefined
      const target = found.href && (resolveLocalUrl('toc.yml', found.href)?.path ?? found.href)
      const { name } = found.names.target
      return { ...(target && { target }), ...(name && { name }) }
    }
  }
}
