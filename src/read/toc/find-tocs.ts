import { globSync } from 'tinyglobby'
import { compare } from '../../util/data/compare.ts'

/** Finds the tables of contents below a root (`toc.yml`, `TOC.md`): relative paths, outer folders first. */
export function findTocs(root: string): readonly string[] {
  const depth = (path: string) => path.split('/').length
  return globSync('**/toc.{yml,yaml,md}', {
    cwd: root,
    caseSensitiveMatch: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', '**/obj/**'],
  }).sort((a, b) => depth(a) - depth(b) || compare(a, b))
}
