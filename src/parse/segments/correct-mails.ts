import type { Element, ElementContent } from 'hast'
import type { Segment } from '../../model/unit.ts'
import { visit } from '../../util/tree/visit.ts'

/** Maximum number of source addresses to compare. */
const MOST = 32

/**
 * Points mail links of a target to the source's address if translation damaged it: `+ 1@x.com` for `+1@x.com`, `a@x.com-Name` for
 * `a@x.com -Name`, a different case. The link text stays unchanged, as do addresses that resemble none of the source's.
 */
export function correctMails(target: Segment, source: Segment): void {
  if (!target.content || !source.content || !target.markup.includes('@')) return
  const known = mailsIn(source.content)
  if (known.size === 0 || known.size > MOST) return
  visit({ type: 'root', children: target.content }, 'element', (node) => {
    const mail = mailOf(node)
    if (mail === undefined || known.has(mail)) return
    const same = [...known].filter((each) => isPartOf(each, mail) || isPartOf(mail, each))
    if (same.length === 1) node.properties.href = String(node.properties.href).replace(mail, () => same[0]!)
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

/** The address of a mail link, without subject and other parameters. */
function mailOf({ tagName, properties: { href } }: Element): string | undefined {
  return tagName === 'a' && typeof href === 'string' ? /^mailto:([^?]+@[^?]+)/i.exec(href)?.[1] : undefined
}

function isPartOf(part: string, whole: string): boolean {
  return whole.toLowerCase().includes(part.toLowerCase())
}
