/** Names of errors whose message is for people. */
const KNOWN = new Set(['UserError', 'ConfigurationError'])

/** What an error says to people, who can fix the cause: its message and its hint. `undefined` for any other error. */
export function explanationOf(error: unknown): string | undefined {
  if (!(error instanceof Error && KNOWN.has(error.name))) return undefined
  const hint = 'hint' in error && typeof error.hint === 'string' ? ` ${error.hint}` : ''
  return `${error.message.endsWith('.') ? error.message : `${error.message}.`}${hint}`
}
