import { sep } from 'node:path'

/** A path with `/`, whatever the platform's separator is. */
export function toPosix(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/')
}
