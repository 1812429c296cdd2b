import type { Element, ElementContent, Properties } from 'hast'

/** Makes a hast element; strings among the children become text. */
export function element(
  tagName: string,
  properties: Properties,
  children: readonly (ElementContent | string)[],
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  }
}

/** Lists the class names of an element. */
export function classNames(node: Pick<Element, 'properties'>): readonly string[] {
  const { className } = node.properties
  return Array.isArray(className) ? className.map(String) : []
}

/** Adds a class name to an element. */
export function addClassName(node: Pick<Element, 'properties'>, name: string): void {
  node.properties.className = [...classNames(node), name]
}
