/**
 * Measures `lockstep export` of a folder against a cold `build --only page` of it, in processor seconds, elapsed seconds and peak memory,
 * and how the memory grows with the number of documents.
 *
 *     npm run bench:export -- FOLDER
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name a folder of documents.')
const RUNS = Number(process.env.RUNS ?? 3)
const work = mkdtempSync(join(tmpdir(), 'lockstep-bench-'))

/** Reports the use of its process, which Node.js does not offer for children. */
const MEASURE = `
const args = process.argv.slice(1)
process.argv = [process.argv[0], ...args]
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  process.stderr.write('\\n' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, mb: maxRSS / 1024 }))
})
import(require('node:url').pathToFileURL(args[0]).href)
`

interface Use {
  readonly cpu: number
  readonly wall: number
  readonly mb: number
}

function measure(...args: string[]): Use {
  const out = join(work, 'out')
  const main = join(process.cwd(), 'bin/lockstep.js')
  const start = performance.now()
  const { stderr } = spawnSync(process.execPath, ['-e', MEASURE, main, ...args, '--out', out, '-q'], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 28,
  })
  const wall = (performance.now() - start) / 1000
  rmSync(out, { recursive: true, force: true })
  return { ...(JSON.parse(stderr.trim().split('\n').at(-1)!) as Omit<Use, 'wall'>), wall }
}

/** The least of several runs: others wait for the rest of the machine. */
function best(runs: readonly Use[]): Use {
  const least = (key: keyof Use) => Math.min(...runs.map((run) => run[key]))
  return { cpu: least('cpu'), wall: least('wall'), mb: least('mb') }
}

const COMMANDS = {
  'build --only page': ['build', folder, '--only', 'page', '--no-cache'],
  export: ['export', folder],
  'export --bundle': ['export', folder, '--bundle'],
  'export --findings': ['export', folder, '--findings'],
}

try {
  const uses = new Map<string, Use[]>()
  for (let run = 0; run < RUNS; run++)
    for (const [name, args] of Object.entries(COMMANDS))
      uses.set(name, [...(uses.get(name) ?? []), measure(...args)])
  const base = best(uses.get('build --only page')!)
  for (const [name, runs] of uses) {
    const { cpu, wall, mb } = best(runs)
    console.log(
      `${name.padEnd(18)} ${cpu.toFixed(1)} s processor (${(cpu / base.cpu).toFixed(2)} ×), ${wall.toFixed(1)} s elapsed (${(wall / base.wall).toFixed(2)} ×), ${mb.toFixed(0)} MB`,
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
    `A quarter of the documents of ${folder} in bundles: ${few.mb.toFixed(0)} MB; all: ${best(uses.get('export --bundle')!).mb.toFixed(0)} MB`,
  )
} finally {
  rmSync(work, { recursive: true, force: true })
}
