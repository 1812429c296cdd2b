import type { Io } from '../../src/cli/io.ts'
import { run } from '../../src/cli/run.ts'

/** What a command did. */
export interface RunResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line in this process, in the folder `cwd`. */
export async function runCli(
  args: readonly string[],
  cwd: string,
  {
    env = {},
    isTTY = false,
    columns = 100,
    stopped = async () => 130,
  }: { env?: Io['env']; isTTY?: boolean; columns?: number; stopped?: Io['stopped'] } = {},
): Promise<RunResult> {
  const texts = { stdout: '', stderr: '' }
  let clock = 0
  const streamOf = (name: keyof typeof texts) => ({
    isTTY,
    columns,
    write: (text: string) => {
      texts[name] += text
    },
  })
  const io: Io = {
    stdout: streamOf('stdout'),
    stderr: streamOf('stderr'),
    env,
    cwd,
    stopped,
    endAtOnce: () => {},
    open: async () => {
      throw new Error('Nothing is opened in tests.')
    },
    // Each look at the clock is a second later, so that nothing depends on how fast the machine is.
    now: () => {
      clock += 1000
      return clock
    },
  }
  const code = await run(args, io)
  return { code, ...texts }
}
