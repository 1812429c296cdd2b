/** Context lines shown around a change. */
const CONTEXT = 2

/**
 * Compares two versions of a text with the same number of lines as a unified diff; empty if they are equal.
 *
 * @param path file name in the diff's header.
 */
export function lineDiff(path: string, before: string, after: string): string {
  const [ours, theirs] = [before.split('\n'), after.split('\n')]
  const changed = ours.flatMap((line, at) => (line === theirs[at] ? [] : [at]))
  const hunks: [number, number][] = []
  for (const at of changed) {
    const [start, end] = [Math.max(0, at - CONTEXT), Math.min(ours.length, at + CONTEXT + 1)]
    const last = hunks.at(-1)
    if (last && start <= last[1]) last[1] = end
    else hunks.push([start, end])
  }
  const texts = hunks.map(([start, end]) => {
    const lines: string[] = []
    for (let at = start; at < end; ) {
      if (ours[at] === theirs[at]) {
        lines.push(` ${ours[at++]}`)
        continue
      }
      const from = at
      while (at < end && ours[at] !== theirs[at]) at++
      for (const line of ours.slice(from, at)) lines.push(`-${line}`)
      for (const line of theirs.slice(from, at)) lines.push(`+${line}`)
    }
    const range = `${start + 1},${end - start}`
    return `@@ -${range} +${range} @@\n${lines.join('\n')}\n`
  })
  return texts.length === 0 ? '' : `--- ${path}\n+++ ${path}\n${texts.join('')}`
}
