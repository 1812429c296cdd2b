#!/usr/bin/env node
/** Entry point of the command line. */
import module from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { reasonOf } from '../util/reason-of.ts'
import { endAtOnce, processIo } from './io.ts'
import { run } from './run.ts'

for (const [stream, name] of [
  [process.stdout, 'standard output'],
  [process.stderr, 'standard error'],
] as const) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that closes early (`lockstep check | head`) is not a failure.
    if (error.code === 'EPIPE') process.exit()
    if (stream !== process.stderr)
      process.stderr.write(`error Cannot write to ${name}: ${reasonOf(error)}. The output is incomplete.\n`)
    process.exit(2)
  })
}

// Commands that serve or wait handle signals themselves.
endAtOnce()

// Commands load their modules later: Node.js 22.1 or later takes them from its compile cache.
const { enableCompileCache } = module as { enableCompileCache?: () => unknown }
enableCompileCache?.()

// Documents become garbage one after the other, but V8 lets its heap grow to four times the live size before
// it collects. A lower factor takes no more time, because most of the heap is garbage then.
setFlagsFromString('--heap-growing-percent=40')

process.exitCode = await run(process.argv.slice(2), processIo())
