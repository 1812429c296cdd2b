/**
 * Measures how time, memory and output of `lockstep build` grow with one document of a shape that is known to cost more than it says:
 * nested lists, cells that span thousands of places, marks without partners. Each is built at n, 2n and 4n, from nothing, in a process
 * of its own with all outputs. A ratio far above 2 for twice the size is marked.
 *
 * Run it with `npm run bench:shapes [NAME]`: only the shapes whose name holds NAME.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { SHAPES, type Shape } from './shapes-data.ts'

/** What one build took. */
interface Run {
  readonly seconds: number
  /** Peak memory in MB. */
  readonly memory: number
  /** Size of the outputs in MB. */
  readonly output: number
  /** How it ended: number of findings, or what went wrong. */
  readonly end: string
  readonly isKilled?: boolean
}

const MAIN = resolve(import.meta.dirname, '../bin/lockstep.js')
/** Most seconds of processor time. */
const LONGEST = Number(process.env.LONGEST ?? 60)
/** Growth for twice the size from which on it is not linear, and the least seconds, MB for it to count. */
const SUPERLINEAR = { ratio: 2.6, seconds: 1, output: 1 }
const TELL = `import{writeSync}from'node:fs';import{isMainThread}from'node:worker_threads';
if(isMainThread)process.on('exit',()=>writeSync(3,JSON.stringify(process.resourceUsage())))`
const work = mkdtempSync(join(tmpdir(), 'lockstep-shapes-'))

function build(text: ReturnType<Shape['text']>): Run {
  const [docs, out] = [join(work, 'docs'), join(work, 'out')]
  for (const folder of [docs, out]) rmSync(folder, { recursive: true, force: true })
  mkdirSync(docs)
  for (const [path, content] of Object.entries(typeof text === 'string' ? { 'a.md': text } : text))
    writeFileSync(join(docs, path), `---\ntitle: Shape\nms.contentlocale: fr-FR\n---\n${content}\n`)
  const kinds = 'page,table,runbook,json,markdown'
  const command = ['build', join(docs, 'a.md'), '--out', out, '--only', kinds, '--no-cache']
  const program = [process.execPath, '--import', `data:text/javascript,${encodeURIComponent(TELL)}`, MAIN]
  // The limit is one of processor time, which other work does not change.
  const { status, signal, output } = spawnSync(
    'sh',
    ['-c', `ulimit -t ${LONGEST}; exec "$0" "$@"`, ...program, ...command],
    { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 1e9 },
  )
  if (signal || status === null || status > 1 || !output[3])
    return {
      ...{ seconds: LONGEST, memory: 0, output: 0, isKilled: true },
      end: signal ?? `exit code ${status}`,
    }
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(output[3]) as NodeJS.ResourceUsage
  const told = `${output[1]}${output[2]}`
  const failed = /document-failed|rule-crashed/.exec(told)
  return {
    seconds: (userCPUTime + systemCPUTime) / 1e6,
    memory: maxRSS / 1024,
    output: sizeOf(out) / 1e6,
    end: failed?.[0] ?? (/document-simplified/.test(told) ? 'simplified' : 'read'),
  }
}

function sizeOf(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
}

const ratio = (value: number, base: number) => (base > 0 ? value / base : 1)

/** Whether something grows faster than the input. What every build takes is left out. */
function isSuperlinear(runs: readonly Run[], empty: Run): boolean {
  return runs.some((run, at) => {
    const before = runs[at - 1]
    if (!before) return false
    const seconds = [run.seconds - empty.seconds, before.seconds - empty.seconds] as const
    const output = [run.output - empty.output, before.output - empty.output] as const
    return (
      (seconds[0] > SUPERLINEAR.seconds && ratio(...seconds) > SUPERLINEAR.ratio) ||
      (output[0] > SUPERLINEAR.output && ratio(...output) > SUPERLINEAR.ratio)
    )
  })
}

function main(): void {
  const empty = build('# Empty')
  console.log(`An empty document takes ${empty.seconds.toFixed(2)} s and ${empty.memory.toFixed(0)} MB\n`)
  console.log(
    '| shape | n | CPU s at n, 2n, 4n | MB memory | MB output | how it ends | |\n|---|---|---|---|---|---|---|',
  )
  for (const { name, least, text } of SHAPES) {
    if (!name.includes(process.argv[2] ?? '')) continue
    const runs: Run[] = []
    // What took too long takes longer still at twice the size.
    for (const times of [1, 2, 4]) if (!runs.at(-1)?.isKilled) runs.push(build(text(least * times)))
    const list = (key: 'seconds' | 'memory' | 'output', digits: number) =>
      runs.map((run) => run[key].toFixed(digits)).join(', ')
    const ends = [...new Set(runs.map(({ end }) => end))].join(', ')
    const mark = isSuperlinear(runs, empty) ? 'superlinear' : ''
    console.log(
      `| ${[name, least, list('seconds', 2), list('memory', 0), list('output', 2), ends, mark].join(' | ')} |`,
    )
  }
}

try {
  main()
} finally {
  rmSync(work, { recursive: true, force: true })
}
