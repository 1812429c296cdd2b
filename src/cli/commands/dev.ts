import picocolors from 'picocolors'
import { basePath } from '../../model/build/base-path.ts'
import type { DevChange, DevOptions, DevSession } from '../../pipeline/dev/dev-options.ts'
import { dev } from '../../pipeline.ts'
import type { OutputKind } from '../../render/output-kinds.ts'
import { countOf } from '../../util/count-of.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { createLivePages, withClient } from '../dev/live-pages.ts'
import type { ExitCode } from '../exit-code.ts'
import { hasColors, type Io } from '../io.ts'
import type { CommonFlags } from '../read-settings.ts'
import { showInBrowser } from '../serve/show-in-browser.ts'
import { startServer } from '../serve/start-server.ts'
import { readBuildOptions } from './build.ts'

/** Flags of `lockstep dev`. */
export interface DevFlags extends CommonFlags {
  readonly locale?: readonly string[]
  readonly only?: readonly OutputKind[]
  readonly templates?: string
  readonly port?: number
  readonly open?: boolean
}

/** Runs `lockstep dev` until it is stopped. */
export async function runDev(inputs: readonly string[], flags: DevFlags, io: Io): Promise<ExitCode> {
  let session: DevSession
  let opening: Promise<void> = Promise.resolve()
  const options = await readOptions(inputs, flags, io)
  const base = basePath(options)
  const live = createLivePages(() => session, base)
  session = await dev({ ...options, onChange: take, onProblem: live.showProblem })
  const server = await startServer({
    filesOf: () => session,
    port: flags.port,
    base,
    answerFirst: live.answer,
    complete: withClient,
  }).catch(async (error: unknown) => {
    await session.close()
    throw error
  })
  const colors = picocolors.createColors(hasColors(io.stdout, io.env))
  io.stdout.write(
    `${countOf(session.size(), 'document')} at ${colors.bold(server.url)}\nPages reload when their files change. Press Ctrl+C to stop.\n`,
  )
  if (flags.open) showInBrowser(server.url, io)
  await io.stopped()
  await opening
  await session.close()
  await server.close()
  return 0

  function take(change: DevChange): void {
    if (change.type === 'settings') opening = opening.then(openAgain)
    else live.notify(change)
  }

  /** Applies changed settings; if they are unusable, everything stays as it was. */
  async function openAgain(): Promise<void> {
    try {
      const next = await dev({
        ...(await readOptions(inputs, flags, io)),
        onChange: take,
        onProblem: live.showProblem,
      })
      const before = session
      session = next
      await before.close()
      live.showProblem(undefined)
      live.notify({ type: 'content', concerns: () => true })
    } catch (error) {
      io.stderr.write(`${reasonOf(error)}\n`)
      live.showProblem(reasonOf(error))
    }
  }
}

/** Settings of a build without those for writing and printing. */
async function readOptions(
  inputs: readonly string[],
  flags: DevFlags,
  io: Io,
): Promise<Omit<DevOptions, 'onChange' | 'onProblem'>> {
  const { out: _, cache: __, pdf: ___, book: ____, ...options } = await readBuildOptions(inputs, flags, io)
  const watched = [options.configFile, options.suppressions].filter((path) => typeof path === 'string')
  return { ...options, watched }
}
