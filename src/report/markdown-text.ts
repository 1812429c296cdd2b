import { clean } from './text/words.ts'

/** Formats a text as code: names in it become neither mentions nor links. */
export function code(text: string): string {
  return `<code>${escapeText(clean(text))}</code>`
}

/**
 * Escapes everything that could mean something in Markdown or HTML as character references, which also work
 * in cells and code.
 */
export function escapeText(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}\uFFFD /.,()-]/gu, (character) => `&#${character.codePointAt(0)!};`)
}
