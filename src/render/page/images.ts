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
  if (typeof properties.src !== 'string') return
  const target = resolveLocalUrl(document.path, properties.src)
  if (!target || !isAsset('image', target.path, context)) return
  const size = context.imageSizeOf?.(target.path)
  if (!size) return
  const [width, height] = [pixelsOf(properties.width), pixelsOf(properties.height)]
  if (width === undefined && height === undefined) {
    properties.width = size.width
    properties.height = size.height
  } else if (height === undefined && width) properties.height = Math.round((width * size.height) / size.width)
  else if (width === undefined && height) properties.width = Math.round((height * size.width) / size.height)
}

/** A width or height in pixels; 0 for another unit, `undefined` if there is none. */
function pixelsOf(value: Element['properties'][string]): number | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const [, digits] = /^\s*(\d{1,5})(?:\.\d*)?(?:px)?\s*$/.exec(String(value)) ?? []
  return Number(digits ?? 0)
}
