/** Folds runs of white space to one space and trims the text; skips single spaces, which nearly all runs are. */
export function foldSpace(text: string): string {
  return text.replace(/[^\S ]\s*| \s+/g, ' ').trim()
}
