import { resolve } from 'node:path'
import { readVersion } from '../../read/program/read-version.ts'
import { readAssets } from '../../read/read-assets.ts'
import { readLocales } from '../../read/read-locales.ts'
import { readTemplates } from '../../read/read-templates.ts'
import type { RenderContext } from '../../render/context.ts'
import { assetPaths } from '../../render/templates/asset-paths.ts'
import { createContext, type MakeSettings } from '../document/make-document.ts'
import { readSiteLook } from '../site/read-site-look.ts'
import type { DevOptions } from './dev-options.ts'

/** Everything that decides how pages look. */
export interface DevLook extends Pick<MakeSettings, 'look'> {
  readonly context: RenderContext
  /** Style sheets, scripts and other files by output path. */
  readonly assets: ReadonlyMap<string, Buffer>
}

/**
 * Reads templates, labels, style sheets and the look of the site.
 *
 * @throws {UserError} if they cannot be read.
 */
export async function readLook(options: DevOptions, cwd: string): Promise<DevLook> {
  const folderOf = (folder: string | undefined) => (folder === undefined ? undefined : resolve(cwd, folder))
  const { site, assets: siteAssets } = await readSiteLook(options.site ?? {}, cwd)
  const files = new Map([...readAssets(folderOf(options.templates)), ...siteAssets])
  const assets = assetPaths(files)
  const look = {
    templates: readTemplates(folderOf(options.templates)),
    assets,
    labels: readLocales(folderOf(options.labels)),
    version: readVersion(),
    site,
  }
  return {
    look,
    context: createContext({ options, look }),
    assets: new Map([...files].map(([name, content]) => [assets[name]!, content])),
  }
}
