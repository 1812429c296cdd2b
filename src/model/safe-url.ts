/** Protocols that a link may have once its URL is put together from text. */
const SAFE = /^(?:https?|mailto|tel|sips?|ftp|news|ircs?|xmpp):/i

/** Whether a URL is relative or has a protocol that documents may link to; control characters and spaces do not hide one. */
export function isSafeUrl(url: string): boolean {
  // Browsers drop these characters, so `java\nscript:` is a protocol to them (URL Standard, section 4.4).
  const visible = url.replace(/[\u0000-\u0020\u007f-\u009f]/g, '')
  const colon = visible.indexOf(':')
  if (colon < 0) return true
  const end = visible.search(/[/?#]/)
  return (end >= 0 && end < colon) || SAFE.test(visible)
}
