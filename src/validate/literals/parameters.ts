import type { Segment, TranslationUnit } from '../../model/unit.ts'

/** A parameter of a command: a hyphen and a name. The hyphen in a compound (“role-Based”) follows a letter. */
const PARAMETER = /(?<![\p{L}\p{N}_./\\:-])-[A-Z][A-Za-z\d]+(?![\w-])/gu

/** A list item without a space after its mark: “-Ensure the tenant is enabled”. */
const LIST_ITEM = /^-[A-Z][a-z]+(?=\s(?:the|an?|your|this|that|all|each|you)\s)/

/** Bold text that starts with a parameter. */
const BOLD = /(?:\*\*|__|<(?:strong|b)\b[^<>]*>)\s*\\?-[A-Z]/i

const COMMAND = /(?<![\w-])[A-Z][a-z]+[A-Za-z]*-[A-Z][A-Za-z\d]+\b/

/**
 * Finds command parameters in a unit's source text: in code blocks, bold text, headings, and texts with a
 * command or the word “parameter” or “switch”. Skips parameters in inline code, since the code is compared as
 * a whole.
 */
export function parametersOf(
  unit: TranslationUnit,
  source: Segment,
  codes: readonly string[],
): readonly string[] {
  const { text, markup } = source
  if (!text.includes('-')) return []
  const item = LIST_ITEM.exec(text)?.[0]
  const names = [...new Set(text.match(PARAMETER) ?? [])].filter((name) => name !== item)
  if (names.length === 0) return []
  const evident =
    unit.syntax === 'text' ||
    unit.context.kind === 'code' ||
    unit.context.kind === 'heading' ||
    COMMAND.test(text) ||
    /\b(?:parameter|switch)/i.test(text) ||
    BOLD.test(markup)
  return evident ? names.filter((name) => !codes.some((code) => code.includes(name))) : []
}
