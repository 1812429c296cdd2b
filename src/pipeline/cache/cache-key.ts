import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { NamedHashes, ShardKeys, ShardKind } from '../../model/build/shard.ts'
import { mapSiteFiles, type SiteOptions, siteFilesOf } from '../../model/build/site.ts'
import { readDocsetFormulas } from '../../read/config/docset-formulas.ts'
import { DOCSET_FILE, docsetsOf } from '../../read/config/find-docset.ts'
import { stampOf } from '../../read/files/file-state.ts'
import { isInside } from '../../read/files/inside.ts'
import type { Inputs } from '../../read/input.ts'
import { hashFile, hashFolder, hashProgram } from '../../read/program/hash-program.ts'
import { findRedirectionFiles, publishConfigsOf } from '../../read/redirections/read-redirections.ts'
import { xrefMapsOf } from '../../read/xrefs/xref-maps.ts'
import { compare } from '../../util/data/compare.ts'
import { groupBy } from '../../util/data/group-by.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import { toPosix } from '../../util/text/to-posix.ts'
import type { BuildOptions, CheckOptions } from '../options.ts'
import { pluginFiles, pluginsText } from '../plugins/plugin-files.ts'
import type { TocPathsOf } from '../tocs.ts'

/** Options that do not affect the result of a document. */
const WITHOUT_EFFECT = new Set([
  // Functions: the files that they depend on are hashed, or their text.
  'plugins',
  'onProgress',
  'onStage',
  'cwd',
  'out',
  'browser',
  'shards',
  'inputs',
  'root',
  'within',
  'threads',
  'cache',
  'baseline',
  'updateBaseline',
  'changedSince',
  'fix',
])

/** Folders that a run depends on. */
export interface CacheKeyFolders {
  /** Absolute paths of the documents' roots, whose tables of contents decide what belongs to a book. */
  readonly roots: readonly string[]
  /** Absolute paths of their docsets. */
  readonly docsets: readonly string[]
  readonly tocPathsOf: TocPathsOf
}

/** The folders of a run. */
export function keyFoldersOf({ inputs }: Inputs, tocPathsOf: TocPathsOf): CacheKeyFolders {
  return {
    roots: [...new Set(inputs.map(({ root }) => root))],
    docsets: docsetsOf(inputs.map(({ absolute }) => absolute)),
    tocPathsOf,
  }
}

/** A run whose keys are asked for. */
export type KeyedOptions = (CheckOptions | BuildOptions) & { readonly cwd: string }

/** Hashes everything that all documents depend on, the place of the folders included. */
export async function cacheKey(
  kind: ShardKind,
  options: KeyedOptions,
  folders: CacheKeyFolders,
): Promise<string> {
  const { program, settings, files } = await runKeys(options, folders)
  const { cwd, out, pdf } = options as Partial<BuildOptions>
  const browser = pdf ? await browserStamp(options) : null
  return hashOf(JSON.stringify([kind, program, settings, files, cwd, out, browser]))
}

/**
 * Hashes everything that all documents depend on: the program, the settings, and the files and folders that they name. Absolute paths do not
 * matter, so that other machines have the same hashes.
 */
export async function runKeys(
  options: KeyedOptions,
  { roots, docsets, tocPathsOf }: CacheKeyFolders,
): Promise<Omit<ShardKeys, 'inputs'>> {
  const { cwd } = options
  const settings = Object.entries(options)
    .filter(([name]) => !WITHOUT_EFFECT.has(name))
    .sort(([a], [b]) => compare(a, b))
    .map(([name, value]) => [name, hashOf(settingText(name, value, cwd))])
  const { templates, labels } = options as Partial<BuildOptions>
  const folderHash = (folder: string | undefined) =>
    folder === undefined ? '' : (hashFolder(resolve(cwd, folder)) ?? '')
  const formulas = roots.map((root) => readDocsetFormulas(root).key)
  const tocs = (options as Partial<BuildOptions>).book ? tocsOf(roots, tocPathsOf) : []
  const { site = {} } = options as Partial<BuildOptions>
  const ofSite = siteFilesOf(site).map((path) => resolve(cwd, path))
  // They decide where links lead.
  const ofDocsets = [
    ...docsets.map((docset) => join(docset, DOCSET_FILE)),
    ...roots.flatMap((root) => [...publishConfigsOf(root), ...findRedirectionFiles(root)]),
  ]
  const ofPlugins = await pluginFiles(options)
  const files = hashesOf([...namedFiles(options), ...ofSite, ...tocs, ...ofDocsets, ...ofPlugins], cwd)
  return {
    program: hashProgram(),
    settings: Object.fromEntries(settings),
    files: {
      templates: folderHash(templates),
      labels: folderHash(labels),
      formulas: hashOf(JSON.stringify(formulas)),
      plugins: hashOf(pluginsText(options)),
      ...byPath(files),
    },
  }
}

/** Settings that are paths; the contents of these files and folders are hashed. */
const PATHS = new Set(['configFile', 'labels', 'suppressions', 'templates', 'xrefMaps'])

/** A setting as text that is the same on all machines. */
function settingText(name: string, value: unknown, cwd: string): string {
  const toPlace = (each: unknown) => (typeof each === 'string' ? placeOfFile(each, cwd) : each)
  let own = value
  if (name === 'site') own = mapSiteFiles(value as SiteOptions, (path) => placeOfFile(path, cwd))
  else if (PATHS.has(name)) own = Array.isArray(value) ? value.map(toPlace) : toPlace(value)
  return JSON.stringify([own], (key, each) =>
    typeof each === 'string' && isAbsolute(each) && (key === 'file' || isInside(cwd, each))
      ? placeOfFile(each, cwd)
      : each,
  )
}

/** A path as all machines have it: relative to the working folder; outside of it only the name, because the content is hashed. */
function placeOfFile(path: string, cwd: string): string {
  const absolute = resolve(cwd, path)
  return isInside(cwd, absolute) ? toPosix(relative(cwd, absolute)) : basename(absolute)
}

/** Hashes by path; files outside of the working folder can have the same. */
function byPath(files: ReturnType<typeof hashesOf>): NamedHashes {
  const groups = groupBy(files, ([path]) => path)
  return Object.fromEntries([...groups].map(([path, own]) => [path, hashOf(JSON.stringify(own))]))
}

/**
 * Hashes the files that navigation and its findings depend on besides the documents: the tables of contents, and the xref maps that resolve the
 * uids in them.
 */
export function siteKey(
  { roots, tocPathsOf }: Omit<CacheKeyFolders, 'docsets'>,
  { cwd, xrefMaps = [] }: KeyedOptions,
): string {
  const ofRoots = roots.flatMap((root) => xrefMapsOf(root).map((path) => join(root, path)))
  const maps = xrefMaps.map((path) => resolve(cwd, path))
  return hashOf(JSON.stringify(hashesOf([...tocsOf(roots, tocPathsOf), ...ofRoots, ...maps], cwd)))
}

/** Hashes of files by path. */
function hashesOf(
  paths: readonly string[],
  cwd: string,
): readonly (readonly [path: string, hash: string | null])[] {
  return paths.map((path) => [placeOfFile(path, cwd), hashFile(path) ?? null])
}

function tocsOf(roots: readonly string[], pathsOf: TocPathsOf): readonly string[] {
  return roots.flatMap((root) => pathsOf(root).map((path) => join(root, path)))
}

/** Path and stamp of the browser that prints: another browser prints differently. */
async function browserStamp({
  browser,
  cwd,
}: Pick<BuildOptions, 'browser' | 'cwd'>): Promise<readonly string[]> {
  const { findBrowser } = await import('../../read/program/find-browser.ts')
  const path = findBrowser(browser && resolve(cwd ?? '', browser))
  return [path, stampOf(path) ?? '']
}

/** Files that the settings name: suppressions, and the `file` option of rules, such as a glossary. */
function namedFiles({
  suppressions,
  rules = {},
  overrides = [],
  configFile,
  cwd,
}: CheckOptions & { readonly cwd: string }): readonly string[] {
  const folder = configFile === undefined ? cwd : dirname(configFile)
  const settings = [rules, ...overrides.map((override) => override.rules ?? {})].flatMap((each) =>
    Object.values(each),
  )
  const files = settings.flatMap((setting) =>
    typeof setting === 'object' && typeof setting.file === 'string' ? setting.file : [],
  )
  const lists = typeof suppressions === 'string' ? [resolve(cwd, suppressions)] : []
  return [...lists, ...files.map((file) => resolve(folder, file))]
}
