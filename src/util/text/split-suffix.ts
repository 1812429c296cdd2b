/** Splits a URL before its query or fragment. */
export function splitSuffix(url: string): { readonly path: string; readonly suffix: string } {
  const end = url.search(/[?#]/)
  return end < 0 ? { path: url, suffix: '' } : { path: url.slice(0, end), suffix: url.slice(end) }
}
