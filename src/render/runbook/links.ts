import { posix } from 'node:path'
import { isDocumentPath } from '../../util/text/is-document-path.ts'
import { onlineAddress } from '../online.ts'
import { pageAt, rewriteUrl } from '../page/links.ts'
import { relativeUrl, resolveLocalUrl } from '../page/local-url.ts'
import type { PageScope } from '../page/page-scope.ts'
import { pagePath } from '../page-path.ts'
import type { ValueNumbers } from './mark-values.ts'

/** Where a link of a runbook leads, and the number of its address in the list at the end; `null` where paper needs none. */
export interface RunbookLink {
  readonly href: string
  /** Letter of the section of the same runbook that it leads to. */
  readonly letter?: string
  readonly number: number | null
  /** In a book: path of the linked document, which may be a chapter. */
  readonly document?: string
}

/** What the contents of a runbook share: its links, each address once, and its values. */
export interface RunbookLinks {
  /** Adds a link as written. */
  add(url: string, text: string): RunbookLink
  /** The addresses in the order of their numbers, which `numberLinks` replaces by those on paper. */
  readonly addresses: readonly string[]
  /** Those without a host that lead neither to an output nor to a known site. */
  readonly unresolved: ReadonlySet<string>
  /** Whether they are for a book, whose chapters are not known yet. */
  readonly forBook: boolean
  /** Numbers of the runbook’s values. */
  readonly values: ValueNumbers
}

/**
 * Collects the links of one runbook.
 *
 * @param anchors ids in the runbook, by ids in the document; other anchors of the document are on its page.
 * @param letters of sections by ids in the document.
 * @param forBook whether it is for a book, which may contain other documents.
 * @param values numbers of the runbook’s values. Default: none.
 */
export function createRunbookLinks(
  scope: PageScope,
  anchors: ReadonlyMap<string, string>,
  letters: ReadonlyMap<string, string>,
  forBook = false,
  values: ValueNumbers = new Map(),
): RunbookLinks {
  const addresses: string[] = []
  const unresolved = new Set<string>()
  const page = pagePath(scope.locale, scope.document.path, scope.context)

  function add(url: string, text: string): RunbookLink {
    const target = resolveLocalUrl(scope.document.path, url)
    const own = target?.path === scope.document.path ? target.suffix : url
    if (own.startsWith('#')) {
      const letter = letters.get(own.slice(1))
      return { href: hrefOfAnchor(own), number: null, ...(letter && { letter }) }
    }
    const local = forBook ? target?.path : undefined
    const document = local && (pageAt(local, scope.context) ?? local)
    return { ...addressed(url, text), ...(document !== undefined && { document }) }
  }

  function addressed(url: string, text: string): RunbookLink {
    const online = onlinePage(url)
    const href = hrefOf(url, online)
    const missing = online === null ? missingFile(url) : null
    const address = missing ?? (online === null ? addressOf(href) : decode(online))
    if (address === null || isSameAddress(text, address)) return { href, number: null }
    if (missing !== null || /^\/(?!\/)/.test(address)) unresolved.add(address)
    if (!addresses.includes(address)) addresses.push(address)
    return { href, number: addresses.indexOf(address) + 1 }
  }

  /** Path in the docset of a file that is not in the output, and of which the published address is unknown; `null` for other links. */
  function missingFile(url: string): string | null {
    const local = rewriteUrl(url, 'link', scope) === url ? resolveLocalUrl(scope.document.path, url) : null
    return local && !scope.context.hasFile(local.path) ? local.path + decode(local.suffix) : null
  }

  /** URL of a link from the runbook: its target in the output, else its online address, else as written, resolved from the document. */
  function hrefOf(url: string, online: string | null): string {
    const href = rewriteUrl(url, 'link', scope)
    const local = href === url ? resolveLocalUrl(scope.document.path, url) : null
    if (!local) return href
    return online ?? relativeUrl(scope.output, `${scope.locale}/${local.path}`) + local.suffix
  }

  /** Online address of a document of the docset; `null` for other links, and if the address is unknown. */
  function onlinePage(url: string): string | null {
    const local = resolveLocalUrl(scope.document.path, url)
    if (!local || !isDocumentPath(local.path)) return null
    const { context, locale } = scope
    const page = pageAt(local.path, context) ?? local.path
    if (!context.hasPage(page) && !context.hasFile(page)) return null
    const path = pagePath(context.pageLocale?.(page) ?? locale, page, context)
    const address = onlineAddress(path, context)
    return address === null ? null : address + local.suffix
  }

  /** URL of an anchor of the document: in the runbook if it has the anchor, else on the page. */
  function hrefOfAnchor(url: string): string {
    const anchor = anchors.get(url.slice(1))
    if (anchor !== undefined) return `#${anchor}`
    if (!scope.context.outputs.has('page')) return url
    return relativeUrl(scope.output, page, scope.context) + url
  }

  /** The address to print: the full address if known, else the path in the output folder. */
  function addressOf(href: string): string | null {
    if (/^(?:https?:)?\/\//i.test(href)) return href
    if (/^[a-z][a-z\d+.-]*:/i.test(href) || href === '') return null
    if (href.startsWith('/')) return decode(href)
    const path = posix.join(posix.dirname(scope.output), decode(href))
    return decode(onlineAddress(path, scope.context) ?? path)
  }

  return { add, addresses, unresolved, forBook, values }
}

/** Whether the text of a link is its address. */
function isSameAddress(text: string, address: string): boolean {
  const bare = (value: string) =>
    value
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/+$/, '')
  return bare(text) === bare(address)
}

/** An address with percent-encoding decoded, for readers. */
function decode(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
