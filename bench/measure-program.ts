import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** What a run of the program used. */
export interface Usage {
  /** Elapsed seconds. */
  readonly wall: number
  /** Processor seconds of all threads together, which depend little on other work of the machine. */
  readonly cpu: number
  /** Peak memory in MB. */
  readonly memory: number
}

// Threads start with the same options, but only the main thread reports, for the whole process.
const REPORT_USAGE = `import{writeSync}from'node:fs';import{isMainThread}from'node:worker_threads';
if(isMainThread)process.on('exit',()=>writeSync(3,JSON.stringify(process.resourceUsage())))`

/** Command that runs the program and writes its usage to file descriptor 3, since Node.js does not offer that of children. */
export const PROGRAM: readonly [string, ...string[]] = [
  process.execPath,
  '--import',
  `data:text/javascript,${encodeURIComponent(REPORT_USAGE)}`,
  resolve(import.meta.dirname, '../bin/lockstep.js'),
]

/** Reads what {@link PROGRAM} wrote to file descriptor 3. */
export function usageIn(written: string): Omit<Usage, 'wall'> {
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(written) as NodeJS.ResourceUsage
  return { cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }
}

/**
 * Runs the program in its own process and measures it.
 *
 * @throws if it fails; findings are not a failure.
 */
export function measureProgram(args: readonly string[], cwd = process.cwd()): Usage {
  const [command, ...options] = PROGRAM
  const start = performance.now()
  const { status, output } = spawnSync(command, [...options, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  const wall = (performance.now() - start) / 1000
  if (status === null || status > 1) throw new Error(`lockstep ${args.join(' ')} failed:\n${output[2]}`)
  return { wall, ...usageIn(output[3]!) }
}
