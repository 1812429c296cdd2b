import { spawnSync } from 'node:child_process'

interface VnuMessage {
  readonly url?: string
  readonly message: string
  readonly lastLine?: number
  readonly extract?: string
}

/** Returns the errors that the Nu Html Checker finds in files, each with its place; it reads no URL of this machine. */
export function runVnu(jar: string, files: readonly string[]): readonly string[] {
  const { stderr, error } = spawnSync('java', ['-jar', jar, '--errors-only', '--format', 'json', ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (error) throw error
  const { messages } = JSON.parse(stderr) as { readonly messages: readonly VnuMessage[] }
  return messages.map(
    ({ url = '', message, lastLine, extract = '' }) =>
      `${url}:${lastLine} ${message} ${JSON.stringify(extract.slice(0, 160))}`,
  )
}
