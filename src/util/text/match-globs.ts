import { Minimatch } from 'minimatch'

/**
 * Returns a function that tests whether a path (with `/`) matches one of several globs.
 *
 * @param dot whether wildcards match names that begin with a dot. Default: `true`.
 */
export function matchGlobs(globs: readonly string[], { dot = true } = {}): (path: string) => boolean {
  const tests = globs.map((glob) => {
    const pattern = new Minimatch(glob.replace(/^\.\//, ''), { dot })
    const isPlain = !pattern.comment && !pattern.negate && !pattern.empty
    // The regular expression is many times faster than `match`.
    const regex = isPlain && pattern.makeRe()
    return regex ? (path: string) => regex.test(path) : (path: string) => pattern.match(path)
  })
  return (path) => tests.some((test) => test(path))
}
