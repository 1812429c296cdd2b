import { readText } from './read-bytes.ts'

/** Number of files that this process can have open at once; `undefined` if the system does not report it. */
export function openFileLimit(): number | undefined {
  try {
    const limits = readText('/proc/self/limits', { most: 65_536 })
    const limit = /^Max open files\s+(\d+)/m.exec(limits)?.[1]
    return limit === undefined ? undefined : Number(limit)
  } catch {
    return undefined
  }
}
