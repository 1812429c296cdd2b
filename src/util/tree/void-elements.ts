/** Elements that have neither content nor end tag (HTML, section 13.1.2, “void elements”). */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img'],
  ...['input', 'link', 'meta', 'source', 'track', 'wbr'],
])
