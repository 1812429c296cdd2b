import { spawnSync } from 'node:child_process'

interface VnuMessage {
  readonly type: string
  readonly url?: string
  readonly message: string
  readonly lastLine?: number
  readonly extract?: string
}

/** Returns what the Nu Html Checker says about pages: errors only, each with its place. */
export function runVnu(jar: string, urls: readonly string[]): readonly string[] {
  const { stderr, error } = spawnSync('java', ['-jar', jar, '--errors-only', '--format', 'json', ...urls], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (error) throw error
  const { messages } = JSON.parse(stderr) as { readonly messages: readonly VnuMessage[] }
  return messages.map(
    ({ url = '', message, lastLine, extract = '' }) =>
      `${url}:${lastLine} ${message} ${JSON.stringify(extract.slice(0, 120))}`,
  )
}
