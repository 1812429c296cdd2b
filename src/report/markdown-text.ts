import { clean } from './text/words.ts'

/** A text as code: names in it make no mention and no link. */
export function code(text: string): string {
  return `<code>${escapeText(clean(text))}</code>`
}

/** All that could mean something in Markdown or HTML becomes a character reference, which also holds in cells and in code. */
export function escapeText(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}\uFFFD /.,()-]/gu, (character) => `&#${character.codePointAt(0)!};`)
}
