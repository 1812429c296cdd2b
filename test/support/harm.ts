import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as hastToString } from 'hast-util-to-string'
import { visit } from '../../src/util/tree/visit.ts'

/** Elements that run, load or send something, or change what others mean. */
const NEVER =
  /^(?:base|object|embed|applet|frame|frameset|portal|template|noscript|math|foreignobject|handler|listener|audio|video|source|track|isindex|xml|xss|plaintext|xmp|marquee|layer|bgsound|fencedframe)$/i
const URLS =
  /^(?:href|xLinkHref|src|srcSet|imageSrcSet|action|formAction|data|poster|cite|longDesc|background|dynSrc|lowSrc|ping|codeBase|classId|archive|manifest|profile|useMap|icon|content|to|from|values|by)$/i
const PROTOCOL = /^(?:https?|mailto|tel|sips?|ftp|news|ircs?|xmpp|ms-settings|xref):$/
const PLAYERS =
  /^https:\/\/(?:(?:www\.)?youtube(?:-nocookie)?\.com|player\.vimeo\.com|(?:www|learn|docs)\.microsoft\.com|channel9\.msdn\.com)\//
const OWN_SCRIPT = /^(?:(?:\.\.\/)*|\/(?:[\w-]+\/)*)assets\/[\w-]+(?:\.[\da-f]{10})?\.js$/
/** What CSS may name: what is in the same file, and data of raster images. */
const LOADS =
  /@import|expression\s*\(|javascript:|-moz-binding|(?:url|image-set|src)\(\s*["']?(?!#|data:image\/(?:png|jpe?g|gif|webp))/i

/**
 * What of an HTML document, or an SVG image, a browser would run or load that is not ours: empty for a harmless one. It is judged by what an
 * HTML parser reads, independently of what wrote it.
 *
 * @param scripts texts of scripts that are ours.
 */
export function harmOf(html: string, scripts: readonly string[] = []): readonly string[] {
  const found: string[] = []
  visit(fromHtml(html), 'element', (node) => {
    found.push(...harmOfElement(node, scripts))
  })
  return found
}

function harmOfElement(node: Element, scripts: readonly string[]): string[] {
  const { tagName, properties } = node
  const found: string[] = []
  const report = (what: string) => found.push(`<${tagName}> ${what}`)
  if (NEVER.test(tagName)) report('is not allowed')
  if (tagName === 'script') {
    const text = hastToString(node)
    const src = properties.src
    const isOwn = src === undefined ? scripts.includes(text) : OWN_SCRIPT.test(String(src)) && text === ''
    if (!isOwn) report(`is not ours: ${String(src)} ${text.slice(0, 80)}`)
  }
  if (
    tagName === 'meta' &&
    properties.httpEquiv &&
    !/^content-security-policy$/i.test(String(properties.httpEquiv))
  )
    report(`http-equiv ${String(properties.httpEquiv)}`)
  if (tagName === 'iframe' && !isPlayer(String(properties.src))) report(`frames ${String(properties.src)}`)
  if (tagName === 'style' && LOADS.test(withoutStrings(hastToString(node)))) report('loads')
  const isIcon = tagName === 'link' && String(properties.rel) === 'icon'
  if (tagName === 'link' && !isIcon && !/^(?:stylesheet|alternate|canonical)$/.test(String(properties.rel)))
    report('is not ours')
  if (tagName === 'form' && properties.action !== undefined) report('sends something')
  for (const [name, value] of Object.entries(properties)) {
    const written = Array.isArray(value) ? value.join(' ') : String(value)
    if (/^on/i.test(name)) report(`handles ${name}`)
    if (/^(?:srcDoc|xmlBase|is|formAction)$/i.test(name)) report(`has ${name}`)
    if (name === 'style' && LOADS.test(written)) report(`has a style that loads: ${written}`)
    if (URLS.test(name) && tagName !== 'meta')
      for (const url of /srcset/i.test(name) ? written.split(',') : [written])
        if (!isHarmless(url) && !(isIcon && url.startsWith('data:image/')))
          report(`${name} ${JSON.stringify(url)}`)
  }
  return found
}

/** Whether a URL is that of a player, its protocol and host in any letter case. */
function isPlayer(url: string): boolean {
  return URL.canParse(url) && PLAYERS.test(new URL(url).href)
}

/** CSS without its strings, those of functions kept. */
function withoutStrings(css: string): string {
  return css.replace(/(?<!\(\s*)(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*')/g, '""')
}

/** Whether a URL is relative, or leads to where documents may lead. */
function isHarmless(url: string): boolean {
  if (/^\s*data:image\/(?:png|jpe?g|gif|webp);base64,/.test(url)) return true
  if (!URL.canParse(url)) return !/^[\s\u0000-\u001F]*(?:javascript|data|vbscript|blob|file)\s*:/i.test(url)
  return PROTOCOL.test(new URL(url).protocol)
}
