/**
 * Measures `lockstep export` of a folder against a cold `build --only page` of it, in processor seconds, elapsed seconds and peak memory,
 * and how the memory grows with the number of documents.
 *
 *     npm run bench:export -- FOLDER
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureProgram, type Usage } from './measure-program.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name a folder of documents.')
const RUNS = Number(process.env.RUNS ?? 3)
const work = mkdtempSync(join(tmpdir(), 'lockstep-bench-'))

function measure(...args: string[]): Usage {
  const out = join(work, 'out')
  const usage = measureProgram([...args, '--out', out, '-q'])
  rmSync(out, { recursive: true, force: true })
  return usage
}

/** The least of several runs: others wait for the rest of the machine. */
function best(runs: readonly Usage[]): Usage {
  const least = (key: keyof Usage) => Math.min(...runs.map((run) => run[key]))
  return { cpu: least('cpu'), wall: least('wall'), memory: least('memory') }
}

const COMMANDS = {
  'build --only page': ['build', folder, '--only', 'page', '--no-cache'],
  export: ['export', folder],
  'export --bundle': ['export', folder, '--bundle'],
  'export --findings': ['export', folder, '--findings'],
}

try {
  const uses = new Map<string, Usage[]>()
  for (let run = 0; run < RUNS; run++)
    for (const [name, args] of Object.entries(COMMANDS))
      uses.set(name, [...(uses.get(name) ?? []), measure(...args)])
  const base = best(uses.get('build --only page')!)
  for (const [name, runs] of uses) {
    const { cpu, wall, memory } = best(runs)
    console.log(
      `${name.padEnd(18)} ${cpu.toFixed(1)} s processor (${(cpu / base.cpu).toFixed(2)} ×), ${wall.toFixed(1)} s elapsed (${(wall / base.wall).toFixed(2)} ×), ${memory.toFixed(0)} MB`,
    )
  }
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
  const part = join(work, 'part')
  for (const path of paths.filter((_, at) => at % 4 === 0))
    cpSync(join(folder, path), join(part, path), { recursive: true })
  const few = measure('export', part, '--bundle')
  console.log(
    `A quarter of the documents of ${folder} in bundles: ${few.memory.toFixed(0)} MB; all: ${best(uses.get('export --bundle')!).memory.toFixed(0)} MB`,
  )
} finally {
  rmSync(work, { recursive: true, force: true })
}
