import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { listen } from './listen.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Whether this machine has Redis. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0

/** A Redis of a test, which writes each command to the disk before it answers. */
export interface RunningRedis {
  readonly url: string
  /** The same by its socket. */
  readonly socket: string
  /** Ends it at once. */
  stop(): Promise<void>
  /** Ends it at once and starts it again. */
  restart(options?: { readonly forget: boolean }): Promise<void>
}

/** Starts Redis until the test is finished. */
export async function startRedis(): Promise<RunningRedis> {
  const folder = temporaryFolder()
  const port = await freePort()
  const socket = join(folder, 'redis.sock')
  const start = async () => {
    const where = ['--port', String(port), '--unixsocket', socket, '--dir', folder]
    const child = spawn('redis-server', [
      ...where,
      '--appendonly',
      'yes',
      '--appendfsync',
      'always',
      '--save',
      '',
    ])
    let log = ''
    for await (const part of child.stdout) {
      log += part
      if (/ready to accept connections/i.test(log)) break
    }
    return child
  }
  let child = await start()
  const stop = async () => {
    if (child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  onTestFinished(stop)
  return {
    url: `redis://127.0.0.1:${port}`,
    socket: `unix://${socket}`,
    stop,
    async restart({ forget } = { forget: false }) {
      await stop()
      if (forget) rmSync(join(folder, 'appendonlydir'), { recursive: true })
      child = await start()
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  server.close()
  await once(server, 'close')
  return port
}
