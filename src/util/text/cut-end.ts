/** Cuts the characters at the end of a text that a pattern matches one by one; unlike a pattern with `+$`, in linear time. */
export function cutEnd(text: string, pattern: RegExp): string {
  let end = text.length
  while (end > 0 && pattern.test(text[end - 1]!)) end--
  return text.slice(0, end)
}
