/** Text with runs of white space folded to one space, trimmed. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
