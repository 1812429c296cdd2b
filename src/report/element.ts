import type { Element, ElementContent, Properties } from 'hast'

/** An element with properties as hast names them; texts become text nodes, which are escaped when the tree is written. */
export function element(
  tagName: string,
  properties: Properties,
  ...children: readonly (ElementContent | string)[]
): Element {
  const nodes = children.map((child) =>
    typeof child === 'string' ? ({ type: 'text', value: child } as const) : child,
  )
  return { type: 'element', tagName, properties, children: nodes }
}
