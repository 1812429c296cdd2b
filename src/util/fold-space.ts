/** Text with runs of white space folded to one space, trimmed. Nearly all runs are one space already, and are passed over. */
export function foldSpace(text: string): string {
  return text.replace(/[^\S ]\s*| \s+/g, ' ').trim()
}
