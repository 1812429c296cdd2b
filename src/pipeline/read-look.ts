import { resolve } from 'node:path'
import { readVersion } from '../read/program/read-version.ts'
import { readAssets } from '../read/read-assets.ts'
import { readTemplates } from '../read/read-templates.ts'
import { assetPaths } from '../render/templates/asset-paths.ts'
import type { MakeSettings } from './document/make-document.ts'
import type { BuildOptions } from './options.ts'
import { readLabels } from './plugins/read-labels.ts'
import { readSiteLook } from './site/read-site-look.ts'

/** Everything that decides how pages look. */
export interface ReadLook extends Pick<MakeSettings, 'look'> {
  /** Style sheets, scripts and other files by output path. */
  readonly assets: ReadonlyMap<string, Buffer>
}

/**
 * Reads templates, labels, style sheets and the look of the site.
 *
 * @throws {UserError} if they cannot be read.
 */
export async function readLook(
  {
    templates,
    labels,
    plugins = [],
    site: siteOptions = {},
  }: Pick<BuildOptions, 'templates' | 'labels' | 'plugins' | 'site'>,
  cwd: string,
): Promise<ReadLook> {
  const folderOf = (folder: string | undefined) => (folder === undefined ? undefined : resolve(cwd, folder))
  const { site, assets: siteAssets } = await readSiteLook(siteOptions, cwd)
  const files = new Map([...readAssets(folderOf(templates)), ...siteAssets])
  const assets = assetPaths(files)
  const look = {
    templates: readTemplates(folderOf(templates)),
    assets,
    labels: readLabels(folderOf(labels), { plugins }),
    version: readVersion(),
    site,
  }
  return { look, assets: new Map([...files].map(([name, content]) => [assets[name]!, content])) }
}
