import { createRequire } from 'node:module'
import { join } from 'node:path'
import { statsOf } from '../files/inside.ts'
import { MOST_BYTES, readText } from '../files/read-bytes.ts'

/** Pagefind as it is installed: its version, or the part that is missing, for people. */
export type FoundPagefind = { readonly version: string } | { readonly missing: string }

/** The system to find Pagefind for. */
export interface PagefindSearch {
  /** Folders with packages, the nearest first. */
  readonly folders: readonly string[]
  readonly platform: NodeJS.Platform
  readonly arch: string
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>
}

const HERE: PagefindSearch = {
  folders: createRequire(import.meta.url).resolve.paths('pagefind') ?? [],
  platform: process.platform,
  arch: process.arch,
  env: process.env,
}

/** Finds Pagefind, which makes the search index. Both the package and its program for this system are optional. */
export function findPagefind(search: Partial<PagefindSearch> = {}): FoundPagefind {
  const { folders, platform, arch, env } = { ...HERE, ...search }
  const manifest = folders.map((folder) => join(folder, 'pagefind/package.json')).find(isFile)
  if (manifest === undefined) return { missing: 'the package pagefind' }
  if (!hasProgram(manifest, { platform, arch, env }))
    return { missing: `the program of Pagefind for ${platform}-${arch}` }
  const { version } = JSON.parse(readText(manifest, { most: MOST_BYTES.settings })) as { version: string }
  return { version }
}

/** Whether Pagefind will find its program: it looks in a package of its own for each system. */
function hasProgram(
  manifest: string,
  { platform, arch, env }: Pick<PagefindSearch, 'platform' | 'arch' | 'env'>,
): boolean {
  if (env.PAGEFIND_EXTENDED_BINARY_PATH || env.PAGEFIND_BINARY_PATH) return true
  const system = platform === 'win32' ? 'windows' : platform
  const ending = platform === 'win32' ? '.exe' : ''
  const names = ['pagefind_extended', 'pagefind'].map(
    (name) => `@pagefind/${system}-${arch}/bin/${name}${ending}`,
  )
  const { resolve } = createRequire(manifest)
  return names.some((name) => {
    try {
      return isFile(resolve(name))
    } catch {
      return false
    }
  })
}

function isFile(path: string): boolean {
  return statsOf(path)?.isFile() === true
}
