import type { BilingualDocument } from '../../model/document.ts'

const KEY = 'ms.translationtype'

/** A text with another value of `ms.translationtype`; the same text if its front matter does not have one. */
export function withTranslationType(
  text: string,
  { metadata: { present, place } }: Pick<BilingualDocument, 'metadata'>,
  value: string,
): string {
  if (!present || !place) return text
  const front = text.slice(...place)
  const changed = front.replace(
    new RegExp(`^(${KEY.replace('.', '\\.')}[ \\t]*:[ \\t]*)(["']?)[^"'\\r\\n]*\\2([ \\t]*)$`, 'm'),
    (_, key: string, quote: string, space: string) => `${key}${quote}${value}${quote}${space}`,
  )
  return text.slice(0, place[0]) + changed + text.slice(place[1])
}
