import type { ExchangeFile, ExchangeUnit } from '../../src/exchange/exchange-file.ts'
import { stampOf } from '../../src/exchange/stamp-of.ts'
import type { CodedText, CodeKind, InlineCode } from '../../src/model/coded-text.ts'

/** A text of strings, which are written as read, and codes. */
export function coded(...parts: readonly (string | InlineCode)[]): CodedText {
  return parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part, markup: part } : part))
}

/** A code. */
export function code(
  type: InlineCode['type'],
  id: number,
  markup: string,
  kind: CodeKind = 'bold',
  shown?: string,
): InlineCode {
  return { type, id, kind, markup, ...(shown !== undefined && { shown }) }
}

/** A translated unit. */
export function unit(
  source: CodedText,
  target: CodedText | null,
  more: Partial<ExchangeUnit> = {},
): ExchangeUnit {
  return {
    id: 'aa-101',
    source,
    target,
    state: target ? 'translated' : 'missing',
    notes: [],
    stamp: stampOf(source, target),
    ...more,
  }
}

/** A document with units. */
export function fileOf(units: readonly ExchangeUnit[], more: Partial<ExchangeFile> = {}): ExchangeFile {
  return {
    path: 'a/b c.md',
    format: 'markdown',
    sourceLocale: 'en-US',
    targetLocale: 'fr-FR',
    tool: { name: 'lockstep', version: '1.0.0' },
    handoff: {},
    units,
    ...more,
  }
}

/** A unit with each type of code, in other places in its target. */
export const CODES: ExchangeUnit = unit(
  coded(
    'Click ',
    code('open', 1, '**'),
    'OK & ',
    code('open', 2, '[', 'link'),
    '<go>',
    code('close', 2, '](a?b&c "d")', 'link'),
    code('close', 1, '**'),
    code('alone', 3, '`x < y`', 'code', 'x < y'),
    code('begin', 4, '<div>', 'tag'),
    code('end', 5, '</b>', 'bold'),
    code('alone', 6, '  \n', 'break', '\n'),
    code('alone', 7, '![a](b.png)', 'image', 'a "b"\n'),
  ),
  coded(
    code('end', 5, '</b>', 'bold'),
    code('alone', 3, '`x < y`', 'code', 'x < y'),
    'Cliquez ',
    code('open', 2, '[', 'link'),
    'allez ]]>',
    code('open', 1, '__'),
    'OK',
    code('close', 1, '__'),
    code('close', 2, '](a?b&c "d")', 'link'),
    ' \t\r\n ',
    code('begin', 4, '<div>', 'tag'),
    code('alone', 8, '`new`', 'code', 'new'),
    code('alone', 7, '![a](b.png)', 'image', ''),
  ),
)
