import { parseXml, XmlElement, type XmlNode, XmlText } from '@rgrove/parse-xml'
import { normalize, svg } from 'property-information'
import { isSafeUrl } from '../model/safe-url.ts'
import { escapeMarkup } from '../util/text/escape-markup.ts'
import { quietCss } from './quiet-css.ts'

const [SVG, XLINK] = ['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xlink'] as const

/**
 * Elements that draw, or describe the drawing (SVG 2; Filter Effects Module Level 1). All others are dropped.
 */
const ELEMENTS = new Set(
  [
    'a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite',
    'feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR',
    'feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence',
    'filter font font-face g glyph hkern image line linearGradient marker mask missing-glyph mpath path pattern polygon polyline',
    'radialGradient rect set stop style svg switch symbol text textPath title tref tspan use view vkern',
  ].flatMap((names) => names.split(' ')),
)
/** SVG attributes to drop: they run, load, listen, send or name a namespace. */
const LEFT_OUT =
  /^(?:on.*|xmlns|ping|handler|event|observer|content(?:script|style)type|externalresourcesrequired|crossorigin|resource|about|rel|rev)$/i
/** Elements that change attributes of others; these must not be links, styles or handlers. */
const ANIMATES = /^(?:set|animate.*)$/
const NEVER_ANIMATED = /^(?:href|style|class|id|target|download)$/i
/** Raster images embedded in the file. */
const RASTER = /^\s*data:image\/(?:png|jpe?g|gif|webp|avif);base64,[\w+/=\s]*$/i
/** An entity for a text without markup and entities; editors use them for namespaces. */
const ENTITY = /<!ENTITY\s+([\w.:-]+)\s+(?:"([^"<&%]*)"|'([^'<&%]*)')\s*>/g

/** Namespaces by their prefixes; the default one has none. */
type Scope = ReadonlyMap<string, string>

const NONE: Scope = new Map()

/**
 * Sanitizes an SVG image: rebuilds it from the elements and attributes that are known to draw, without anything
 * that runs scripts or loads files. It looks the same, unless it shows external content.
 *
 * @returns `null` if a browser could not show it as SVG.
 */
export function cleanSvg(bytes: Uint8Array): string | null {
  try {
    const root = parse(decode(bytes))
    const names = ` xmlns="${SVG}" xmlns:xlink="${XLINK}"`
    const clean = root && tagOf(root, scopeOf(root, NONE)) === 'svg' ? toXml(root, NONE, names) : ''
    return clean === '' ? null : `${clean}\n`
  } catch {
    return null
  }
}

/** Decodes bytes (XML, appendix F) according to the byte order mark, else the XML declaration, else as UTF-8. */
function decode(bytes: Uint8Array): string {
  const mark = bytes[0]! * 256 + bytes[1]!
  if (mark === 0xfffe || mark === 0xfeff)
    return new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes)
  const text = new TextDecoder().decode(bytes)
  const [, named = 'utf-8'] = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(text) ?? []
  // A declaration that is readable at this point is not in UTF-16, whatever it says.
  return /^utf-?(?:8|16)/i.test(named) ? text : new TextDecoder(named).decode(bytes)
}

function parse(text: string): XmlElement | null {
  const entities = new Map<string, string>()
  for (const [, name = '', double, single] of text.matchAll(ENTITY))
    if (!entities.has(name)) entities.set(name, double ?? single ?? '')
  return parseXml(text, {
    resolveUndefinedEntity: (reference) => entities.get(reference.slice(1, -1)) ?? null,
  }).root
}

/** Returns the namespaces inside an element. */
function scopeOf({ attributes }: XmlElement, outer: Scope): Scope {
  const own = Object.entries(attributes).flatMap(([name, value]) => {
    if (name === 'xmlns') return [['', value] as const]
    return name.startsWith('xmlns:') ? [[name.slice(6), value] as const] : []
  })
  return own.length === 0 ? outer : new Map([...outer, ...own])
}

/** Returns the name of an SVG element without its prefix; `undefined` for other elements. */
function tagOf({ name }: XmlElement, scope: Scope): string | undefined {
  const [prefix, local] = split(name)
  return scope.get(prefix) === SVG ? local : undefined
}

function split(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':')
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)]
}

/** Serializes the allowed parts of a node. */
function toXml(node: XmlNode, outer: Scope, names = ''): string {
  if (node instanceof XmlText) return escapeMarkup(node.text)
  if (!(node instanceof XmlElement)) return ''
  const scope = scopeOf(node, outer)
  const tag = tagOf(node, scope)
  if (tag === undefined || !ELEMENTS.has(tag) || animatesMore(tag, node)) return ''
  const attributes = Object.entries(node.attributes).map((entry) => attributeToXml(tag, entry, scope))
  const children = tag === 'style' ? escapeMarkup(quietCss(node.text)) : childrenToXml(node, scope)
  return `<${tag}${names}${attributes.join('')}>${children}</${tag}>`
}

function childrenToXml({ children }: XmlElement, scope: Scope): string {
  let xml = ''
  for (const child of children) xml += toXml(child, scope)
  return xml
}

/** Whether an element animates an attribute that must not change. */
function animatesMore(tag: string, { attributes }: XmlElement): boolean {
  if (!ANIMATES.test(tag) || attributes.attributeName === undefined) return false
  const [prefix, name] = split(attributes.attributeName.trim())
  return prefix !== '' || !isDrawing(name) || NEVER_ANIMATED.test(name)
}

/** Serializes an attribute, with a space before it; empty if it is not allowed. */
function attributeToXml(tag: string, [name, value]: readonly [string, string], scope: Scope): string {
  const kept = keptValue(tag, name, value, scope)
  if (kept === undefined) return ''
  const [prefix, local] = split(name)
  return ` ${prefix === '' || prefix === 'xml' ? name : `xlink:${local}`}="${escapeMarkup(kept)}"`
}

function keptValue(tag: string, name: string, value: string, scope: Scope): string | undefined {
  const [prefix, local] = split(name)
  if (prefix === 'xml') return local === 'space' || local === 'lang' ? value : undefined
  if (local === 'href' && (prefix === '' || scope.get(prefix) === XLINK))
    return leadsNowhereElse(tag, value) ? value : undefined
  if (prefix !== '' || !isDrawing(local)) return undefined
  return /[(\\@]/.test(value) || local === 'style' ? quietCss(value) : value
}

/** Whether a link is safe, or another reference is to content of the file itself. */
function leadsNowhereElse(tag: string, url: string): boolean {
  if (tag === 'a') return isSafeUrl('href', url)
  return url.trim().startsWith('#') || (/^(?:image|feImage)$/.test(tag) && RASTER.test(url))
}

/** Whether an attribute is a known drawing attribute of SVG. */
function isDrawing(name: string): boolean {
  const isKnown = Object.hasOwn(svg.normal, normalize(name)) || /^(?:data|aria)-[\w-]+$/.test(name)
  return isKnown && !LEFT_OUT.test(name)
}
