/**
 * The output path of a URL's path (percent-encoded, with `/` in front).
 *
 * @param base path of the site on its host, decoded: begins and ends with `/`.
 * @returns `undefined` if no output can have it; `null` if it is outside the site.
 */
export function toOutputPath(pathname: string, base: string): string | null | undefined {
  try {
    return outputPathOf(decodeURIComponent(pathname), base)
  } catch {
    return undefined
  }
}

/** The same for a decoded path. */
export function outputPathOf(decoded: string, base: string): string | null | undefined {
  if (!decoded.startsWith(base)) return null
  const path = decoded.slice(base.length)
  const parts = path.split('/')
  const isOdd = parts.some(
    (part, at) => part === '.' || part === '..' || (part === '' && at < parts.length - 1),
  )
  if (isOdd || /[\\\0]/.test(path)) return undefined
  return parts.at(-1) === '' ? `${path}index.html` : path
}
