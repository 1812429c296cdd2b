/** Percent-encodes a part of a URL. A lone surrogate, which has no UTF-8 form, becomes U+FFFD. */
export function encodeUrlPart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'))
}
