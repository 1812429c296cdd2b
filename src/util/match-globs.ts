import { Minimatch } from 'minimatch'

/**
 * Makes a test whether a path (with `/`) matches one of several globs.
 *
 * @param dot whether names that begin with a dot are like others; yes unless told.
 */
export function matchGlobs(globs: readonly string[], { dot = true } = {}): (path: string) => boolean {
  const patterns = globs.map((glob) => new Minimatch(glob.replace(/^\.\//, ''), { dot }))
  return (path) => patterns.some((pattern) => pattern.match(path))
}
