import { posix } from 'node:path'
import { outputPath } from '../context.ts'
import { onlineAddress } from '../online.ts'
import { pageAt, rewriteUrl } from '../page/links.ts'
import { relativeUrl, resolveLocalUrl } from '../page/local-url.ts'
import type { PageScope } from '../page/page-scope.ts'

/** Where a link of a runbook leads, and the number of its address in the list at the end; `null` where paper needs none. */
export interface RunbookLink {
  readonly href: string
  readonly number: number | null
  /** In a book: path of the document that it leads to, which may be a chapter. */
  readonly document?: string
}

/** The links of a runbook, each address once, numbered as they appear. */
export interface RunbookLinks {
  /** Takes a link as written. */
  add(url: string, text: string): RunbookLink
  /** The addresses in order. */
  readonly addresses: readonly string[]
  /** Whether they are for a book, where it is not known yet which documents are chapters. */
  readonly forBook: boolean
}

/**
 * Collects the links of one runbook.
 *
 * @param anchors ids that the runbook itself has, by what they are in the document; other anchors of the document are on its page.
 * @param forBook whether it is for a book, which other documents may be in.
 */
export function createRunbookLinks(
  scope: PageScope,
  anchors: ReadonlyMap<string, string>,
  forBook = false,
): RunbookLinks {
  const addresses: string[] = []
  const page = outputPath(scope.locale, scope.document.path, '.html')

  function add(url: string, text: string): RunbookLink {
    if (url.startsWith('#')) return { href: hrefOfAnchor(url), number: null }
    const local = forBook ? resolveLocalUrl(scope.document.path, url)?.path : undefined
    const document = local && (pageAt(local, scope.context) ?? local)
    return { ...addressed(url, text), ...(document !== undefined && { document }) }
  }

  function addressed(url: string, text: string): RunbookLink {
    const online = onlinePage(url)
    const href = hrefOf(url, online)
    const address = online === null ? addressOf(href) : decode(online)
    if (address === null || isSameAddress(text, address)) return { href, number: null }
    if (!addresses.includes(address)) addresses.push(address)
    return { href, number: addresses.indexOf(address) + 1 }
  }

  /** Where a link leads from here: to what the output holds, else to where that is online, else as written, seen from the document. */
  function hrefOf(url: string, online: string | null): string {
    const href = rewriteUrl(url, 'link', scope)
    const local = href === url ? resolveLocalUrl(scope.document.path, url) : null
    if (!local) return href
    return online ?? relativeUrl(scope.output, `${scope.locale}/${local.path}`) + local.suffix
  }

  /** Where a document of the docset is online; `null` for other links, and where that is not known. */
  function onlinePage(url: string): string | null {
    const local = resolveLocalUrl(scope.document.path, url)
    if (!local || !/\.(?:md|markdown|html?)$/i.test(local.path)) return null
    const { context, locale } = scope
    const page = pageAt(local.path, context) ?? local.path
    if (!context.hasPage(page) && !context.hasFile(page)) return null
    const path = outputPath(context.pageLocale?.(page) ?? locale, page, '.html')
    const address = onlineAddress(path, context)
    return address === null ? null : address + local.suffix
  }

  /** A link inside the document: in the runbook where that has it, else on the page. */
  function hrefOfAnchor(url: string): string {
    const anchor = anchors.get(url.slice(1))
    if (anchor !== undefined) return `#${anchor}`
    if (!scope.context.outputs.has('page')) return url
    return relativeUrl(scope.output, page) + url
  }

  /** What to print: the address in full where it is known, else the path in the output folder. */
  function addressOf(href: string): string | null {
    if (/^(?:https?:)?\/\//i.test(href)) return href
    if (/^[a-z][a-z\d+.-]*:/i.test(href) || href === '') return null
    if (href.startsWith('/')) return decode(href)
    const path = posix.join(posix.dirname(scope.output), decode(href))
    return decode(onlineAddress(path, scope.context) ?? path)
  }

  return { add, addresses, forBook }
}

/** Whether a link's text already is its address. */
function isSameAddress(text: string, address: string): boolean {
  const bare = (value: string) =>
    value
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/+$/, '')
  return bare(text) === bare(address)
}

/** An address as people read it. */
function decode(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
