import type { Element, ElementContent } from 'hast'
import type { VFileMessage } from 'vfile-message'
import { countOf } from '../../util/count-of.ts'
import { type ComparedText, comparisonOf } from '../comparison.ts'
import { element } from '../element.ts'
import type { ReportedFinding } from '../findings.ts'
import { codeSpans } from '../text/code-spans.ts'
import { clean } from '../text/words.ts'

/** Maximum characters of a compared text. */
const TEXT = 1000

/** Labels of the severities. */
export const SEVERITY_WORDS = { error: 'Error', warning: 'Warning', info: 'Hint' } as const

const NAMES: Readonly<Record<ComparedText['name'], string>> = {
  source: 'Source',
  target: 'Target',
  expected: 'Expected',
  actual: 'Actual',
}

/** Section for a document with its findings, worst first. */
export function findingSection(path: string, findings: readonly ReportedFinding[]): Element {
  return element(
    'section',
    { 'data-path': clean(path) },
    element(
      'h2',
      {},
      element('code', {}, clean(path)),
      ' ',
      element('span', { className: ['muted'] }, countOf(findings.length, 'finding')),
    ),
    element('ol', {}, ...findings.map(item)),
  )
}

function item({ message, severity }: ReportedFinding): Element {
  const comparison = comparisonOf(message, TEXT)
  return element(
    'li',
    { className: [severity], 'data-rule': message.ruleId ?? 'other' },
    element(
      'p',
      { className: ['head'] },
      element('strong', {}, SEVERITY_WORDS[severity]),
      ...(message.line === undefined ? [] : [element('span', {}, placeInWords(message))]),
      ruleName(message.ruleId ?? 'other', message.url),
    ),
    element('p', {}, ...prose(message.reason)),
    ...(comparison ? [element('dl', {}, text(comparison.left), text(comparison.right))] : []),
    ...notes(message).map((note) => element('p', { className: ['note'] }, ...prose(note))),
  )
}

/** Name of a rule, linked to its page if it has one. */
export function ruleName(ruleId: string, url: string | null | undefined): Element {
  const name = element('code', {}, clean(ruleId))
  return url && /^https?:\/\//.test(url) ? element('a', { href: url }, name) : name
}

function placeInWords({ line, column }: VFileMessage): string {
  return column === undefined ? `Line ${line}` : `Line ${line}, column ${column}`
}

function notes({ note, cause }: VFileMessage): readonly string[] {
  const related = cause instanceof Error && 'line' in cause && typeof cause.line === 'number'
  return [...(note ? [note] : []), ...(related ? [`${cause.message}: line ${cause.line}`] : [])]
}

function text({ name, parts, locale }: ComparedText): Element {
  const isExpected = name === 'expected' || name === 'source'
  const pieces = parts.map(({ text, differs }) =>
    differs ? element('mark', { className: isExpected ? ['wanted'] : [] }, text) : text,
  )
  const shown = pieces.length > 0 ? pieces : [element('i', {}, '(nothing)')]
  return element(
    'div',
    {},
    element('dt', {}, NAMES[name]),
    element('dd', { dir: 'auto', ...(locale !== undefined && { lang: locale }) }, ...shown),
  )
}

/** Text of a message, with text in backquotes as code. */
function prose(text: string): readonly (ElementContent | string)[] {
  return codeSpans(text.replace(/\s+/g, ' ')).map((piece) =>
    piece.code ? element('code', {}, clean(piece.text)) : clean(piece.text),
  )
}
