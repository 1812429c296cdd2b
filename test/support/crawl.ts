/**
 * A crawler of built sites: follows every link of every page, as a browser would, over HTTP.
 */
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { SKIP, visit } from 'unist-util-visit'

/** A link that leads nowhere. */
export interface DeadLink {
  /** Path of the page that has the link first, from the root of the host. */
  readonly from: string
  /** The link as it is written there. */
  readonly url: string
  /** Name of the element or the kind of file that has it, such as `img`. */
  readonly kind: string
  /** Whether it is in the text of a document, not in what the site adds. */
  readonly isInText: boolean
  /** The status of the answer, or `fragment` if the page has no such anchor. */
  readonly why: number | 'fragment' | 'invalid'
}

/** What a crawl has seen. */
export interface Crawl {
  /** All addresses that were answered, with the status of each. */
  readonly answers: ReadonlyMap<string, Answer>
  /** Number of links by kind, each counted at each place. */
  readonly links: ReadonlyMap<string, number>
  readonly dead: readonly DeadLink[]
}

/** An answer of the server, without its content. */
export interface Answer {
  readonly status: number
  readonly type: string
  /** Where a redirection leads. */
  readonly location: string | undefined
  /** Anchors of a page. */
  readonly anchors: ReadonlySet<string> | undefined
}

interface Link {
  readonly url: string
  readonly kind: string
  readonly isInText: boolean
}

/** Attributes that hold a URL, also those that scripts of ours read. */
const URLS = ['href', 'src', 'poster', 'data', 'action', 'dataTree']

/**
 * Follows all links within a site, from its start page and from `also`.
 *
 * @param start URL of the start page.
 * @param options `siteUrl`: the public address that pages, `robots.txt` and sitemaps name instead of `start`.
 */
export async function crawl(
  start: string,
  { siteUrl, also = [] }: { readonly siteUrl?: string; readonly also?: readonly string[] } = {},
): Promise<Crawl> {
  const base = new URL(start)
  const answers = new Map<string, Answer>()
  const links = new Map<string, number>()
  const invalid: DeadLink[] = []
  /** The first place of each link between two addresses, by its absolute URL. */
  const places = new Map<string, DeadLink & { readonly target: string; readonly anchor: string }>()
  const queue = [base.href, ...also.map((path) => new URL(path, base).href)]
  const seen = new Set(queue)
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    const { answer, found } = await ask(url)
    answers.set(url, answer)
    for (const link of found) follow(link, url)
  }
  return { answers, links, dead: [...invalid, ...deadAmong()] }

  function follow(link: Link, from: string): void {
    links.set(link.kind, (links.get(link.kind) ?? 0) + 1)
    const place = { ...link, from: new URL(from).pathname }
    const absolute = URL.canParse(link.url, from) ? new URL(link.url, from) : undefined
    if (!absolute) {
      invalid.push({ ...place, why: 'invalid' })
      return
    }
    const local = siteUrl && absolute.href.startsWith(siteUrl) ? toLocal(absolute, siteUrl) : absolute
    if (local.origin !== base.origin) return
    const anchor = decode(local.hash.slice(1))
    local.hash = ''
    local.search = ''
    const target = local.href
    // Each page is a place of its own, so that links in the text are told apart from those around it.
    const name = `${link.isInText ? from : ''} ${target}#${anchor}`
    if (!places.has(name)) places.set(name, { ...place, target, anchor, why: 404 })
    if (seen.has(target)) return
    seen.add(target)
    queue.push(target)
  }

  function toLocal(url: URL, site: string): URL {
    return new URL(url.href.slice(site.length), base)
  }

  function deadAmong(): readonly DeadLink[] {
    return [...places.values()].flatMap(({ target, anchor, ...place }) => {
      const answer = finalAnswer(target)
      if (answer?.status !== 200) return { ...place, why: answer?.status ?? 508 }
      if (anchor === '' || anchor === 'top' || !answer.anchors || answer.anchors.has(anchor)) return []
      return { ...place, why: 'fragment' as const }
    })
  }

  /** The answer after all redirections; `undefined` in a loop. */
  function finalAnswer(target: string): Answer | undefined {
    let answer = answers.get(target)
    for (let steps = 0; answer?.location !== undefined; steps++) {
      if (steps > 5) return undefined
      answer = answers.get(answer.location)
    }
    return answer
  }

  async function ask(url: string): Promise<{ readonly answer: Answer; readonly found: readonly Link[] }> {
    const response = await fetch(url, { redirect: 'manual' })
    const type = response.headers.get('content-type') ?? ''
    const text = await response.text()
    const to = response.headers.get('location')
    const location = to === null ? undefined : new URL(to, url)
    if (location) location.hash = ''
    const answer = { status: response.status, type, location: location?.href, anchors: undefined }
    if (to !== null) return { answer, found: [{ url: to, kind: 'redirect', isInText: false }] }
    if (type.startsWith('text/html')) {
      const tree = fromHtml(text)
      const found = linksOf(tree)
      return { answer: { ...answer, anchors: anchorsOf(tree) }, found: response.ok ? found : [] }
    }
    return { answer, found: linksOfFile(new URL(url).pathname, text) }
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function anchorsOf(tree: Root): ReadonlySet<string> {
  const anchors = new Set<string>()
  visit(tree, 'element', ({ tagName, properties: { id, name } }) => {
    if (typeof id === 'string') anchors.add(id)
    if (tagName === 'a' && typeof name === 'string') anchors.add(name)
  })
  return anchors
}

function linksOf(tree: Root): readonly Link[] {
  const links: Link[] = []
  const collect = (within: Root | Element, isInText: boolean): void =>
    visit(within, 'element', (node) => {
      if (!isInText && isText(node)) {
        collect(node, true)
        return SKIP
      }
      for (const url of urlsOf(node)) links.push({ url, kind: kindOf(node), isInText })
      return undefined
    })
  collect(tree, false)
  return links
}

/** Whether an element holds text of a document: the article of a page, the main part of a runbook. */
function isText({ tagName, properties: { id } }: Element): boolean {
  return tagName === 'article' || (tagName === 'main' && id === undefined)
}

function kindOf({ tagName, properties: { rel } }: Element): string {
  return tagName === 'link' && Array.isArray(rel) ? `link ${rel.join(' ')}` : tagName
}

function urlsOf({ tagName, properties }: Element): readonly string[] {
  const { content, property, httpEquiv, srcSet, dataRoot } = properties
  const plain = URLS.map((name) => properties[name]).filter((value) => typeof value === 'string')
  const sets = typeof srcSet === 'string' ? srcSet.split(',').map((each) => each.trim().split(/\s/)[0]!) : []
  if (typeof dataRoot === 'string') plain.push(`${dataRoot}index.html`)
  if (tagName !== 'meta' || typeof content !== 'string') return [...plain, ...sets]
  if (/^og:(?:url|image)$/.test(String(property))) return [content]
  const refresh = String(httpEquiv) === 'refresh' ? /url=(.*)$/i.exec(content) : null
  return refresh ? [refresh[1]!] : []
}

/** The links of files that are no pages. */
function linksOfFile(path: string, text: string): readonly Link[] {
  const all = (kind: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, url]) => ({ url: unescapeXml(url!), kind, isInText: false }))
  if (path.endsWith('.css'))
    return all('css', /url\("?([^)"]+)"?\)/g).filter(({ url }) => !/^data:/.test(url))
  if (path.endsWith('robots.txt')) return all('robots', /^Sitemap: (.*)$/gm)
  if (path.endsWith('.xml')) return all('sitemap', /(?:<loc>| href=")([^<"]*)/g)
  if (path.endsWith('tree-data.js')) return treeLinks(text)
  return []
}

function unescapeXml(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replace(/&amp;/g, '&')
}

/** The links of the tree of a locale: each node is its name, its link, and its children. */
function treeLinks(script: string): readonly Link[] {
  const links: Link[] = []
  const walk = (nodes: readonly unknown[]): void => {
    for (const node of nodes) {
      const [, url, children] = node as readonly [string, unknown, (readonly unknown[])?]
      if (typeof url === 'string') links.push({ url, kind: 'tree', isInText: false })
      if (Array.isArray(children)) walk(children)
    }
  }
  walk(JSON.parse(script.replace('globalThis.lockstepTree=', '')).nodes)
  return links
}
