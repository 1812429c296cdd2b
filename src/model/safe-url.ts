/**
 * Decides which URLs are safe.
 *
 * URLs change after sanitizing: slots in attributes are filled, and URLs of an included document are rebased, where `../javascript:x` must become
 * `./javascript:x`. So `render/to-html.ts`, which writes all content, checks each URL once more. Written HTML is never searched or changed;
 * changes are made in the tree.
 */

/** Protocols that URLs may have, by the property that holds them; a relative URL has none. */
export const URL_PROTOCOLS = {
  href: [
    'http',
    'https',
    'mailto',
    'tel',
    'sip',
    'sips',
    'ftp',
    'news',
    'irc',
    'ircs',
    'xmpp',
    'ms-settings',
    'xref',
  ],
  src: ['http', 'https'],
  longDesc: ['http', 'https'],
  cite: ['http', 'https'],
} as const

/** A property that holds a URL. */
export type UrlProperty = keyof typeof URL_PROTOCOLS

/** Whether a property holds a URL. */
export function isUrlProperty(name: string): name is UrlProperty {
  return Object.hasOwn(URL_PROTOCOLS, name)
}

/**
 * Whether a browser that opens a URL runs nothing: it is relative or has a protocol that documents may use there. Control characters and
 * spaces do not hide a protocol.
 *
 * Whatever makes or changes a URL asks this of the whole URL, after the last change.
 */
export function isSafeUrl(name: UrlProperty, url: string): boolean {
  if (!url.includes(':')) return true
  const protocol = protocolOf(url)
  return protocol === null || (URL_PROTOCOLS[name] as readonly string[]).includes(protocol)
}

/** What a browser may take for the protocol of a URL, in lowercase; `null` if the URL is relative. */
function protocolOf(url: string): string | null {
  // Browsers drop these characters, so `java\nscript:` is a protocol to them (URL Standard, section 4.4).
  const seen = url.replace(/[\u0000-\u0020\u007f-\u009f]/g, '')
  const [first = '', colon] = seen.split(/([:/?#])/, 2)
  return colon === ':' ? first.toLowerCase() : null
}

/**
 * A path that a URL begins with, as that of a relative URL, whatever its segments are called (RFC 3986, section 4.2): `./javascript:x` and
 * `.//host/x` name files, what follows the dot names a protocol or a host.
 */
export function relativePath(path: string): string {
  const seen = path.replace(/[\u0000-\u0020\u007f-\u009f]/g, '')
  return seen === '' || /^[/\\~]|^[^/]*:/.test(seen) ? `./${path}` : path
}
