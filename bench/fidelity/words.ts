/**
 * A word, number or other visible character; `className` is the reason if only one side is expected to have
 * it.
 */
export interface Word {
  readonly text: string
  readonly className?: string
}

/** A stretch of text with its intended class, if any. */
export interface Stretch {
  readonly text: string
  readonly className?: string | undefined
}

const HAN_AND_KANA = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** Invisible characters: zero-width characters, directional marks, soft hyphens. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Splits text into words (UAX 29), Chinese and Japanese and all other visible text into characters. */
export function wordsOf(stretches: readonly Stretch[]): Word[] {
  const words: Word[] = []
  let pending = ''
  let pendingClass: string | undefined
  const flush = () => {
    const text = pending.replace(INVISIBLE, '').normalize('NFC')
    for (const { segment, isWordLike } of segmenter.segment(text)) {
      if (segment.trim() === '') continue
      const pieces = !isWordLike || HAN_AND_KANA.test(segment) ? [...segment] : [segment]
      for (const piece of pieces)
        words.push(pendingClass === undefined ? { text: piece } : { text: piece, className: pendingClass })
    }
    pending = ''
  }
  for (const { text, className } of stretches) {
    if (className !== pendingClass) {
      flush()
      pendingClass = className
    }
    pending += text
  }
  flush()
  return words
}
