import type { Element } from 'hast'
import { isAsset } from './assets.ts'
import { resolveLocalUrl } from './local-url.ts'
import type { PageScope } from './page-scope.ts'

/**
 * Lets an image load when it comes near the window, and gives it the size of its file, so that the text does not move then. A size in the
 * document stays; a missing side of it follows from the other.
 */
export function prepareImage(node: Element, { document, context }: PageScope): void {
  if (node.tagName !== 'img') return
  const { properties } = node
  properties.loading = 'lazy'
  properties.decoding = 'async'
  normalize(properties, 'width')
  normalize(properties, 'height')
  if (typeof properties.src !== 'string') return
  const target = resolveLocalUrl(document.path, properties.src)
  if (!target || !isAsset('image', target.path, context)) return
  const size = context.imageSizeOf?.(target.path)
  if (!size) return
  const { width, height } = properties
  if (isMissing(width) && isMissing(height)) Object.assign(properties, size)
  else if (isMissing(height) && typeof width === 'number')
    properties.height = Math.round((width * size.height) / size.width)
  else if (isMissing(width) && typeof height === 'number')
    properties.width = Math.round((height * size.width) / size.height)
}

function isMissing(value: Element['properties'][string]): boolean {
  return value === undefined || value === null || value === ''
}

/** Writes a width or height in pixels as HTML does: `40 px` is 40; leaves other units, such as `%`. */
function normalize(properties: Element['properties'], name: 'width' | 'height'): void {
  const [, digits] = /^\s*(\d{1,5})(?:\.\d*)?\s*(?:px)?\s*$/i.exec(String(properties[name] ?? '')) ?? []
  if (digits && Number(digits) > 0) properties[name] = Number(digits)
}
