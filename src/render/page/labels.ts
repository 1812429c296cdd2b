import type { Element, Text } from 'hast'
import { ALERTS } from '../../model/alert-keywords.ts'
import { element } from './element.ts'
import type { PageScope } from './page-scope.ts'

/** Adds the title of an alert (`data-alert`) in the page’s language, and sets its role. */
export function titleAlert(node: Element, { label }: PageScope): void {
  const alert = node.properties.dataAlert
  if (typeof alert !== 'string' || !ALERTS.has(alert)) return
  node.properties.role = 'note'
  node.children.unshift(element('p', { className: ['alert-title'] }, [label(`alert.${alert}`)]))
}

/** Labels content for some readers only (`data-zone`, `data-moniker`) with its audience. */
export function labelContainer(node: Element, { label }: PageScope): void {
  const { dataZone, dataMoniker } = node.properties
  const prepend = (text: string) =>
    node.children.unshift(element('p', { className: ['container-label'] }, [text]))
  if (typeof dataZone === 'string' && dataZone) prepend(label('page.zone', { name: dataZone }))
  if (typeof dataMoniker === 'string' && dataMoniker) prepend(label('page.moniker', { name: dataMoniker }))
}

/** Label keys for missing content, by `data-missing`. */
const MISSING: ReadonlyMap<unknown, string> = new Map([
  ['code', 'missing.code'],
  ['include', 'missing.include'],
])

/**
 * Labels content that could not be included (`data-missing`) as missing, in the page’s language. Within a line the label is short and
 * inside the brackets around the name: “[Missing: name]”.
 */
export function labelMissing(node: Element, { label }: Pick<PageScope, 'label'>): void {
  const key = MISSING.get(node.properties.dataMissing)
  if (!key) return
  const labelled = (text: string) => element('span', { className: ['missing-label'] }, [`${label(text)} `])
  const first = firstTextOf(node)
  if (node.tagName !== 'span' || !first?.value.startsWith('[')) {
    node.children.unshift(labelled(key))
    return
  }
  first.value = first.value.slice(1)
  node.children.unshift({ type: 'text', value: '[' }, labelled('missing.inline'))
}

/** The text at the start of an element; where the name is a part of a segment, it is in the element of that. */
function firstTextOf({ children: [first] }: Element): Text | undefined {
  if (first?.type === 'element') return firstTextOf(first)
  return first?.type === 'text' ? first : undefined
}

/** Translates the heading and back links of footnotes to the page’s language. */
export function labelFootnote(node: Element, { label }: PageScope): void {
  if (node.tagName === 'h2' && node.properties.id === 'footnote-label')
    node.children = [{ type: 'text', value: label('page.footnotes') }]
  if (node.tagName === 'a' && node.properties.dataFootnoteBackref !== undefined) {
    node.properties.ariaLabel = label('page.footnoteBack', {
      number: /[\d-]*$/.exec(String(node.properties.ariaLabel ?? ''))?.[0] ?? '',
    })
  }
}
