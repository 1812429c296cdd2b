import { posix } from 'node:path'
import { outputPath } from './context.ts'
import { rewriteUrl } from './page/links.ts'
import { relativeUrl } from './page/local-url.ts'
import type { PageScope } from './page/page-scope.ts'

/** Where a link of a runbook leads, and the number of its address in the list at the end; `null` where paper needs none. */
export interface RunbookLink {
  readonly href: string
  readonly number: number | null
}

/** The links of a runbook, each address once, numbered as they appear. */
export interface RunbookLinks {
  /** Takes a link as written. */
  add(url: string, text: string): RunbookLink
  /** The addresses in order. */
  readonly addresses: readonly string[]
}

/**
 * Collects the links of one runbook.
 *
 * @param anchors ids that the runbook itself has; other anchors of the document are on its page.
 */
export function createRunbookLinks(scope: PageScope, anchors: ReadonlySet<string>): RunbookLinks {
  const addresses: string[] = []
  const page = outputPath(scope.locale, scope.document.path, '.html')

  function add(url: string, text: string): RunbookLink {
    if (url.startsWith('#')) return { href: hrefOfAnchor(url), number: null }
    const href = rewriteUrl(url, 'link', scope)
    const address = addressOf(href)
    if (address === null || isSameAddress(text, address)) return { href, number: null }
    if (!addresses.includes(address)) addresses.push(address)
    return { href, number: addresses.indexOf(address) + 1 }
  }

  /** A link inside the document: in the runbook where that has it, else on the page. */
  function hrefOfAnchor(url: string): string {
    if (anchors.has(url.slice(1)) || !scope.context.outputs.has('page')) return url
    return relativeUrl(scope.output, page) + url
  }

  /** What to print: the address of another site in full, of a page of this one the path in the output folder. */
  function addressOf(href: string): string | null {
    if (/^(?:https?:)?\/\//i.test(href)) return href
    if (/^[a-z][a-z\d+.-]*:/i.test(href) || href === '') return null
    return decode(href.startsWith('/') ? href : posix.join(posix.dirname(scope.output), href))
  }

  return { add, addresses }
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
