import type { Nodes } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Segment } from '../../model/unit.ts'
import { decodeUrlPart } from '../../util/text/decode-url-part.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { visit } from '../../util/tree/visit.ts'
import { comparableUrl, type Locales } from '../comparable-url.ts'
import { EXTENSIONS } from '../data/identifiers.ts'
import { asWritten } from '../text/as-written.ts'

/** A link whose text is an address: a URL, an e-mail address, a host name or the name of a file. */
export interface AddressLink {
  /** Its text, with white space folded. */
  readonly text: string
  readonly url: string
  /** Whether the text is the address of its URL, or a part of it that shows where it leads. */
  readonly agrees: boolean
}

/** Finds the links of a segment whose text is an address. */
export function addressLinks(segment: Segment, locales: Locales): readonly AddressLink[] {
  const links: AddressLink[] = []
  const root: Nodes = { type: 'root', children: asWritten(segment).content ?? [] }
  visit(root, 'element', (node) => {
    const { href } = node.properties
    if (node.tagName !== 'a' || typeof href !== 'string' || href === '') return
    const text = foldSpace(hastToString(node)).replace(CLOSING, '')
    if (isAddress(text)) links.push({ text, url: href, agrees: agrees(text, href, locales) })
  })
  return links
}

/** Marks of the sentence after an address. */
const CLOSING = /[.,;:!?。、，；：）)»”"』」\]]{1,10}$/u

const URL_OR_MAIL = /^(?:[a-z][a-z\d+.-]*:\/\/\S+|mailto:\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/i
/** A host name; `.NET` is none. */
const HOST = /^(?:[\w-]+\.)+(?:com|net|org|edu|gov|info|biz|io|local|ms|microsoft)(?:[/?#]\S*)?$/
const FILE = /^[\p{L}\p{M}\p{N}_./\\-]*[\p{L}\p{M}\p{N}_-]\.(?<extension>[a-z][a-z\d]{1,7})$/iu

/** Longest address, so that long texts of links cost nothing. */
const LONGEST = 2000

/** Most parts of a URL that spaces separate; more are words. */
const MOST_PARTS = 3

/** Whether a text is an address; machine translation puts spaces beside its marks. */
function isAddress(text: string): boolean {
  if (text.length > LONGEST || !/[.@]/.test(text)) return false
  const whole = withoutSpaces(text)
  if (/\s/.test(whole)) return false
  const extension = FILE.exec(whole)?.groups?.extension?.toLowerCase()
  return URL_OR_MAIL.test(whole) || HOST.test(whole) || (extension !== undefined && EXTENSIONS.has(extension))
}

/** Removes white space beside marks of addresses, and a little anywhere in a URL. */
function withoutSpaces(text: string): string {
  if (/^[a-z][a-z\d+.-]*:\/\/\S/i.test(text) && text.split(' ').length <= MOST_PARTS)
    return text.replace(/\s/g, '')
  return text.replace(/(?<=[.:/@\\?=&_-])\s+|\s+(?=[.:/@\\?=&_-])/g, '')
}

function agrees(text: string, url: string, locales: Locales): boolean {
  const [shown, real] = [comparable(text, locales), comparable(url, locales)]
  if (shown === real || real.endsWith(`/${shown}`)) return true
  return real.startsWith(shown) && /^[/?#]/.test(real.slice(shown.length))
}

/** An address without what readers do not see or type: scheme, `www.`, locale, letter case, backslashes and escapes. */
function comparable(address: string, locales: Locales): string {
  return decodeUrlPart(comparableUrl(address, locales))
    .toLowerCase()
    .normalize('NFC')
    .replace(/\\/g, '/')
    .replace(/^(?:mailto:|https?:\/\/|\/\/)/, '')
    .replace(/^www\./, '')
    .replace(/^(?:\.{0,2}\/)+/, '')
    .replace(CLOSING, '')
    .replace(/\/$/, '')
}
