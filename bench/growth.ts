/**
 * Measures how time and memory of `lockstep build --only page,json` grow with the number of documents, with a
 * second locale, with the size of a document and with the number of its tables. Each build runs from scratch
 * in its own process.
 *
 * Run it with `npm run bench:growth [NUMBER]`. NUMBER is the smallest number of documents (default: 480);
 * twice and four times as many follow. They are spread evenly over a real docset in two locales, or generated
 * if there is none. `RUNS` is the number of runs (default: 1), of which the median counts.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { measureProgram, type Usage } from './measure-program.ts'

/** A docset to build. */
interface Case {
  readonly name: string
  /** Number of documents, units, MB or tables. */
  readonly size: number
  /** Contents by path. */
  readonly files: () => Iterable<readonly [path: string, text: string]>
  /** Kinds of output. */
  readonly only?: string
}

const RUNS = Number(process.env.RUNS ?? 1)
const LEAST = Number(process.argv[2] ?? 480)
const LOCALES = ['fr-FR', 'de-DE']
const CORPUS = resolve(import.meta.dirname, '../../shared/corpus/lync-2013')
const work = mkdtempSync(join(tmpdir(), 'lockstep-growth-'))

function pair(id: string, target: string, source: string): string {
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`
}

function front(locale: string): string {
  return `---\ntitle: Generated\nms.contentlocale: ${locale}\n---\n`
}

/** Makes a document of distinct paragraphs, every third one with markup. */
function paragraphs(locale: string, units: number, seed = 0): string {
  const prefix = locale.slice(0, 2)
  const lines = Array.from({ length: units }, (_, at) => {
    const word = `${seed}-${at}`
    const [target, source] =
      at % 3 === 0
        ? [`Voir **${word}** et [${word}](p-${at}.md).`, `See **${word}** and [${word}](p-${at}.md).`]
        : [`Le paragraphe ${word} est simple.`, `Paragraph ${word} is plain.`]
    return `${at % 50 === 0 ? '## ' : ''}${pair(`${prefix}-${at + 101}`, target, source)}\n\n`
  })
  return front(locale) + lines.join('')
}

/** Makes a document of tables with two rows. */
function tables(count: number): string {
  const each = Array.from({ length: count }, (_, at) => {
    const unit = (cell: number) =>
      pair(`fr-${at * 4 + cell + 101}`, `cellule ${at}.${cell}`, `cell ${at}.${cell}`)
    return `| ${unit(0)} | ${unit(1)} |\n|---|---|\n| ${unit(2)} | ${unit(3)} |\n\n`
  })
  return front('fr-FR') + each.join('')
}

/** Makes a document of a size in MB: paragraphs of which every tenth is a unit. */
function ofSize(megabytes: number): string {
  const text = `${'Text between the units, with **strong** words and `code`. '.repeat(9)}\n\n`
  const parts = [front('fr-FR')]
  for (let [length, at] = [0, 0]; length < megabytes * 1e6; at++) {
    const part = at % 10 === 0 ? `${pair(`fr-${at + 101}`, `Unité ${at}`, `Unit ${at}`)}\n\n` : text
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

/**
 * Yields documents in one or two locales, spread evenly over the real ones, which are repeated if there are
 * too few.
 */
function* documents(count: number, locales: readonly string[]): Generator<readonly [string, string]> {
  const paths = existsSync(CORPUS) ? realPaths() : []
  for (let at = 0; at < count; at++)
    for (const locale of locales) {
      const path = paths[count <= paths.length ? Math.floor((at * paths.length) / count) : at % paths.length]
      if (path === undefined) yield [`docs/${locale}/doc-${at}.md`, paragraphs(locale, 40, at)]
      else
        yield [
          `docs/${locale}/${Math.floor(at / paths.length)}/${path}`,
          readFileSync(join(CORPUS, locale, path), 'utf8'),
        ]
    }
}

/** Lists documents that exist in both locales. */
function realPaths(): readonly string[] {
  return readdirSync(join(CORPUS, LOCALES[0]!), { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => path.endsWith('.md') && LOCALES.every((locale) => existsSync(join(CORPUS, locale, path))),
    )
    .sort()
}

const one = (text: () => string) => () => [['docs/a.md', text()]] as const

const cases: Readonly<Record<string, readonly Case[]>> = {
  documents: [1, 2, 4].flatMap((times) =>
    [1, 2].map((locales) => ({
      name: `${locales === 1 ? 'one locale' : 'two locales'}, documents`,
      size: LEAST * times,
      files: () => documents(LEAST * times, LOCALES.slice(0, locales)),
    })),
  ),
  units: [25_000, 50_000, 100_000].map((size) => ({
    name: 'one document, units',
    size,
    files: one(() => paragraphs('fr-FR', size)),
  })),
  bytes: [5, 10, 20].map((size) => ({ name: 'one document, MB', size, files: one(() => ofSize(size)) })),
  tables: [250, 500, 1000].map((size) => ({
    name: 'one document, tables (with table files)',
    size,
    files: one(() => tables(size)),
    only: 'page,json,table',
  })),
}

function build(only: string): Usage {
  const out = join(work, 'out')
  rmSync(out, { recursive: true, force: true })
  return measureProgram([
    'build',
    join(work, 'docs'),
    ...['--out', out, '--only', only, '--no-cache', '--quiet'],
  ])
}

/** Writes the docset; returns its size in MB. */
function write(files: Iterable<readonly [string, string]>): number {
  rmSync(join(work, 'docs'), { recursive: true, force: true })
  let bytes = 0
  for (const [path, text] of files) {
    mkdirSync(dirname(join(work, path)), { recursive: true })
    writeFileSync(join(work, path), text)
    bytes += Buffer.byteLength(text)
  }
  return bytes / 1e6
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!

function main(): void {
  console.log(
    `${existsSync(CORPUS) ? 'Real' : 'Generated'} documents; medians of ${RUNS}; ratios to the first row of the same name\n`,
  )
  console.log(
    '| case | number | MB | wall s | CPU s | CPU ms each | ratio | peak MB | ratio |\n|---|---|---|---|---|---|---|---|---|',
  )
  for (const group of Object.values(cases)) {
    const first = new Map<string, readonly [number, number]>()
    for (const { name, size, files, only = 'page,json' } of group) {
      const megabytes = write(files())
      const runs = Array.from({ length: RUNS }, () => build(only))
      const [wall, cpu, memory] = (['wall', 'cpu', 'memory'] as const).map((key) =>
        median(runs.map((run) => run[key])),
      ) as [number, number, number]
      const each = (cpu * 1000) / size
      const [baseEach, baseMemory] = first.get(name) ?? [each, memory]
      first.set(name, [baseEach, baseMemory])
      const numbers = [
        megabytes.toFixed(1),
        wall.toFixed(2),
        cpu.toFixed(2),
        each.toFixed(3),
        (each / baseEach).toFixed(2),
      ]
      const rest = [memory.toFixed(0), (memory / baseMemory).toFixed(2)]
      console.log(`| ${[name, size, ...numbers, ...rest].join(' | ')} |`)
    }
  }
}

try {
  main()
} finally {
  rmSync(work, { recursive: true, force: true })
}
