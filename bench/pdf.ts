/**
 * Measures time and memory of printing runbooks with one to four concurrent pages, alternately; prints pages
 * per second and the ratio to one page at a time.
 *
 * Run it with `npm run bench:pdf [FOLDER…]`. `COUNT` is the number of runbooks (default: 100), `RUNS` the
 * number of turns (3), `LOCALE` their locale (fr-FR). Like `lockstep pdf`, it needs a browser. Memory is that
 * of the browser's processes and this one together, on systems with `/proc`: “resident” counts shared memory
 * once per process, “proportional” once in total.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from '../src/pipeline.ts'
import { openPrinter } from '../src/print/open-printer.ts'
import { findBrowser } from '../src/read/program/find-browser.ts'
import { readAhead } from '../src/util/read-ahead.ts'

const COUNT = Number(process.env.COUNT ?? 100)
const RUNS = Number(process.env.RUNS ?? 3)
const LOCALE = process.env.LOCALE ?? 'fr-FR'
const AT_ONCE = [1, 2, 3, 4]
/** Milliseconds between two measurements of memory. */
const PULSE = 200
const folders = process.argv.slice(2)
const inputs =
  folders.length > 0 ? folders : [resolve(import.meta.dirname, '../../shared/corpus/lync-2013/fr-FR')]

/** Pages, time and memory of a turn. */
interface Turn {
  readonly pages: number
  readonly seconds: number
  /** MB. */
  readonly resident: number
  readonly proportional: number
}

/** Memory of this process and its descendants, in MB; 0 if the system does not report it. */
function memory(): Pick<Turn, 'resident' | 'proportional'> {
  const total = { resident: 0, proportional: 0 }
  for (const pid of familyOf(process.pid)) {
    const text = read(`/proc/${pid}/smaps_rollup`)
    const of = (name: string) => Number(new RegExp(`^${name}: +(\\d+)`, 'm').exec(text)?.[1] ?? 0) / 1024
    total.resident += of('Rss')
    total.proportional += of('Pss')
  }
  return total
}

/** Lists a process and its descendants. */
function familyOf(top: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of list('/proc').filter((each) => /^\d+$/.test(each))) {
    parents.set(Number(name), Number(/\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1] ?? 0))
  }
  const isBelow = (pid: number): boolean => pid === top || (parents.has(pid) && isBelow(parents.get(pid)!))
  return [...parents.keys()].filter(isBelow)
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Reads a file; returns an empty text if its process has ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

async function print(folder: string, runbooks: readonly string[], atOnce: number): Promise<Turn> {
  const printer = await openPrinter({ browser: findBrowser(undefined), folder })
  const peak = { resident: 0, proportional: 0 }
  const look = setInterval(() => {
    const now = memory()
    peak.resident = Math.max(peak.resident, now.resident)
    peak.proportional = Math.max(peak.proportional, now.proportional)
  }, PULSE)
  const start = performance.now()
  let pages = 0
  for await (const [, { pdf }] of readAhead(runbooks, atOnce, (path) => printer.print(path))) {
    pages +=
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Type \/Page\b/g)?.length ?? 0
  }
  const seconds = (performance.now() - start) / 1000
  clearInterval(look)
  await printer.close()
  return { pages, seconds, ...peak }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-bench-'))
  try {
    await build({ inputs, out: folder, locales: [LOCALE], only: ['runbook'] })
    const made = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const runbooks = made
      .filter((path) => path.endsWith('.runbook.html'))
      .map((path) => path.replaceAll('\\', '/'))
      .sort()
      .slice(0, COUNT)
    const turns = new Map(AT_ONCE.map((atOnce) => [atOnce, [] as Turn[]]))
    for (let turn = 0; turn < RUNS; turn++) {
      for (const atOnce of AT_ONCE) turns.get(atOnce)!.push(await print(folder, runbooks, atOnce))
    }
    const [single] = turns.values()
    console.log(`${runbooks.length} runbooks of ${single![0]!.pages} pages, medians of ${RUNS} turns\n`)
    console.log(
      '| at once | runbooks/s | pages/s | ratio to 1 at once (min–max) | peak MB, proportional | resident |\n|---|---|---|---|---|---|',
    )
    for (const [atOnce, own] of turns) {
      const ratios = own.map(({ seconds }, turn) => single![turn]!.seconds / seconds)
      const rate = (amount: (turn: Turn) => number) =>
        median(own.map((turn) => amount(turn) / turn.seconds)).toFixed(1)
      const peak = (key: 'resident' | 'proportional') => median(own.map((turn) => turn[key])).toFixed(0)
      console.log(
        `| ${atOnce} | ${rate(() => runbooks.length)} | ${rate(({ pages }) => pages)} | ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}) | ${peak('proportional')} | ${peak('resident')} |`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
