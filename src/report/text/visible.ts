/** White space and other invisible characters by their Unicode abbreviation or a symbol. */
export const INVISIBLE_NAMES: Readonly<Record<string, string>> = {
  ' ': '␣',
  '\t': '⇥',
  '\n': '⏎',
  '\u00A0': '⟨NBSP⟩',
  '\u00AD': '⟨SHY⟩',
  '\u2009': '⟨THSP⟩',
  '\u200B': '⟨ZWSP⟩',
  '\u202F': '⟨NNBSP⟩',
  '\u3000': '⟨IDSP⟩',
}

/**
 * Shows the invisible characters of a text, so that differences in them are visible and nothing can harm a
 * terminal.
 */
export function visible(text: string): string {
  return text.replace(/\s|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF]/gu, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    return INVISIBLE_NAMES[character] ?? `⟨U+${code}⟩`
  })
}

/** The same for a piece of a text that differs: single spaces between its words say nothing, and stay. */
export function visibleEdges(text: string): string {
  return text
    .split(/(?<=[^\s]) (?=[^\s])/)
    .map(visible)
    .join(' ')
}
