import { parse } from 'csv-parse/sync'
import type { GlossaryEntry } from '../../model/glossary.ts'

/**
 * Reads a glossary of lines `source,target,options` (RFC 4180). The separator is the most frequent of comma, semicolon and tab in the first
 * line. A first line that starts with `source` is a header. Lines with the same source form one entry.
 *
 * Options, separated by `;` or `|`: `case` (case-sensitive), `forbidden` (the target is a forbidden translation), `locale=fr-FR`, `form=…`
 * (another form of the target; repeatable), `source-form=…` (another form of the source).
 *
 * @throws {CsvError} if a quote is not closed; its message names the line.
 */
export function parseCsvGlossary(text: string): readonly GlossaryEntry[] {
  const rows: string[][] = parse(text, {
    delimiter: separatorOf(text),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
  })
  const entries = new Map<string, Draft>()
  for (const [at, [source = '', target = '', written = '']] of rows.entries()) {
    if (source.trim() === '' || source.startsWith('#') || target.trim() === '') continue
    if (at === 0 && source.trim().toLowerCase() === 'source') continue
    const options = optionsOf(written)
    const key = JSON.stringify([source.trim(), options.targetLocale ?? ''])
    const entry = entries.get(key) ?? newDraft(options.targetLocale)
    entries.set(key, entry)
    for (const term of [source.trim(), ...options.sourceForms]) entry.sources.add(term)
    const terms = options.isForbidden ? entry.forbidden : entry.targets
    for (const term of [target.trim(), ...options.forms]) terms.add(term)
    entry.caseSensitive ||= options.caseSensitive
  }
  return [...entries.values()].map(({ sources, targets, forbidden, ...others }) => ({
    sources: [...sources],
    targets: [...targets],
    forbidden: [...forbidden],
    ...others,
  }))
}

/** An entry under construction. */
interface Draft {
  readonly sources: Set<string>
  readonly targets: Set<string>
  readonly forbidden: Set<string>
  caseSensitive: boolean
  readonly targetLocale?: string
}

function newDraft(targetLocale: string | undefined): Draft {
  return {
    sources: new Set(),
    targets: new Set(),
    forbidden: new Set(),
    caseSensitive: false,
    ...(targetLocale !== undefined && { targetLocale }),
  }
}

/** The options in the third column. */
interface Options {
  caseSensitive: boolean
  isForbidden: boolean
  targetLocale?: string
  readonly forms: string[]
  readonly sourceForms: string[]
}

function optionsOf(text: string): Options {
  const options: Options = { caseSensitive: false, isForbidden: false, forms: [], sourceForms: [] }
  for (const part of text.split(/[;|]/)) {
    const [name = '', ...rest] = part.trim().split('=')
    const value = rest.join('=').trim()
    if (name === 'case') options.caseSensitive = true
    else if (name === 'forbidden') options.isForbidden = true
    else if (name === 'locale' && value) options.targetLocale = value
    else if (name === 'form' && value) options.forms.push(value)
    else if (name === 'source-form' && value) options.sourceForms.push(value)
  }
  return options
}

function separatorOf(text: string): string {
  const [line = ''] = text.split('\n', 1)
  const count = (separator: string) => line.split(separator).length
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}
