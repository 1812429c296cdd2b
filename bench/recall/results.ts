import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How many faults of one kind were found in one language. */
export interface Result {
  planted: number
  found: number
  /** How many of those found are only hints. */
  hints: number
  /** How many each rule found. */
  readonly rules: Record<string, number>
}

/** Results of a language by kind. */
export type Results = ReadonlyMap<string, Result>

const FILE = join(import.meta.dirname, 'results.json')

/** Prints the results of a language, which rules found the faults, and the share of all. */
export function printResults(language: string, results: Results): void {
  console.log(`\n| ${language} | planted | found | share | only hints | rules |\n|---|---|---|---|---|---|`)
  for (const [kind, { planted, found, hints, rules }] of results) {
    if (planted === 0) continue
    const names = Object.entries(rules)
      .sort(([, a], [, b]) => b - a)
      .map(([id, count]) => `${id} ${count}`)
    console.log(
      `| ${kind} | ${planted} | ${found} | ${share(found, planted)} | ${hints} | ${names.join(', ')} |`,
    )
  }
}

/** Prints the share of faults that were found, by kind and language. */
export function printTable(): void {
  const all = read()
  const languages = [...new Set(Object.values(all).flatMap((each) => Object.keys(each)))].sort()
  console.log(`\n| kind | ${languages.join(' | ')} |\n|---|${languages.map(() => '---|').join('')}`)
  for (const [kind, byLanguage] of Object.entries(all)) {
    const cells = languages.map((language) => {
      const result = byLanguage[language]
      return result ? `${result.found}/${result.planted} ${share(result.found, result.planted)}` : ''
    })
    console.log(`| ${kind} | ${cells.join(' | ')} |`)
  }
}

/** Writes the results of a language; those of others stay as they are. */
export function storeResults(language: string, results: Results): void {
  const old = read()
  const all = Object.fromEntries(
    [...results].map(([kind, result]) => {
      const { [language]: _, ...others } = old[kind] ?? {}
      return [kind, result.planted === 0 ? others : { ...others, [language]: result }]
    }),
  )
  writeFileSync(FILE, `${JSON.stringify(all, null, 2)}\n`)
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(0)}%`
}

function read(): Readonly<Record<string, Readonly<Record<string, Result>>>> {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {}
}
