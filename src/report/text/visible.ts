/** White space and other invisible characters by the names that Unicode has for them, or a picture of them. */
const NAMES: Readonly<Record<string, string>> = {
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

/** A text with its invisible characters shown, so that a difference in them is seen; nothing in it can harm a terminal. */
export function visible(text: string): string {
  return text.replace(/\s|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF]/gu, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    return NAMES[character] ?? `⟨U+${code}⟩`
  })
}
