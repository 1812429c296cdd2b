import { extname, parse } from 'node:path'
import { imageSize } from 'image-size'
import type { SiteFiles, SiteOptions } from '../../model/build/site.ts'
import { UserError } from '../../util/user-error.ts'
import { readNamed } from '../files/read-named.ts'

const FOLDER = 'site'

/** The files that the settings of a site name. */
export interface ReadSiteFiles {
  readonly files: SiteFiles
  /** Contents by name below the folder of assets. */
  readonly assets: ReadonlyMap<string, Buffer>
}

/**
 * Reads the logo, icon and style sheets of a site.
 *
 * @param options with absolute paths.
 * @throws {UserError} if one cannot be read, or the logo is not an image.
 */
export function readSiteFiles({ logo, favicon, css = [] }: SiteOptions): ReadSiteFiles {
  const assets = new Map<string, Buffer>()
  const add = (path: string, name: string) => {
    const content = readNamed(path, 'copy')
    const { name: stem, ext } = parse(name)
    let free = `${FOLDER}/${name}`
    for (let count = 2; assets.has(free); count++) free = `${FOLDER}/${stem}-${count}${ext}`
    assets.set(free, content)
    return free
  }
  const addLogo = (path: string, name: string) => ({
    name: add(path, name + extname(path)),
    ...sizeOf(path),
  })
  const { light, dark } = typeof logo === 'object' ? logo : { light: logo, dark: undefined }
  const files: SiteFiles = {
    ...(light !== undefined && { logo: addLogo(light, 'logo') }),
    ...(dark !== undefined && { darkLogo: addLogo(dark, 'logo-dark') }),
    ...(favicon !== undefined && { favicon: add(favicon, `favicon${extname(favicon)}`) }),
    styles: css.map((path) => add(path, parse(path).base)),
  }
  return { files, assets }
}

/** Width and height of an image in pixels; `null` where a vector image has none. */
function sizeOf(path: string): { readonly width: number | null; readonly height: number | null } {
  try {
    const { width, height } = imageSize(readNamed(path, 'copy'))
    return { width: width || null, height: height || null }
  } catch (error) {
    if (error instanceof UserError) throw error
    if (extname(path).toLowerCase() === '.svg') return { width: null, height: null }
    throw new UserError(`Cannot read ${path}: it is not an image that browsers show`)
  }
}
