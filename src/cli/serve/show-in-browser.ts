import { type Io, isContinuousIntegration } from '../io.ts'

/** Opens a URL in the default browser, except in continuous integration; prints a hint if there is no browser. */
export function showInBrowser(url: string, io: Io): void {
  if (isContinuousIntegration(io.env)) return
  io.open(url).catch(() => io.stderr.write(`Could not open a browser. Open ${url} in one.\n`))
}
