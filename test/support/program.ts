import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const PROGRAM = fileURLToPath(new URL('../../bin/lockstep.js', import.meta.url))

/** Whether the program is built. */
export const isBuilt = existsSync(PROGRAM)

/** How a program ended. */
export interface EndedProgram {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A program at work. */
export interface RunningProgram {
  /** Waits until it has printed a text, so many times. */
  said(text: string | RegExp, times?: number): Promise<void>
  /** What it has printed, errors included. */
  printed(): string
  kill(signal: NodeJS.Signals): void
  readonly ended: Promise<EndedProgram>
}

/** Starts the program in a process of its own, at the latest until the test is finished. */
export function startProgram(
  cwd: string,
  args: readonly string[],
  { env = {}, program = PROGRAM }: { env?: NodeJS.ProcessEnv; program?: string } = {},
): RunningProgram {
  const child = spawn(process.execPath, [program, ...args], { cwd, env: { ...process.env, ...env } })
  const texts = { stdout: '', stderr: '' }
  let isOver = false
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      texts[name] += part
      child.emit('printed')
    })
  }
  const printed = () => texts.stdout + texts.stderr
  const ended = once(child, 'close').then(([code]): EndedProgram => {
    isOver = true
    child.emit('printed')
    return { code, ...texts }
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return {
    async said(text, times = 1) {
      while (printed().split(text).length <= times) {
        if (isOver) throw new Error(`It ended without saying ${text}:\n${printed()}`)
        await once(child, 'printed')
      }
    },
    printed,
    kill: (signal) => child.kill(signal),
    ended,
  }
}
