/**
 * Decides which URLs are safe.
 *
 * URLs change after sanitizing: slots in attributes are filled, and URLs of an included document are rebased,
 * so that `../javascript:x` must become `./javascript:x`. Therefore `render/to-html.ts`, which writes all
 * content, checks each URL once more. Written HTML is never searched or changed; all changes are made in the
 * tree.
 */

/** Allowed protocols of URLs by property; relative URLs have none. */
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

/** A property with a URL as value. */
export type UrlProperty = keyof typeof URL_PROTOCOLS

/** Whether the value of a property is a URL. */
export function isUrlProperty(name: string): name is UrlProperty {
  return Object.hasOwn(URL_PROTOCOLS, name)
}

/**
 * Whether a URL runs nothing in a browser: it is relative or has an allowed protocol. Control characters and
 * spaces do not hide a protocol.
 *
 * Code that makes or changes a URL must check the whole URL after the last change.
 */
export function isSafeUrl(name: UrlProperty, url: string): boolean {
  if (!url.includes(':')) return true
  const protocol = protocolOf(url)
  return protocol === null || (URL_PROTOCOLS[name] as readonly string[]).includes(protocol)
}

/** Protocol of a URL as browsers see it, in lower case; `null` if the URL is relative. */
function protocolOf(url: string): string | null {
  // Browsers drop these characters, so `java\nscript:` is a protocol to them (URL Standard, section 4.4).
  const seen = url.replace(/[\u0000-\u0020\u007f-\u009f]/g, '')
  const [first = '', colon] = seen.split(/([:/?#])/, 2)
  return colon === ':' ? first.toLowerCase() : null
}

/**
 * Makes a path safe at the start of a relative URL, whatever its segments (RFC 3986, section 4.2):
 * `./javascript:x` and `.//host/x` name files, while `javascript:x` has a protocol and `//host/x` a host.
 */
export function relativePath(path: string): string {
  const seen = path.replace(/[\u0000-\u0020\u007f-\u009f]/g, '')
  return seen === '' || /^[/\\~]|^[^/]*:/.test(seen) ? `./${path}` : path
}
