import { VFile } from 'vfile'
import type { ExchangeFile, ExchangeUnit } from '../../src/exchange/exchange-file.ts'
import type { CodedPart, CodedText } from '../../src/model/coded-text.ts'
import { unitsOf } from '../../src/model/units-of.ts'
import { createUnitCoder } from '../../src/parse/codes/code-unit.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { fileOf as codedFileOf, unit as codedUnit } from './units.ts'

/** A text without codes. */
export function plain(text: string): CodedText {
  return text === '' ? [] : [{ type: 'text', text, markup: text }]
}

/** A code in bold, or alone. */
export function code(type: 'open' | 'close' | 'alone' | 'begin' | 'end', id: number): CodedPart {
  if (type === 'alone') return { type, id, kind: 'code', markup: '`x`', shown: 'x' }
  return { type, id, kind: 'bold', markup: '**' }
}

/** A unit with texts; its stamp is that of its texts. */
export function unit(
  id: string,
  source: string | CodedText,
  target: string | CodedText | null,
  others: Partial<ExchangeUnit> = {},
): ExchangeUnit {
  const coded = (text: string | CodedText) => (typeof text === 'string' ? plain(text) : text)
  return codedUnit(coded(source), target === null ? null : coded(target), { id, ...others })
}

/** A document of units. */
export function fileOf(units: readonly ExchangeUnit[], others: Partial<ExchangeFile> = {}): ExchangeFile {
  const tool = { name: 'Lockstep', version: '1.0.0' }
  return codedFileOf(units, { path: 'guide/start.md', tool, ...others })
}

/** The units of a bilingual document; those without a source are left out. */
export function exchangeFileOf(path: string, text: string, targetLocale: string): ExchangeFile {
  const document = parseDocument(new VFile(text), { path, targetLocale })
  const coder = createUnitCoder(text)
  const isMachine = document.handoff.translationType === 'MT'
  const units = unitsOf(document).flatMap((each) => {
    const { source, target } = coder(each)
    return source ? [unit(each.key, source, target, isMachine && target ? { state: 'machine' } : {})] : []
  })
  return fileOf(units, { path, targetLocale })
}
