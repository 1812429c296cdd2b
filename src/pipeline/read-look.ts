import { join, resolve } from 'node:path'
import { pathForPeople } from '../read/path-for-people.ts'
import { readVersion } from '../read/program/read-version.ts'
import { readAssets } from '../read/read-assets.ts'
import { readTemplates } from '../read/read-templates.ts'
import { assetPaths } from '../render/templates/asset-paths.ts'
import { findTemplateFault } from '../render/templates/find-template-fault.ts'
import { describeFault } from '../render/templates/template-error.ts'
import { UserError } from '../util/user-error.ts'
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
  const texts = readTemplates(folderOf(templates))
  const trees = readLabels(folderOf(labels), { plugins }, cwd)
  const ownTemplates = ownPaths(texts, folderOf(templates), cwd)
  for (const [name, path] of Object.entries(ownTemplates)) {
    const fault = findTemplateFault(texts[name]!, { templates: texts, assets, labels: trees })
    if (fault) throw new UserError(`Cannot use the template ${describeFault(path, fault)}`)
  }
  const look = {
    templates: texts,
    ownTemplates,
    assets,
    labels: trees,
    version: readVersion(),
    site,
  }
  return { look, assets: new Map([...files].map(([name, content]) => [assets[name]!, content])) }
}

/** Paths for people of the templates that differ from the built-in ones, by name. */
function ownPaths(
  texts: Readonly<Record<string, string>>,
  folder: string | undefined,
  cwd: string,
): Readonly<Record<string, string>> {
  if (folder === undefined) return {}
  const builtIn = readTemplates()
  const names = Object.keys(texts).filter((name) => texts[name] !== builtIn[name])
  return Object.fromEntries(names.map((name) => [name, pathForPeople(join(folder, `${name}.hbs`), cwd)]))
}
