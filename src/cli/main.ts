#!/usr/bin/env node
import module from 'node:module'
import { processIo } from './io.ts'
import { run } from './run.ts'

// A reader that closes early (`lockstep check | head`) is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

// Commands load their modules later: where Node can (from 22.1 on), as it compiled them the last time.
const { enableCompileCache } = module as { enableCompileCache?: () => unknown }
enableCompileCache?.()

process.exitCode = await run(process.argv.slice(2), processIo())
