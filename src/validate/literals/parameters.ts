import type { Segment, TranslationUnit } from '../../model/unit.ts'

/** A parameter of a command: a hyphen and a name. The hyphen of a compound (“role-Based”) follows a letter. */
const PARAMETER = /(?<![\p{L}\p{N}_./\\:-])-[A-Z][A-Za-z\d]+(?![\w-])/gu

/** Bold text that begins with a hyphen. */
const BOLD = /(?:\*\*|__|<(?:strong|b)\b[^<>]*>)\s*\\?-[A-Z]/i

const COMMAND = /(?<![\w-])[A-Z][a-z]+[A-Za-z]*-[A-Z][A-Za-z\d]+\b/

/**
 * The parameters of commands in a unit's source text: in code blocks, in bold, in headings, after a command, and next to the word
 * “parameter”. Those in code inside a line are compared with the code.
 */
export function parametersOf(
  unit: TranslationUnit,
  source: Segment,
  codes: readonly string[],
): readonly string[] {
  const { text, markup } = source
  if (!text.includes('-')) return []
  const names = [...new Set(text.match(PARAMETER) ?? [])]
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
