import { posix } from 'node:path'
import type { Docset, DocumentSummary } from '../../model/build/docset.ts'
import type { LinkReference } from '../../model/document.ts'
import { countOf, numberOf } from '../../util/count-of.ts'
import { memoize } from '../../util/memoize.ts'
import { decodeUrlPart } from '../../util/text/decode-url-part.ts'
import { readableUrl } from '../../util/text/readable-url.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { type DocsetPaths, docsetPaths } from '../engine/docset-paths.ts'
import { enumerate, quoteMarkup } from '../engine/quote.ts'
import { type LinkedFiles, linkedFiles, type MissingSet } from '../linked-files.ts'
import { createRedirected } from '../redirected.ts'
import { resolveLink } from '../resolve-link.ts'

/**
 * Reports dead relative links, images and anchors. Translation adds its own, if a path or an anchor is
 * translated along with the text. Different letter case is reported too: Lockstep's pages lead to the
 * document, but other tools and web servers are case-sensitive; it is a hint if both sides have it.
 *
 * Links to files that Lockstep does not read are reported too: hidden ones (a name that begins with a dot,
 * `node_modules`) and resources that the docset excludes. The setting `allow` permits them.
 *
 * Links to documents that a redirection replaces lead to its target, and are not reported.
 *
 * A translation is often a part of a docset. If the linked files of a kind (`.md`, `.png`, …) are mostly there,
 * the docset counts as complete, and each link to a missing one is reported, with the same link in the source
 * text or without. Otherwise, one hint counts the links to such files that both sides have: when more than
 * three of them, and more than a fifth, are missing. The same goes for three or more files of a folder that is
 * not there at all. Links that only the translation has are reported one by one in any case.
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
    const tell = (path: string, finding: Finding) => {
      if (only?.has(path) ?? true) report(path, finding)
    }
    const paths = docsetPaths(docset)
    // Computed on first use, since it is rarely needed and expensive.
    const includers = memoize((_: 'all') => includersByPath(docset))
    const around: Surroundings = {
      docset,
      paths,
      isRedirected: createRedirected(docset),
      includersOf: (path) => includers('all').get(path) ?? [],
    }
    const files = linkedFiles(paths)
    const dead: DeadLink[] = []
    for (const document of docset.documents.values()) {
      const ofSource = sourceUrls(document)
      const seen = new Set<string>()
      for (const link of inOrder(document.links)) {
        // The two sides of a unit usually have the same link: one finding for both.
        const name = JSON.stringify([link.url, link.type, link.unit ?? link.place[0], link.include])
        if (seen.has(name)) continue
        seen.add(name)
        const state = check(link, document, around)
        if (state.path !== undefined) files.add(state.path, state.isMissing === true)
        if (!state.fault) continue
        const urls = link.side === 'target' ? ofSource.get(link.unit ?? '') : undefined
        dead.push({ ...state, fault: state.fault, link, document, urls })
      }
    }
    const groups = new Map<string, { readonly set: MissingSet; readonly links: DeadLink[] }>()
    for (const each of dead) {
      const set = each.isMissing && isOnBothSides(each) ? files.missingSetOf(each.path!) : undefined
      if (!set) {
        tell(each.document.path, findingOf(each))
        continue
      }
      const key = JSON.stringify(set)
      const group = groups.get(key) ?? { set, links: [] }
      groups.set(key, group)
      group.links.push(each)
    }
    for (const { set, links } of groups.values()) tell(links[0]!.document.path, aboutSet(set, links, files))
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

/** What is known of a link. */
interface LinkState {
  /** The fault; absent if it leads somewhere, or cannot be checked. */
  readonly fault?: Fault | undefined
  /** The file that it leads to, if it is a file of the docset. */
  readonly path?: string
  /** Whether that file is missing. */
  readonly isMissing?: boolean
}

/** A link that leads nowhere. */
interface DeadLink extends LinkState {
  readonly fault: Fault
  readonly link: LinkReference
  readonly document: DocumentSummary
  /** For a link of a translation: the URLs in the source text of its unit. */
  readonly urls: ReadonlySet<string> | undefined
}

/** The URLs in the source text of each unit that has some. */
function sourceUrls({ links }: DocumentSummary): ReadonlyMap<string, ReadonlySet<string>> {
  const urls = new Map<string, Set<string>>()
  for (const { side, unit, url } of links) {
    if (side !== 'source' || unit === undefined) continue
    const known = urls.get(unit)
    if (known) known.add(url)
    else urls.set(unit, new Set([url]))
  }
  return urls
}

/** Whether the source text has the same link, or the link is outside of units. */
function isOnBothSides({ link, urls }: DeadLink): boolean {
  return link.side !== 'target' || urls?.has(link.url) === true
}

function findingOf(dead: DeadLink): Finding {
  const { link, urls } = dead
  const { isForBoth, severity, ...fault } = dead.fault
  const isBoth = isOnBothSides(dead)
  const about = {
    ...fault,
    ...(isBoth && severity && { severity }),
    ...(dead.path !== undefined && { linkedFile: dead.path }),
    place: link.place,
    actual: link.url,
  }
  if (link.side !== 'target' || !isForBoth) return about
  if (isBoth) return { ...about, note: `${fault.note} The source text has the same link.` }
  const [only] = urls?.size === 1 ? urls : []
  const note =
    only === undefined
      ? 'Use the links of the source text: paths are not translated.'
      : `Copy ${quoteMarkup(readableUrl(only))} from the source text: paths are not translated.`
  return { ...about, ...(only !== undefined && { expected: [only] }), note }
}

/** The finding about all links to a set of files that is not in the docset. */
function aboutSet(
  { extension, folder }: MissingSet,
  links: readonly DeadLink[],
  files: LinkedFiles,
): Finding {
  const paths = [...new Set(links.map(({ path }) => path!))]
  const documents = new Set(links.map(({ document }) => document.path)).size
  const names = enumerate(
    paths.map((path) => quoteMarkup(path)),
    3,
  )
  const here = extension === undefined ? 0 : files.countHere(paths[0]!)
  const rest =
    extension === undefined
      ? 'the folder is not here'
      : here === 0
        ? 'no linked file of that kind is here'
        : `${numberOf(here)} linked files of that kind are here`
  return {
    severity: 'info',
    reason: `Unexpected ${countOf(links.length, 'link')} to ${extension === undefined ? `files in \`${folder}\`` : `\`${extension}\` files`} that are not here, expected ${names}`,
    place: links[0]!.link.place,
    note: `${countOf(documents, 'document')} ${documents === 1 ? 'has' : 'have'} such links, in the source text too; ${rest}. If this is a part of a docset, ignore it; if not, restore the files.`,
  }
}

/** The finding about a dead link, without its place. */
interface Fault extends Pick<Finding, 'reason' | 'expected' | 'note' | 'severity'> {
  /** Whether the note depends on whether the source text has the same link. */
  readonly isForBoth?: boolean
}

function check(link: LinkReference, document: DocumentSummary, around: Surroundings): LinkState {
  const { docset, paths, includersOf } = around
  const from = link.include ?? document.path
  const target = resolveLink(link.url, from, paths.docsetOf(from))
  if (target.type === 'elsewhere') return {}
  if (link.url.trim() === '') return { fault: emptyUrl(link) }
  if (target.type === 'page') {
    if (document.anchors.has(target.anchor)) return {}
    return { fault: missingAnchor(link, target.anchor, [document, ...includersOf(document.path)]) }
  }
  if (link.include !== undefined && docset.documents.has(link.include)) return {}
  const path = paths.documentAt(target.path)
  if (path !== undefined)
    return { path: target.path, fault: missingAnchor(link, target.anchor, [docset.documents.get(path)!]) }
  if (paths.exists(target.path) || around.isRedirected(target.path)) return { path: target.path }
  const closed = docset.closed?.(target.path)
  if (closed !== undefined) return { fault: closedFile(link, target.path, closed) }
  const like = paths.documentLike(target.path)
  if (like !== undefined) return { path: target.path, fault: otherCase(link, like, from) }
  return { path: target.path, isMissing: true, fault: missingFile(link, target.path) }
}

function emptyUrl(link: LinkReference): Fault {
  return {
    reason: `Unexpected ${link.type} without a URL, expected one`,
    note: `Add the URL of the ${link.type}, or keep only its text.`,
  }
}

function otherCase(link: LinkReference, like: string, from: string): Fault {
  const right = posix.relative(posix.dirname(from), like) + (/[?#].*$/s.exec(link.url)?.[0] ?? '')
  return {
    severity: 'info',
    reason: `Unexpected letter case in ${quoteMarkup(readableUrl(link.url))}, expected ${quoteMarkup(readableUrl(right))} as in the name of the file`,
    expected: [right],
    note: 'Lockstep’s page leads to the file, but other tools and web servers are case-sensitive: use the letter case of the file name.',
  }
}

function missingFile(link: LinkReference, path: string): Fault {
  const thing = link.type === 'image' ? 'image' : 'link to'
  return {
    reason: `Unexpected ${thing} ${quoteMarkup(readableUrl(link.url))}, which leads nowhere, expected a file ${quoteMarkup(path)}`,
    note: 'Correct the path, or restore the file.',
    isForBoth: true,
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
    reason: `Unexpected ${quoteMarkup(`#${anchor}`)} in link ${quoteMarkup(readableUrl(link.url))}, expected ${expected}`,
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
