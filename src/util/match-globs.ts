import { Minimatch } from 'minimatch'

/** Makes a test whether a path (with `/`) matches one of several globs; names that begin with a dot are like others. */
export function matchGlobs(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map((glob) => new Minimatch(glob.replace(/^\.\//, ''), { dot: true }))
  return (path) => patterns.some((pattern) => pattern.match(path))
}
