import { CommanderError } from 'commander'
import { createProgram } from './create-program.ts'
import type { ExitCode } from './exit-code.ts'
import { guardIo, hasColors, type Io } from './io.ts'

/** Names of errors whose message is meant for people. */
const KNOWN = new Set(['KnownError', 'ConfigurationError'])

/**
 * Runs the command line. Never throws.
 *
 * @param args what stands after the name of the program.
 */
export async function run(args: readonly string[], world: Io): Promise<ExitCode> {
  const io = guardIo(world)
  let code: ExitCode = 0
  try {
    await createProgram(io, (result) => {
      code = result
    }).parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    await explain(error, io)
    return 2
  }
}

async function explain(error: unknown, io: Io): Promise<void> {
  const { createColors } = (await import('picocolors')).default
  const colors = createColors(hasColors(io.stderr, io.env))
  const label = colors.red('error')
  if (error instanceof Error && KNOWN.has(error.name)) {
    const hint = 'hint' in error && typeof error.hint === 'string' ? ` ${error.hint}` : ''
    io.stderr.write(`${label} ${error.message}.${hint}\n`.replace('..', '.'))
    return
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  io.stderr.write(`${label} Lockstep failed in a way that it should not. Please report this:\n${stack}\n`)
}
