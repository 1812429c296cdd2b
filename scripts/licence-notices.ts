import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The parts of a `package.json` that licence notices need. */
interface PackageJson {
  readonly name?: string
  readonly version?: string
  readonly license?: string
  /** Field of old packages. */
  readonly licenses?: readonly { readonly type: string }[]
  readonly author?: string | { readonly name: string }
}

/**
 * Lists the names and licences of the packages of files, as the licences require.
 *
 * @param files absolute paths; files outside `node_modules` are ignored.
 * @throws if the licence of a package is unknown.
 */
export function licenceNotices(files: readonly string[]): string {
  const folders = new Set(files.filter((file) => /[\\/]node_modules[\\/]/.test(file)).map(packageOf))
  const notices = [...folders].map((folder) => {
    const { name, version, license, licenses } = readPackage(folder)
    return `${name} ${version} (${license ?? licenses?.[0]?.type ?? 'see below'})\n\n${licenceOf(folder)}\n`
  })
  const rule = `\n${'-'.repeat(78)}\n\n`
  return `The files beside this one contain code of these packages.\n${rule}${notices.sort().join(rule)}`
}

/** Returns the folder of a file's package. */
function packageOf(file: string): string {
  let folder = dirname(file)
  // Some packages have a package.json without a name in subfolders.
  while (!existsSync(join(folder, 'package.json')) || readPackage(folder).name === undefined)
    folder = dirname(folder)
  return folder
}

function readPackage(folder: string): PackageJson {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson
}

/** Returns the licence file of a package; if it only names the MIT License, the text of that licence. */
function licenceOf(folder: string): string {
  const name = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(each))
  if (name !== undefined) return readFileSync(join(folder, name), 'utf8').trim()
  const { license, licenses, author } = readPackage(folder)
  if ((license ?? licenses?.[0]?.type) !== 'MIT' || author === undefined)
    throw new Error(`Unknown licence of ${folder}`)
  const own = readFileSync(resolve(import.meta.dirname, '../LICENSE'), 'utf8').trim()
  return own.replace(/^Copyright.*$/m, `Copyright (c) ${typeof author === 'object' ? author.name : author}`)
}
