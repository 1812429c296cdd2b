/** Percent-decodes a part of a URL (RFC 3986, section 2.1); one whose encoding is not sound stays as written. */
export function decodeUrlPart(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
