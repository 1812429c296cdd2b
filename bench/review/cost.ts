/**
 * Measures `lockstep review` of two folders against `check --no-cache` of the new one, in processor seconds and memory.
 *
 *     npm run bench:review -- OLD NEW
 */
import { measureProgram } from '../measure-program.ts'

const [old, current] = process.argv.slice(2)
if (old === undefined || current === undefined)
  throw new Error('Name two folders: the old version, then the new one.')

const check = measureProgram(['check', current, '--no-cache', '--format', 'json'])
console.log(`check            ${check.cpu.toFixed(1)} s, ${check.memory.toFixed(0)} MB`)
for (const [name, ...flags] of [['review'], ['without findings', '--no-findings']] as const) {
  const { cpu, memory } = measureProgram(['review', old, current, '--format', 'json', ...flags])
  console.log(
    `${name.padEnd(16)} ${cpu.toFixed(1)} s (${(cpu / check.cpu).toFixed(2)} × check), ${memory.toFixed(0)} MB`,
  )
}
