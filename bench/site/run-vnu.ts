import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface VnuMessage {
  readonly url?: string
  readonly message: string
  readonly lastLine?: number
  readonly extract?: string
}

/** What the checker reports that no page can do otherwise. */
const ACCEPTED = [
  // Players need their own origin. They are of another origin than the page, so they cannot leave the sandbox.
  /^Bad value “allow-scripts allow-same-origin .*” for attribute “sandbox”/,
  // Every element of MathML Core has it; the checker knows MathML 3.
  /^Attribute “scriptlevel” not allowed on element “m/,
]

/** What only the text of a document can cause: headings that skip a level, and items outside of lists. */
const OF_DOCUMENTS = /skipping \d+ heading level|not allowed as child of element “article”/

/**
 * Runs the Nu Html Checker on files.
 *
 * @returns its errors, each once with the number of its places and the first of them; and the number of those that only
 * the text of documents causes.
 */
export function runVnu(
  jar: string,
  files: readonly string[],
): { readonly ours: readonly string[]; readonly inText: number } {
  const { stderr, error } = spawnSync('java', ['-jar', jar, '--errors-only', '--format', 'json', ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (error) throw error
  const { messages } = JSON.parse(stderr) as { readonly messages: readonly VnuMessage[] }
  const places = new Map<string, string[]>()
  let inText = 0
  for (const found of messages) {
    const { url = '', message, lastLine, extract = '' } = found
    if (OF_DOCUMENTS.test(message) && isInText(found)) inText++
    else if (!ACCEPTED.some((pattern) => pattern.test(message)))
      places.set(message, [
        ...(places.get(message) ?? []),
        `${url}:${lastLine} ${JSON.stringify(extract.slice(0, 160))}`,
      ])
  }
  const ours = [...places].map(([message, [first, ...more]]) => `${more.length + 1} × ${message} ${first}`)
  return { ours, inText }
}

/** Whether a place is in the text of a document. */
function isInText({ url, lastLine = 0 }: VnuMessage): boolean {
  if (url === undefined) return false
  const above = readFileSync(fileURLToPath(url), 'utf8').split('\n').slice(0, lastLine).join('\n')
  return above.includes('<article') && !above.includes('</article')
}
