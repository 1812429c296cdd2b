#!/usr/bin/env node
import module from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { reasonOf } from '../util/reason-of.ts'
import { processIo, SIGNALS } from './io.ts'
import { run } from './run.ts'

for (const [stream, name] of [
  [process.stdout, 'standard output'],
  [process.stderr, 'standard error'],
] as const) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that closes early (`lockstep check | head`) is no failure.
    if (error.code === 'EPIPE') process.exit()
    if (stream !== process.stderr)
      process.stderr.write(
        `error Cannot write to ${name}: ${reasonOf(error)}. What was printed is not complete.\n`,
      )
    process.exit(2)
  })
}

// At once, but not in the middle of a file, and with what has to be done at the end. `dev` ends in its own way.
for (const [signal, code] of SIGNALS) process.once(signal, () => process.exit(code))

// Commands load their modules later: where Node can (from 22.1 on), as it compiled them the last time.
const { enableCompileCache } = module as { enableCompileCache?: () => unknown }
enableCompileCache?.()

// Documents are let go one after the other, but V8 lets its heap grow to four times what is in use before it looks for what is not. It
// takes no more time, as most of what is looked at then is not in use.
setFlagsFromString('--heap-growing-percent=40')

process.exitCode = await run(process.argv.slice(2), processIo())
