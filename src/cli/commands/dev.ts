import picocolors from 'picocolors'
import type { DevChange, DevOptions, DevSession } from '../../pipeline/dev/dev-options.ts'
import { dev } from '../../pipeline.ts'
import type { OutputKind } from '../../render/context.ts'
import { countOf } from '../../util/count-of.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { startServer } from '../dev/start-server.ts'
import type { ExitCode } from '../exit-code.ts'
import { hasColors, type Io } from '../io.ts'
import { type CommonFlags, readSettings } from '../read-settings.ts'

/** Flags of `lockstep dev`. */
export interface DevFlags extends CommonFlags {
  readonly locale?: readonly string[]
  readonly only?: readonly OutputKind[]
  readonly templates?: string
  readonly port?: number
}

/** Runs `lockstep dev` until it is stopped. */
export async function runDev(inputs: readonly string[], flags: DevFlags, io: Io): Promise<ExitCode> {
  let session: DevSession
  let opening: Promise<void> = Promise.resolve()
  const open = async () => dev(await readOptions(inputs, flags, io, (change) => take(change)))
  session = await open()
  const server = await startServer(() => session, flags.port).catch(async (error: unknown) => {
    await session.close()
    throw error
  })
  const colors = picocolors.createColors(hasColors(io.stdout, io.env))
  io.stdout.write(
    `${countOf(session.size(), 'document')} at ${colors.bold(server.url)}\nPages load again when their files change. Press Ctrl+C to end.\n`,
  )
  await io.stopped()
  await opening
  await session.close()
  await server.close()
  return 0

  function take(change: DevChange): void {
    if (change.type === 'settings') opening = opening.then(openAgain)
    else server.tell(change)
  }

  /** Takes over other settings; those that cannot be used leave everything as it was. */
  async function openAgain(): Promise<void> {
    try {
      const next = await open()
      const before = session
      session = next
      await before.close()
      server.tell({ type: 'content', concerns: () => true })
    } catch (error) {
      io.stderr.write(`${reasonOf(error)}\n`)
      server.tellProblem(reasonOf(error))
    }
  }
}

async function readOptions(
  inputs: readonly string[],
  flags: DevFlags,
  io: Io,
  onChange: DevOptions['onChange'],
): Promise<DevOptions> {
  const { config, run } = await readSettings(inputs, flags, io)
  const locales = flags.locale ?? config.locales
  const only = flags.only ?? config.only
  const templates = flags.templates ?? config.templates
  return {
    ...run,
    onChange,
    watched: [run.configFile, run.suppressions].filter((path) => typeof path === 'string'),
    ...(locales && { locales }),
    ...(only && { only }),
    ...(templates !== undefined && { templates }),
    ...(config.labels !== undefined && { labels: config.labels }),
    ...(config.fallback !== undefined && { fallback: config.fallback }),
    ...(config.staleTranslations !== undefined && { staleTranslations: config.staleTranslations }),
    ...(config.bilingualRunbooks !== undefined && { bilingualRunbooks: config.bilingualRunbooks }),
    ...(config.rootUrl !== undefined && { rootUrl: config.rootUrl }),
  }
}
