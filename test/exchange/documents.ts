import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import type { ExchangeFile, ExchangeNote, ExchangeUnit } from '../../src/exchange/exchange-file.ts'
import type { BilingualDocument } from '../../src/model/document.ts'
import { unitsOf } from '../../src/model/units-of.ts'
import { createUnitCoder } from '../../src/parse/codes/code-unit.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { fileOf, unit as unitOf } from './units.ts'

const NOTES: readonly ExchangeNote[] = [
  { category: 'heading', text: 'A heading › Another & <more>' },
  { category: 'finding', text: 'Unexpected `x`,\nexpected “y”' },
]

/** The units of a document for a translation tool, with all kinds of states, notes and earlier versions in turn. */
export function exchangeFileOf(
  text: string,
  { path = 'a.md', targetLocale = 'fr-FR' }: { readonly path?: string; readonly targetLocale?: string } = {},
): ExchangeFile {
  const document = parseDocument(new VFile(text), { path, targetLocale, full: false }) as BilingualDocument
  const code = createUnitCoder(text)
  const units = unitsOf(document).flatMap((unit, index): readonly ExchangeUnit[] => {
    const { source, target } = code(unit)
    if (!source) return []
    return [
      unitOf(source, target, {
        id: document.order[index]!,
        state: target ? (['machine', 'translated', 'approved'] as const)[index % 3]! : 'missing',
        notes: NOTES.slice(index % 3),
        ...(index % 5 === 0 && { previous: { source, target: index % 2 ? target : null } }),
        ...(index % 7 === 6 && { locked: 'Its markup is damaged.' }),
      }),
    ]
  })
  return fileOf(units, {
    path,
    format: path.endsWith('.html') ? 'html' : 'markdown',
    targetLocale,
    handoff: { 'ms.lasthandoff': '2018-05-12', 'ms.prod': 'a "product"' },
  })
}

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url))

/** The bilingual documents of the fixtures. */
export function fixtureFiles(): ExchangeFile[] {
  return readdirSync(FIXTURES).flatMap((name) =>
    ['input.md', 'input.html'].flatMap((file) => {
      const path = `${FIXTURES}${name}/${file}`
      return existsSync(path) ? [exchangeFileOf(readFileSync(path, 'utf8'), { path: `${name}/${file}` })] : []
    }),
  )
}
