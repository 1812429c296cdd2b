import { diffArrays } from 'diff'
import type { Word } from './words.ts'

/** A run of words that differs between a page and its published document. */
export interface Difference {
  readonly className: string
  readonly published: string
  readonly page: string
  /** Words before and after it. */
  readonly before: string
  readonly after: string
  readonly words: number
}

/** Number of words of context to show. */
const CONTEXT = 6

/** Classes of differences, recognized by their words; the first match counts. */
const CLASSES: readonly (readonly [name: string, fits: (published: string, page: string) => boolean])[] = [
  ['escape', (published, page) => unescaped(published) === unescaped(page)],
  [
    'markup broken by translation',
    (published, page) =>
      BROKEN.test(published) && isWithin(lettersOf(page), lettersOf(published.replace(RESOURCE, ''))),
  ],
]

const BROKEN = /[*`_[\]!´＊［］（）()‘’“”"\\:]/
const RESOURCE = /\]\s*[(（][^)）]*[)）]?|text\s*=\s*|no-loc/g

function unescaped(words: string): string {
  return words.replace(/[\\ ]/g, '')
}

function lettersOf(words: string): string {
  return words.replace(/[^\p{L}\p{N}]/gu, '')
}

function isWithin(part: string, whole: string): boolean {
  return whole.includes(part)
}

/** Compares words; words of an intended class are recorded, but not compared. */
export function compareWords(published: readonly Word[], page: readonly Word[]): Difference[] {
  const found: Difference[] = []
  const count = (words: readonly Word[], side: 'published' | 'page') => {
    for (let at = 0; at < words.length; at++) {
      const { className } = words[at]!
      if (className === undefined) continue
      const start = at
      while (words[at + 1]?.className === className) at++
      const text = joined(words.slice(start, at + 1))
      found.push({
        className,
        published: side === 'published' ? text : '',
        page: side === 'page' ? text : '',
        before: '',
        after: '',
        words: at + 1 - start,
      })
    }
  }
  count(published, 'published')
  count(page, 'page')
  const [a, b] = [plain(published), plain(page)]
  let at = 0
  const parts = diffArrays(a, b)
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!
    if (!part.added && !part.removed) {
      at += part.value.length
      continue
    }
    const next = parts[index + 1]
    const other = next && (next.added || next.removed) && next.added !== part.added ? next : undefined
    if (other) index++
    const removed = (part.removed ? part : other?.removed ? other : undefined)?.value ?? []
    const added = (part.added ? part : other?.added ? other : undefined)?.value ?? []
    const [publishedText, pageText] = [removed.join(' '), added.join(' ')]
    found.push({
      className: CLASSES.find(([, fits]) => fits(publishedText, pageText))?.[0] ?? 'unexplained',
      published: publishedText,
      page: pageText,
      before: a.slice(Math.max(0, at - CONTEXT), at).join(' '),
      after: a.slice(at + removed.length, at + removed.length + CONTEXT).join(' '),
      words: Math.max(removed.length, added.length),
    })
    at += removed.length
  }
  return found
}

function plain(words: readonly Word[]): string[] {
  return words.filter(({ className }) => className === undefined).map(({ text }) => text)
}

function joined(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ')
}
