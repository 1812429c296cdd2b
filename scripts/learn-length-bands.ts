/**
 * Learns the usual length of translations from bilingual documents, and writes
 * `src/validate/data/length-bands.ts`.
 *
 *     npx jiti scripts/learn-length-bands.ts FOLDER…
 *     npx biome format --write src/validate/data/length-bands.ts
 *
 * Each folder is named after its locale (`…/fr-FR`), which is the target locale of its documents. For each
 * pair of languages, units are grouped by the length of their source text. For each group, the script
 * computes the median ratio of target to source length in characters, and estimates the spread of its
 * logarithm on both sides from the 5th and 95th percentiles, which are robust against the few wrong
 * translations in the corpus. The band ends {@link BELOW} and {@link ABOVE} spreads from the median:
 * translations have more reasons to grow (spelled-out abbreviations) than to shrink.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { VFile } from 'vfile'
import { parseDocument } from '../src/parse/parse-document.ts'
import { soundPairs } from '../src/validate/literals/sound-pairs.ts'
import { languageOf } from '../src/validate/text/language-of.ts'
import { isMeasured, LENGTH_CLASSES, lengthOf } from '../src/validate/text/length-of.ts'

/** Standard deviations below the median; more for texts under 80 characters, which vary more in length. */
const BELOW = 4.5
const BELOW_OF_SHORT = 5.5
/** Standard deviations above the median. */
const ABOVE = 5
/** Minimum number of units for a class to have its own band. */
const ENOUGH = 400

const output = new URL('../src/validate/data/length-bands.ts', import.meta.url)
const ratios = new Map<string, number[][]>()
for (const folder of process.argv.slice(2)) learnFrom(folder)
const bands = [...ratios].sort(([a], [b]) => (a < b ? -1 : 1)).map(([pair, classes]) => rowOf(pair, classes))
const text = readFileSync(output, 'utf8')
writeFileSync(output, `${text.slice(0, text.indexOf('= {') + 3)}\n${bands.join('\n')}\n}\n`)

function learnFrom(folder: string): void {
  const locale = basename(folder)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  )
  for (const path of paths.sort()) {
    const file = new VFile({ path, value: readFileSync(join(folder, path), 'utf8') })
    const document = parseDocument(file, { path, targetLocale: locale })
    const pair = `${languageOf(document.sourceLocale)}-${languageOf(document.targetLocale)}`
    const classes = ratios.get(pair) ?? LENGTH_CLASSES.map(() => [])
    ratios.set(pair, classes)
    for (const { unit, source, target } of soundPairs(document)) {
      if (!isMeasured(unit, source, target)) continue
      const length = lengthOf(source)
      const at = LENGTH_CLASSES.findLastIndex((from) => length >= from)
      if (at >= 0) classes[at]!.push(Math.log(lengthOf(target) / length))
    }
  }
}

function rowOf(pair: string, classes: readonly number[][]): string {
  let last = ''
  const row = classes.map((values, at) => {
    const spreads = LENGTH_CLASSES[at]! < 80 ? BELOW_OF_SHORT : BELOW
    if (values.length >= ENOUGH) last = bandOf(values, spreads)
    return last
  })
  const counts = classes.map((values) => values.length).join(', ')
  return `  // ${counts} units\n  '${pair}': [${row.join(', ')}],`
}

function bandOf(values: number[], spreads: number): string {
  values.sort((a, b) => a - b)
  const at = (part: number) => values[Math.floor(part * (values.length - 1))]!
  // The 5th and 95th percentile of a normal distribution are 1.645 standard deviations from its median.
  const [below, above] = [(at(0.5) - at(0.05)) / 1.645, (at(0.95) - at(0.5)) / 1.645]
  const round = (value: number) => Math.exp(value).toFixed(2)
  return `[${round(at(0.5) - spreads * below)}, ${round(at(0.5) + ABOVE * above)}]`
}
