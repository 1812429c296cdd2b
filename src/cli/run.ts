import { CommanderError } from 'commander'
import { createProgram } from './create-program.ts'
import type { ExitCode } from './exit-code.ts'
import { explanationOf } from './explanation-of.ts'
import { guardIo, hasColors, type Io } from './io.ts'

/**
 * Runs the command line. Never throws.
 *
 * @param args arguments after the name of the program.
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

/** Codes of errors if the process, or the machine, cannot open more files. */
const NO_FILES = new Set(['EMFILE', 'ENFILE'])

async function errorLabel(io: Io): Promise<string> {
  try {
    const { createColors } = (await import('picocolors')).default
    return createColors(hasColors(io.stderr, io.env)).red('error')
  } catch {
    // If no more files can be opened, no more code can be loaded.
    return 'error'
  }
}

async function explain(error: unknown, io: Io): Promise<void> {
  const label = await errorLabel(io)
  const explanation = explanationOf(error)
  if (explanation !== undefined) {
    io.stderr.write(`${label} ${explanation}\n`)
    return
  }
  if (error instanceof Error && 'code' in error && NO_FILES.has(String(error.code))) {
    io.stderr.write(
      `${label} Too many open files for this machine. Raise the limit (\`ulimit -n 1024\`), or use --threads 1.\n`,
    )
    return
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  io.stderr.write(`${label} Lockstep failed unexpectedly. Please report this:\n${stack}\n`)
}
