import { hashOf } from './hash-of.ts'

/** A text with its hash in front, so that {@link unseal} can tell whether it is whole. */
export function seal(text: string): string {
  return `${hashOf(text)}\n${text}`
}

/** What was sealed; `undefined` where it was changed, cut off, or never sealed. */
export function unseal(sealed: string): string | undefined {
  const end = sealed.indexOf('\n')
  const text = sealed.slice(end + 1)
  return end > 0 && sealed.slice(0, end) === hashOf(text) ? text : undefined
}
