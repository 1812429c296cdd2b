import { resolve } from 'node:path'
import { mapSiteFiles, type SiteLook, type SiteOptions } from '../../model/build/site.ts'
import { readSiteFiles } from '../../read/site/read-site-files.ts'
import { UserError } from '../../util/user-error.ts'

const ACCENT = 'site/accent.css'

/** Everything that pages show of the site, and the files that they refer to. */
export interface ReadSiteLook {
  readonly site: SiteLook
  /** Contents by name below the folder of assets. */
  readonly assets: ReadonlyMap<string, Buffer>
}

/**
 * Reads the files of a site and makes the style of its accent color.
 *
 * @throws {UserError} if a file cannot be read or the accent is not a color.
 */
export async function readSiteLook(options: SiteOptions, cwd: string): Promise<ReadSiteLook> {
  const { files, assets } = readSiteFiles(mapSiteFiles(options, (path) => resolve(cwd, path)))
  const { accent } = options
  if (accent === undefined) return { site: { options, files }, assets }
  // Colors are rare, and this module loads slowly.
  const { accentStyle } = await import('../../render/site/accent.ts')
  const style = accentStyle(accent)
  if (style === undefined)
    throw new UserError(`Unexpected ${accent} for site.accent, expected a CSS color such as #0b6070`)
  return {
    site: { options, files: { ...files, styles: [ACCENT, ...files.styles] } },
    assets: new Map([[ACCENT, Buffer.from(style)], ...assets]),
  }
}
