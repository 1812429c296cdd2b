import type { Element, Nodes, Parents, Properties } from 'hast'
import { find, html, type Info } from 'property-information'
import { isSafeUrl, isUrlProperty } from '../model/safe-url.ts'
import { memoize } from '../util/memoize.ts'
import { VOID_ELEMENTS } from '../util/tree/void-elements.ts'

const UNSAFE_IN_TEXT = /[<&]/
const UNSAFE_IN_VALUE = /[\0"&'`]/

/**
 * Serializes a sanitized tree as HTML, with the same result as `hast-util-to-html` in a fifth of its time, which
 * dominates the rendering of pages. Drops comments, and does not support foreign elements (SVG, MathML). As a
 * last defence, it drops unsafe URLs.
 */
export function toHtml(tree: Nodes): string {
  switch (tree.type) {
    case 'text':
      return textToHtml(tree.value)
    case 'element':
      return elementToHtml(tree)
    case 'root':
      return childrenToHtml(tree)
    default:
      return ''
  }
}

function childrenToHtml({ children }: Parents): string {
  let result = ''
  for (const child of children) result += toHtml(child)
  return result
}

function elementToHtml(element: Element): string {
  const { tagName } = element
  const start = `<${tagName}${attributesToHtml(element.properties)}>`
  return VOID_ELEMENTS.has(tagName) ? start : `${start}${childrenToHtml(element)}</${tagName}>`
}

/** Escapes text. */
function textToHtml(text: string): string {
  return UNSAFE_IN_TEXT.test(text) ? text.replace(/[<&]/g, reference) : text
}

/** Escapes text for a double-quoted attribute. */
function valueToHtml(text: string): string {
  return UNSAFE_IN_VALUE.test(text) ? text.replace(/[\0"&'`]/g, reference) : text
}

function attributesToHtml(properties: Properties): string {
  let result = ''
  for (const name in properties) result += attributeToHtml(name, properties[name])
  return result
}

/** Serializes a property as an attribute, with a space before it; empty if the element does not get it. */
function attributeToHtml(name: string, value: Properties[string]): string {
  const { info, url } = infoOf(name)
  if (value === null || value === undefined || value === false || Number.isNaN(value)) return ''
  const { attribute } = info
  if (info.overloadedBoolean && value === '') return ` ${attribute}`
  const isFlag = info.boolean || info.overloadedBoolean
  if (isFlag && (typeof value !== 'string' || value === attribute || value === ''))
    return value ? ` ${attribute}` : ''
  if (value === true) return ` ${attribute}`
  const text = Array.isArray(value) ? listToText(value, info) : String(value)
  if (url !== null && !isSafeUrl(url, text)) return ''
  return ` ${attribute}="${valueToHtml(text)}"`
}

/** Joins a list; an empty last item leaves a separator at the end. */
function listToText(list: readonly (string | number)[], { commaSeparated }: Info): string {
  const all = list.at(-1) === '' ? [...list, ''] : list
  return all.join(commaSeparated ? ', ' : ' ').trim()
}

/** Information about a property; for unknown ones, derived from the name. */
const infoOf = memoize((name: string) => ({
  info: find(html, name),
  url: isUrlProperty(name) ? name : null,
}))

function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`
}
