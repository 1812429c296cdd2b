/**
 * Measures how time, memory and output of `lockstep build` grow with a document whose cost can exceed its
 * size: nested lists, cells that span thousands of places, marks without partners. Builds each shape at n, 2n
 * and 4n from scratch in its own process, with all outputs, and marks ratios far above 2 for twice the size.
 *
 * Run it with `npm run bench:shapes [NAME]` for the shapes with NAME in their name.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROGRAM, usageIn } from './measure-program.ts'
import { SHAPES, type Shape } from './shapes-data.ts'

/** Time, memory and output of a build. */
interface Run {
  readonly seconds: number
  /** Peak memory in MB. */
  readonly memory: number
  /** Size of the outputs in MB. */
  readonly output: number
  /** Outcome: `read`, `simplified`, or the failure. */
  readonly end: string
  readonly isKilled?: boolean
}

/** Maximum processor time in seconds. */
const LONGEST = Number(process.env.LONGEST ?? 60)
/** Minimum growth for twice the size to count as superlinear, and minimum seconds and MB. */
const SUPERLINEAR = { ratio: 2.6, seconds: 1, output: 1 }
const work = mkdtempSync(join(tmpdir(), 'lockstep-shapes-'))

function build(text: ReturnType<Shape['text']>): Run {
  const [docs, out] = [join(work, 'docs'), join(work, 'out')]
  for (const folder of [docs, out]) rmSync(folder, { recursive: true, force: true })
  mkdirSync(docs)
  for (const [path, content] of Object.entries(typeof text === 'string' ? { 'a.md': text } : text))
    writeFileSync(join(docs, path), `---\ntitle: Shape\nms.contentlocale: fr-FR\n---\n${content}\n`)
  const kinds = 'page,table,runbook,json,markdown'
  const command = ['build', join(docs, 'a.md'), '--out', out, '--only', kinds, '--no-cache']
  // Limits processor time, which does not depend on other work of the machine.
  const { status, signal, output } = spawnSync(
    'sh',
    ['-c', `ulimit -t ${LONGEST}; exec "$0" "$@"`, ...PROGRAM, ...command],
    { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 1e9 },
  )
  if (signal || status === null || status > 1 || !output[3])
    return {
      ...{ seconds: LONGEST, memory: 0, output: 0, isKilled: true },
      end: signal ?? `exit code ${status}`,
    }
  const { cpu, memory } = usageIn(output[3])
  const printed = `${output[1]}${output[2]}`
  const failed = /document-failed|rule-crashed/.exec(printed)
  return {
    seconds: cpu,
    memory,
    output: sizeOf(out) / 1e6,
    end: failed?.[0] ?? (/document-simplified/.test(printed) ? 'simplified' : 'read'),
  }
}

function sizeOf(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
}

const ratio = (value: number, base: number) => (base > 0 ? value / base : 1)

/** Whether time or output grows faster than the input, not counting that of an empty document. */
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
    '| shape | n | CPU s at n, 2n, 4n | MB memory | MB output | outcome | |\n|---|---|---|---|---|---|---|',
  )
  for (const { name, least, text } of SHAPES) {
    if (!name.includes(process.argv[2] ?? '')) continue
    const runs: Run[] = []
    // A killed build would take even longer at twice the size.
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
