import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readAssets } from '../../src/read/read-assets.ts'
import type { OutputFile } from '../../src/render/context.ts'

/** A folder of rendered files with the assets that they need, for a browser to open. */
export interface SiteFolder {
  write(file: OutputFile): void
  /** The `file:` URL of a file in it. */
  urlOf(path: string): string
  remove(): void
}

/** Makes a folder with the built-in assets. */
export function createSiteFolder(): SiteFolder {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-site-'))
  const write = ({ path, content }: OutputFile): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  for (const [name, content] of readAssets()) write({ path: `assets/${name}`, content: content.toString() })
  return {
    write,
    urlOf: (path) => pathToFileURL(join(folder, path)).href,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
