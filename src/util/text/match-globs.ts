import { Minimatch } from 'minimatch'

/**
 * Returns a function that tests whether a path (with `/`) matches one of several globs.
 *
 * @param dot whether wildcards match names that begin with a dot. Default: `true`.
 */
export function matchGlobs(globs: readonly string[], { dot = true } = {}): (path: string) => boolean {
  // Not `makeRe`, which loses what follows the second `**`.
  const patterns = globs.map((glob) => new Minimatch(glob.replace(/^\.\//, ''), { dot }))
  return (path) => patterns.some((pattern) => pattern.match(path))
}
