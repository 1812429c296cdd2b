import { posix } from 'node:path'
import type { Docset, DocumentSummary } from '../../model/build/docset.ts'
import type { LinkReference } from '../../model/document.ts'
import { memoize } from '../../util/memoize.ts'
import { decodeUrlPart } from '../../util/text/decode-url-part.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { type DocsetPaths, docsetPaths } from '../engine/docset-paths.ts'
import { quoteMarkup } from '../engine/quote.ts'
import { createRedirected } from '../redirected.ts'
import { resolveLink } from '../resolve-link.ts'

/**
 * Reports dead relative links, images and anchors. Translation adds its own, if a path or an anchor is
 * translated along with the text. Different letter case is reported too: Lockstep's pages lead to the
 * document, but other tools and web servers are case-sensitive.
 *
 * Links to files that Lockstep does not read are reported too: hidden ones (a name that begins with a dot,
 * `node_modules`) and resources that the docset excludes. The setting `allow` permits them.
 *
 * Links to documents that a redirection replaces lead to its target, and are not reported.
 *
 * Links to other sites, to the root of the site (`/path`), to `xref:` ids and out of the docset cannot be
 * checked. Links in an included file are reported in that file; its links to anchors of “this page” can lead
 * to anchors of the pages that include it.
 *
 * Fails:
 *
 * ```md
 * ## <a name="restart-the-server"></a><span data-ttu-id="1f2e3-101">Redémarrer le serveur</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server</span></span>
 *
 * <span data-ttu-id="1f2e3-102">Voir [plus haut](#redemarrer-le-serveur).</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">See [above](#restart-the-server).</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * ## <a name="restart-the-server"></a><span data-ttu-id="1f2e3-101">Redémarrer le serveur</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server</span></span>
 *
 * <span data-ttu-id="1f2e3-102">Voir [plus haut](#restart-the-server).</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">See [above](#restart-the-server).</span></span>
 * ```
 */
export const linkMissing = defineRule({
  id: 'link-missing',
  description: 'A relative link, an image or an anchor leads nowhere.',
  severity: 'warning',
  tags: ['link'],
  checksLinksOnly: true,
  checkDocset(docset, report, { only }) {
    const paths = docsetPaths(docset)
    // Computed on first use, since it is rarely needed and expensive.
    const includers = memoize((_: 'all') => includersByPath(docset))
    const isRedirected = createRedirected(docset)
    const documents = only
      ? [...only].flatMap((path) => docset.documents.get(path) ?? [])
      : docset.documents.values()
    for (const document of documents) {
      const seen = new Set<string>()
      for (const link of inOrder(document.links)) {
        // The two sides of a unit usually have the same link: one finding for both.
        const name = JSON.stringify([link.url, link.type, link.unit ?? link.place[0], link.include])
        if (seen.has(name)) continue
        seen.add(name)
        const finding = check(link, document, {
          docset,
          paths,
          isRedirected,
          includersOf: (path) => includers('all').get(path) ?? [],
        })
        if (finding) report(document.path, finding)
      }
    }
  },
})

interface Surroundings {
  /** Whether a redirection leads from a path to a document or another site. */
  readonly isRedirected: (path: string) => boolean
  readonly docset: Docset
  readonly paths: DocsetPaths
  /** The documents that include the one with that path. */
  readonly includersOf: (path: string) => readonly DocumentSummary[]
}

/** The finding about a dead link, without its place. */
type Fault = Pick<Finding, 'reason' | 'expected' | 'note'>

function check(link: LinkReference, document: DocumentSummary, around: Surroundings): Finding | undefined {
  const { docset, paths, includersOf } = around
  const from = link.include ?? document.path
  const target = resolveLink(link.url, from, paths.docsetOf(from))
  if (target.type === 'elsewhere') return undefined
  if (link.url.trim() === '') return about(link, emptyUrl(link))
  if (target.type === 'page') {
    if (document.anchors.has(target.anchor)) return undefined
    return about(link, missingAnchor(link, target.anchor, [document, ...includersOf(document.path)]))
  }
  if (link.include !== undefined && docset.documents.has(link.include)) return undefined
  const path = paths.documentAt(target.path)
  if (path !== undefined)
    return about(link, missingAnchor(link, target.anchor, [docset.documents.get(path)!]))
  if (paths.exists(target.path) || around.isRedirected(target.path)) return undefined
  const closed = docset.closed?.(target.path)
  if (closed !== undefined) return about(link, closedFile(link, target.path, closed))
  return about(link, missingFile(link, target.path, paths.documentLike(target.path), from))
}

function about(link: LinkReference, fault: Fault | undefined): Finding | undefined {
  return fault && { ...fault, place: link.place, actual: link.url }
}

function emptyUrl(link: LinkReference): Fault {
  return {
    reason: `Unexpected ${link.type} without a URL, expected one`,
    note: `Add the URL of the ${link.type}, or keep only its text.`,
  }
}

function missingFile(link: LinkReference, path: string, like: string | undefined, from: string): Fault {
  const thing = link.type === 'image' ? 'image' : 'link to'
  if (like !== undefined) {
    const right = posix.relative(posix.dirname(from), like) + (/[?#].*$/s.exec(link.url)?.[0] ?? '')
    return {
      reason: `Unexpected letter case in ${quoteMarkup(link.url)}, expected ${quoteMarkup(right)} as in the name of the file`,
      expected: [right],
      note: 'Lockstep’s page leads to the file, but other tools and web servers are case-sensitive: use the letter case of the file name.',
    }
  }
  return {
    reason: `Unexpected ${thing} ${quoteMarkup(link.url)}, which leads nowhere, expected a file ${quoteMarkup(path)}`,
    note:
      link.side === 'target'
        ? 'Compare it with the source text, as paths are not translated; or correct the path, or restore the file.'
        : 'Correct the path, or restore the file.',
  }
}

function closedFile(link: LinkReference, path: string, closed: 'hidden' | 'excluded'): Fault {
  const [why, what] =
    closed === 'hidden'
      ? [
          'which is hidden: names that start with a dot, and node_modules, are not published',
          'Move the file to another folder',
        ]
      : ['which the docset excludes', 'Remove it from `exclude` of the resources in `docfx.json`']
  return {
    reason: `Unexpected ${link.type === 'image' ? 'image' : 'link to'} ${quoteMarkup(link.url)}, ${why}, expected a published file`,
    note: `${what}, or allow it in the configuration: \`allow: ['${path}']\`.`,
  }
}

/**
 * Returns a fault if no page has the anchor.
 *
 * @param pages documents that may have the anchor; several if they include the file with the link.
 */
function missingAnchor(
  link: LinkReference,
  anchor: string,
  pages: readonly DocumentSummary[],
): Fault | undefined {
  // `#` and `#top` are the top of the page (HTML Standard, section 7.4.6.3); `#tab/…` chooses a tab.
  if (anchor === '' || anchor.toLowerCase() === 'top' || anchor.startsWith('tab/')) return undefined
  // Anchors are rarely percent-encoded, so all are decoded only after a miss.
  if (pages.some((page) => page.anchors.has(anchor))) return undefined
  const anchors = pages.flatMap((page) => [...page.anchors].map(decodeUrlPart))
  if (anchors.includes(anchor)) return undefined
  const like = anchors.find((other) => other.toLowerCase() === anchor.toLowerCase())
  const expected = like === undefined ? `an anchor of \`${pages[0]!.path}\`` : quoteMarkup(`#${like}`)
  return {
    reason: `Unexpected ${quoteMarkup(`#${anchor}`)} in link ${quoteMarkup(link.url)}, expected ${expected}`,
    ...(like !== undefined && { expected: [link.url.replace(/#.*$/s, `#${like}`)] }),
    note: 'Anchors come from the headings of the source text and are not translated: copy the anchor of the intended heading.',
  }
}

function includersByPath(docset: Docset): ReadonlyMap<string, readonly DocumentSummary[]> {
  const includers = new Map<string, DocumentSummary[]>()
  for (const document of docset.documents.values()) {
    for (const path of document.includes ?? [])
      includers.set(path, [...(includers.get(path) ?? []), document])
  }
  return includers
}

/** Puts targets before sources, so that of two equal links the one in the translation is reported. */
function inOrder(links: readonly LinkReference[]): readonly LinkReference[] {
  return [
    ...links.filter((link) => link.side !== 'source'),
    ...links.filter((link) => link.side === 'source'),
  ]
}
