import type { Segment, TranslationUnit } from '../../model/unit.ts'
import { approvedVerbs } from '../data/approved-verbs.ts'

/** A parameter of a command: a hyphen and a name. The hyphen in a compound (“role-Based”) follows a letter. */
const PARAMETER = /(?<![\p{L}\p{N}_./\\:-])-[A-Z][A-Za-z\d]+(?![\w-])/gu

/** The verb of a command with a space inside: “Update -CsUserDatabase”. */
const VERB = new RegExp(`(?<![\\w-])(?:${approvedVerbs.join('|')})\\s$`)
const LONGEST_VERB = Math.max(...approvedVerbs.map((verb) => verb.length)) + 2

/** A list item without a space after its mark: “-Ensure the tenant is enabled”. */
const LIST_ITEM = /^-[A-Z][a-z]+(?=\s(?:the|an?|your|this|that|all|each|you)\s)/

/** A name that is a parameter by its form, with a capital inside: `-DatabaseType`. */
const CAMEL = /^-[A-Z]+[a-z\d]+[A-Z]/

/** What no dash can follow: “(-Identity site:Redmond)”, “the -Level”. */
const BEFORE = /(?:\(|(?<!\w)(?:an?|the|use|using|with)\s)$/i

/** Bold text that starts with a parameter. */
const BOLD = /(?:\*\*|__|<(?:strong|b)\b[^<>]*>)\s*\\?-[A-Z]/i

const COMMAND = /(?<![\w-])[A-Z][a-z]+[A-Za-z]*-[A-Z][A-Za-z\d]+\b/

/**
 * Finds command parameters in a unit's source text: names with a capital inside or after an article, and others in code blocks, bold text,
 * headings, and texts with a command or the word “parameter”, “switch”, “flag” or “option”. Skips parameters in inline code, since the code is compared as a whole.
 */
export function parametersOf(
  unit: TranslationUnit,
  source: Segment,
  codes: readonly string[],
): readonly string[] {
  const { text, markup } = source
  if (!text.includes('-')) return []
  const item = LIST_ITEM.exec(text)?.[0]
  const before = (index: number) => text.slice(Math.max(0, index - LONGEST_VERB), index)
  const found = [...text.matchAll(PARAMETER)].filter(
    ({ 0: name, index }) => name !== item && !VERB.test(before(index)),
  )
  if (found.length === 0) return []
  const evident =
    unit.syntax === 'text' ||
    unit.context.kind === 'code' ||
    unit.context.kind === 'heading' ||
    COMMAND.test(text) ||
    /\b(?:parameter|switch|flag|options?\b)/i.test(text) ||
    BOLD.test(markup)
  const names = found.flatMap(({ 0: name, index }) =>
    evident || CAMEL.test(name) || BEFORE.test(before(index)) ? name : [],
  )
  return [...new Set(names)].filter((name) => !codes.some((code) => code.includes(name)))
}
