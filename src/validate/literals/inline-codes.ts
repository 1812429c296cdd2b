import type { Nodes } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { isFormulaElement } from '../../model/formulas.ts'
import type { Segment } from '../../model/unit.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { visit } from '../../util/tree/visit.ts'
import { asWritten } from '../text/as-written.ts'

/**
 * Kinds of inline markup. An `address` is a bare e-mail address that Markdown turns into a link; a `link` is
 * any other link.
 */
export type InlineKind = 'link' | 'image' | 'code' | 'break' | 'anchor' | 'address' | 'emphasis'

/** Inline markup of a segment by kind, in order: URLs, texts of code, ids; element names for the rest. */
export type InlineCodes = Readonly<Record<InlineKind, readonly string[]>>

const emphasis: ReadonlySet<string> = new Set(['b', 'em', 'i', 'strong'])

/** Of a text without markup, as most are. */
const NONE: InlineCodes = {
  link: [],
  image: [],
  code: [],
  break: [],
  anchor: [],
  address: [],
  emphasis: [],
}

const KNOWN = new WeakMap<Segment, InlineCodes>()

/** Collects the inline markup of a segment as written; cached, because several rules need it. */
export function inlineCodes(segment: Segment): InlineCodes {
  if (!segment.content && !segment.written) return NONE
  let codes = KNOWN.get(segment)
  if (!codes) {
    codes = collect(segment)
    KNOWN.set(segment, codes)
  }
  return codes
}

function collect(segment: Segment): InlineCodes {
  const codes = {
    link: [] as string[],
    image: [] as string[],
    code: [] as string[],
    break: [] as string[],
    anchor: [] as string[],
    address: [] as string[],
    emphasis: [] as string[],
  }
  const root: Nodes = { type: 'root', children: asWritten(segment).content ?? [] }
  visit(root, 'element', (node) => {
    const { href, src, id, name, dataXref } = node.properties
    if (node.tagName === 'br') codes.break.push('br')
    else if (emphasis.has(node.tagName)) codes.emphasis.push(node.tagName)
    else if (node.tagName === 'img') codes.image.push(String(src ?? ''))
    else if (node.tagName === 'code' && !isFormulaElement(node))
      codes.code.push(foldSpace(hastToString(node)))
    else if (node.tagName === 'a' && href !== undefined && href !== null) {
      const [url, text] = [String(href), hastToString(node)]
      if (isAddress(url, text)) codes.address.push(text)
      else codes.link.push(url)
    } else if (dataXref !== undefined && dataXref !== null) codes.link.push(`xref:${String(dataXref)}`)
    else if (node.tagName === 'a' && (id ?? name)) codes.anchor.push(String(id ?? name))
  })
  return codes
}

/**
 * Whether a link is a mail address; a target's URL may have been corrected from the source, so parts match as
 * well.
 */
function isAddress(url: string, text: string): boolean {
  const mail = /^mailto:/i.test(url) && text.includes('@') ? url.slice('mailto:'.length).toLowerCase() : ''
  return mail !== '' && (mail.includes(text.toLowerCase()) || text.toLowerCase().includes(mail))
}
