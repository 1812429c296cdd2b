import { posix } from 'node:path'
import type { Element } from 'hast'
import { isAsset } from './assets.ts'
import { element } from './element.ts'
import { resolveLocalUrl } from './local-url.ts'
import type { PageScope } from './page-scope.ts'

/** Prepares an image for a page: it loads when it comes near the window; otherwise as `sizeImage`. */
export function prepareImage(node: Element, scope: PageScope): Element {
  Object.assign(node.properties, { loading: 'lazy', decoding: 'async' })
  return sizeImage(node, scope)
}

/**
 * Gives an image the size of its file, so that the text does not move when it loads. A size in the document stays; a missing side of it
 * follows from the other.
 *
 * @returns the image, or its alternative text, labelled as missing, if the docset does not have the file.
 */
export function sizeImage(node: Element, scope: PageScope): Element {
  const { properties } = node
  const { document, context } = scope
  normalize(properties, 'width')
  normalize(properties, 'height')
  if (typeof properties.src !== 'string') return node
  const target = resolveLocalUrl(document.path, properties.src)
  if (!target) return node
  if (!isAsset('image', target.path, context)) return missingImage(node, target.path, scope)
  const size = context.imageSizeOf?.(target.path)
  if (!size) return node
  const { width, height } = properties
  if (isMissing(width) && isMissing(height)) Object.assign(properties, size)
  else if (isMissing(height) && typeof width === 'number')
    properties.height = Math.round((width * size.height) / size.width)
  else if (isMissing(width) && typeof height === 'number')
    properties.width = Math.round((height * size.width) / size.height)
  return node
}

/** The alternative text of an image, else the name of its file, labelled as missing. */
function missingImage({ properties, data }: Element, path: string, { label, side }: PageScope): Element {
  const isForeign = data?.isTargetAlt && side === 'source'
  const text = (isForeign ? '' : String(properties.alt ?? '').trim()) || posix.basename(path)
  return element('span', { className: ['missing'], dataMissing: 'image' }, [
    element('span', { className: ['missing-label'] }, [`${label('missing.image')} `]),
    text,
  ])
}

function isMissing(value: Element['properties'][string]): boolean {
  return value === undefined || value === null || value === ''
}

/** Writes a width or height in pixels as HTML does: `40 px` is 40; leaves other units, such as `%`. */
function normalize(properties: Element['properties'], name: 'width' | 'height'): void {
  const [, digits] = /^\s*(\d{1,5})(?:\.\d*)?\s*(?:px)?\s*$/i.exec(String(properties[name] ?? '')) ?? []
  if (digits && Number(digits) > 0) properties[name] = Number(digits)
}
