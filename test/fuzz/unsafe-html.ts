import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { isSafeUrl } from '../../src/model/safe-url.ts'

/** The scripts that pages have: files of ours, by their names. */
const OUR_SCRIPT = /^(?:\.{1,2}\/)*assets\/(?:copy|filter|lockstep|runbook)\.js$/
/** Elements that can run something, load something, or change where the others lead. */
const FORBIDDEN = new Set(['applet', 'base', 'embed', 'frame', 'frameset', 'noscript', 'object'])
const URLS = ['action', 'background', 'cite', 'data', 'formAction', 'href', 'poster', 'src', 'xLinkHref']
const VIDEO = /^https:\/\//

/** What in a file of HTML could run, or load what is not ours; nothing where it is safe. */
export function unsafeHtml(html: string): string[] {
  const found: string[] = []
  visit(fromHtml(html), 'element', (element: Element) => {
    const { tagName, properties, children } = element
    const tell = (what: string) => found.push(`<${tagName}> ${what}`)
    if (FORBIDDEN.has(tagName)) tell('is there')
    if (tagName === 'form' && (properties.role !== 'search' || properties.action !== undefined))
      tell('sends something')
    if (tagName === 'script' && (children.length > 0 || !OUR_SCRIPT.test(String(properties.src))))
      tell(`is not ours: ${String(properties.src)}`)
    if (tagName === 'meta' && properties.httpEquiv && /refresh/i.test(String(properties.httpEquiv)))
      tell('leads away')
    if (tagName === 'iframe' && !(VIDEO.test(String(properties.src)) && properties.sandbox !== undefined))
      tell(`shows ${String(properties.src)}`)
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name) || name === 'srcDoc') tell(`has ${name}`)
      if (name === 'style' && /url\(|expression|@import/i.test(String(value))) tell(`has style ${value}`)
      if (URLS.includes(name) && typeof value === 'string' && !isSafe(tagName, value))
        tell(`has ${name} ${value}`)
    }
  })
  return found
}

/** Pages show images of ours that are data; nothing else in them may have such an address. */
function isSafe(tagName: string, url: string): boolean {
  return isSafeUrl(url) || (tagName === 'link' && url.startsWith('data:image/'))
}
