import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { Segment } from '../model/unit.ts'
import { visit } from '../util/visit.ts'

/** Most addresses of a source among which one is looked for. */
const MOST = 32

/**
 * Gives the mail addresses of a target back what translation has made of them: `+ 1@x.com` for `+1@x.com`, `a@x.com-Name` for
 * `a@x.com -Name`, another case. The link goes where the source's goes; what else became part of its text is outside of it again.
 * Addresses that are others than those of the source stay as they are.
 */
export function correctMails(target: Segment, source: Segment): void {
  if (!target.content || !source.content || !target.markup.includes('@')) return
  const known = mailsIn(source.content)
  if (known.size === 0 || known.size > MOST) return
  visit({ type: 'root', children: target.content }, 'element', (node, index, parent) => {
    const mail = mailOf(node)
    if (mail === undefined || index === undefined || !parent || known.has(mail)) return
    const same = [...known].filter((each) => isPartOf(each, mail) || isPartOf(mail, each))
    if (same.length !== 1) return
    const nodes = linkTo(node, same[0]!, mail)
    parent.children.splice(index, 1, ...nodes)
    return index + nodes.length
  })
}

function mailsIn(nodes: ElementContent[]): Set<string> {
  const mails = new Set<string>()
  visit({ type: 'root', children: nodes }, 'element', (node) => {
    const mail = mailOf(node)
    if (mail !== undefined) mails.add(mail)
  })
  return mails
}

/** Where a mail link goes, without subject and the like. */
function mailOf({ tagName, properties: { href } }: Element): string | undefined {
  return tagName === 'a' && typeof href === 'string' ? /^mailto:([^?]+@[^?]+)/i.exec(href)?.[1] : undefined
}

function isPartOf(part: string, whole: string): boolean {
  return whole.toLowerCase().includes(part.toLowerCase())
}

/** The link with the source's address; around it, what its text and its address had too much. */
function linkTo(node: Element, mail: string, wrong: string): ElementContent[] {
  const href = String(node.properties.href).replace(wrong, () => mail)
  const text = textOf(node)
  const start = wrong.toLowerCase().indexOf(mail.toLowerCase())
  const link = { ...node, properties: { ...node.properties, href } }
  if (text !== wrong || start < 0 || mail.length === wrong.length) return [link]
  const [before, own, after] = [
    text.slice(0, start),
    text.slice(start, start + mail.length),
    text.slice(start + mail.length),
  ]
  const parts: ElementContent[] = [
    { type: 'text', value: before },
    { ...link, children: [{ type: 'text', value: own }] },
    { type: 'text', value: after },
  ]
  return parts.filter((part) => part.type !== 'text' || part.value !== '')
}
