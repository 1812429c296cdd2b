/** A text as one word of a command that a person can copy; quoted only if it has to be. */
export function shellWord(text: string, platform: NodeJS.Platform = process.platform): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text
  if (platform === 'win32') return /^[\w@+=:,./\\-]+$/.test(text) ? text : `"${text}"`
  return `'${text.replaceAll("'", "'\\''")}'`
}
