import type { Element, ElementContent, Parents, Root, Text } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { type UnitTables, unitOf } from '../model/text.ts'
import { hasRightToLeft } from '../util/text/right-to-left.ts'
import { element } from './page/element.ts'

/**
 * Isolates formulas, names and other literals in text that is written from right to left, which would show `@100+@330` in another
 * order. Only what the source contains as well counts: some translators wrote literals backwards, to the same end.
 */
export function isolateLiterals(tree: Root, units: UnitTables): void {
  isolateIn(tree, null, units)
}

/** @param source text of the source that contains the literals; `null` outside of segments, where both languages are the same. */
function isolateIn(parent: Parents, source: string | null, units: UnitTables): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === 'text') return isolateWords(child, source)
    if (child.type === 'element') isolateElement(child, source, units)
    return [child]
  })
}

function isolateElement(node: Element, around: string | null, units: UnitTables): void {
  if (node.properties.dir !== undefined || /^(?:pre|code|math|svg|bdi)$/.test(node.tagName)) return
  const key = node.data?.unit
  const source = key === undefined ? around : (unitOf(units, key)?.source?.text ?? null)
  const isPart = key !== undefined || /^(?:strong|b|em|i|u)$/.test(node.tagName)
  const text = isPart ? hastToString(node).trim() : ''
  if (isLiteral(text) && (key === undefined ? isIn(text, source) : text === source))
    node.properties.dir = 'ltr'
  else isolateIn(node, source, units)
}

/** The words of a text, with its literals in elements of their own. */
function isolateWords({ value }: Text, source: string | null): ElementContent[] {
  return value
    .split(/([\p{L}\p{N}@#$%&*+/=<>_\\|~^.,:-]+)/u)
    .flatMap((part): ElementContent[] => {
      const [, before, word, after] = /^([.,:-]*)(.*?)([.,:-]*)$/su.exec(part)!
      if (!hasSymbols(word!) || !isLiteral(word!) || !isIn(word!, source))
        return [{ type: 'text', value: part }]
      return [
        { type: 'text', value: before! },
        element('bdi', { dir: 'ltr' }, [word!]),
        { type: 'text', value: after! },
      ]
    })
    .reduce<ElementContent[]>(joinTexts, [])
}

/** Whether text is read from left to right: it has letters or digits, but none of a script written from right to left. */
function isLiteral(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !hasRightToLeft(text)
}

/** Whether a word has other characters than names and numbers have, which browsers show in the order of the text around it. */
function hasSymbols(word: string): boolean {
  return /[@#$&*+/=<>_\\|~^]/.test(word)
}

function isIn(text: string, source: string | null): boolean {
  return source === null || source.includes(text)
}

function joinTexts(nodes: ElementContent[], node: ElementContent): ElementContent[] {
  const last = nodes.at(-1)
  if (node.type === 'text' && last?.type === 'text') last.value += node.value
  else nodes.push(node)
  return nodes
}
