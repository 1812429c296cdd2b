/**
 * Measures `lockstep review` of two folders against `check --no-cache` of the new one, in processor seconds and memory.
 *
 *     npm run bench:review -- OLD NEW
 */
import { spawnSync } from 'node:child_process'

const [old, current] = process.argv.slice(2)
if (old === undefined || current === undefined)
  throw new Error('Name two folders: the old version, then the new one.')

/** Reports the use of its children, which Node.js does not offer. */
const MEASURE = `
const args = process.argv.slice(1)
process.argv = [process.argv[0], ...args]
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  process.stderr.write('\\n' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, mb: maxRSS / 1024 }))
})
import(require('node:url').pathToFileURL(args[0]).href)
`

function measure(...args: string[]): { readonly cpu: number; readonly mb: number } {
  const { stderr } = spawnSync(
    process.execPath,
    ['-e', MEASURE, `${process.cwd()}/bin/lockstep.js`, ...args],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 2 ** 28,
    },
  )
  return JSON.parse(stderr.trim().split('\n').at(-1)!)
}

const check = measure('check', current, '--no-cache', '--format', 'json')
console.log(`check            ${check.cpu.toFixed(1)} s, ${check.mb.toFixed(0)} MB`)
for (const [name, ...flags] of [['review'], ['without findings', '--no-findings']] as const) {
  const { cpu, mb } = measure('review', old, current, '--format', 'json', ...flags)
  console.log(
    `${name.padEnd(16)} ${cpu.toFixed(1)} s (${(cpu / check.cpu).toFixed(2)} × check), ${mb.toFixed(0)} MB`,
  )
}
