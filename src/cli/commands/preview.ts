import { resolve } from 'node:path'
import picocolors from 'picocolors'
import { basePath } from '../../model/build/base-path.ts'
import { preview } from '../../pipeline.ts'
import type { ExitCode } from '../exit-code.ts'
import { hasColors, type Io } from '../io.ts'
import { type CommonFlags, readSettings } from '../read-settings.ts'
import { showInBrowser } from '../serve/show-in-browser.ts'
import { startServer } from '../serve/start-server.ts'

/** Flags of `lockstep preview`. */
export interface PreviewFlags extends CommonFlags {
  readonly out?: string
  readonly port?: number
  readonly siteUrl?: string
  readonly open?: boolean
}

/** Runs `lockstep preview` until it is stopped. */
export async function runPreview(flags: PreviewFlags, io: Io): Promise<ExitCode> {
  const { config } = await readSettings([], flags, io)
  const out = resolve(io.cwd, flags.out ?? config.out!)
  const site = await preview(out)
  const base = basePath({ ...config, ...(flags.siteUrl !== undefined && { siteUrl: flags.siteUrl }) })
  const server = await startServer({ filesOf: () => site, port: flags.port, base })
  const colors = picocolors.createColors(hasColors(io.stdout, io.env))
  io.stdout.write(
    `${out} at ${colors.bold(server.url)}\nReload a page to see it after the next build. Press Ctrl+C to stop.\n`,
  )
  if (flags.open) showInBrowser(server.url, io)
  await io.stopped()
  await server.close()
  return 0
}
