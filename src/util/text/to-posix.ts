import { sep } from 'node:path'

/** Converts a path to `/` separators on any platform. */
export function toPosix(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/')
}
