import { statSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import { UserError } from '../../util/user-error.ts'

/** Environment to search for a browser. */
export interface BrowserSearch {
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  /** Whether an absolute path is a file. */
  readonly isFile: (path: string) => boolean
}

const HERE: BrowserSearch = {
  env: process.env,
  platform: process.platform,
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true,
}

const NOTE =
  'Install Chromium, Chrome or Edge, or set its path: `browser` in the configuration, or CHROME_PATH.'

/**
 * Finds an installed Chromium, Chrome or Edge: the named one, else that of `CHROME_PATH`, else one in a usual
 * place or in a folder of `PATH`.
 *
 * @param named absolute path from the settings.
 * @throws {UserError} if the named path is not a file, or no browser is found.
 */
export function findBrowser(named: string | undefined, search: Partial<BrowserSearch> = {}): string {
  const { env, platform, isFile } = { ...HERE, ...search }
  for (const [path, where] of [
    [named, 'the setting browser'],
    [env.CHROME_PATH, 'CHROME_PATH'],
  ] as const) {
    if (!path) continue
    if (isFile(path)) return path
    throw new UserError(`Cannot print: there is no browser at ${path}, which ${where} names`, NOTE)
  }
  const found = placesOf(platform, env).find(isFile)
  if (found === undefined) throw new UserError('Cannot print: no browser was found', NOTE)
  return found
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const MAC_NAMES = ['Chromium', 'Google Chrome', 'Microsoft Edge']
const WINDOWS_PLACES = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** Paths to try, in order. */
function placesOf(platform: NodeJS.Platform, env: BrowserSearch['env']): readonly string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(isText)
    const usual = roots.flatMap((root) => WINDOWS_PLACES.map((place) => win32.join(root, place)))
    const names = ['chrome.exe', 'chromium.exe', 'msedge.exe']
    return [...usual, ...inPath(env.Path ?? env.PATH, win32, names)]
  }
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin']
  const usual =
    platform === 'darwin'
      ? ['', env.HOME ?? ''].flatMap((home) =>
          MAC_NAMES.map((name) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
        )
      : folders.flatMap((folder) => LINUX_NAMES.map((name) => `${folder}/${name}`))
  return [...usual, ...inPath(env.PATH, posix, LINUX_NAMES)]
}

/** Programs with these names in the folders of a search path; relative folders are left out. */
function inPath(
  path: string | undefined,
  { delimiter, isAbsolute, join }: typeof posix,
  names: readonly string[],
): string[] {
  const folders = (path ?? '').split(delimiter).filter(isAbsolute)
  return folders.flatMap((folder) => names.map((name) => join(folder, name)))
}

function isText(text: string | undefined): text is string {
  return text !== undefined && text !== ''
}
