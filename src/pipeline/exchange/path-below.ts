import { isInside, wayBelow } from '../../read/files/inside.ts'
import { toPosix } from '../../util/text/to-posix.ts'

/** Path of a file relative to a folder, with `/`; `undefined` if it is not inside. Both are absolute. */
export function pathBelow(folder: string, absolute: string): string | undefined {
  return folder !== absolute && isInside(folder, absolute) ? toPosix(wayBelow(folder, absolute)) : undefined
}
