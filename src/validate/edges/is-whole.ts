import type { MarkupSpan } from '../text/markup-spans.ts'

/** Whether the first markup of a text is all of it. */
export function isWhole(spans: readonly MarkupSpan[], markup: string): boolean {
  if (!spans[0]) return false
  const { start, end } = spans[0]
  return markup.slice(0, start).trim() === '' && markup.slice(end).trim() === ''
}
