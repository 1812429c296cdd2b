/** Percent-encodes a part of a URL. A lone surrogate, which has no bytes, becomes what it is written as in UTF-8: U+FFFD. */
export function encodeUrlPart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'))
}
