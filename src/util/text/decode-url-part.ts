/** Percent-decodes a part of a URL (RFC 3986, section 2.1); returns it unchanged if its encoding is invalid. */
export function decodeUrlPart(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
