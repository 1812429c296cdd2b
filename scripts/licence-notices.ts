import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** A `package.json`, as far as it is read. */
interface PackageJson {
  readonly name?: string
  readonly version?: string
  readonly license?: string
  /** As old packages tell it. */
  readonly licenses?: readonly { readonly type: string }[]
  readonly author?: string | { readonly name: string }
}

/**
 * The names and licences of the packages that files belong to, as these licences want them told.
 *
 * @param files absolute paths; those that are in no package of `node_modules` are left out.
 * @throws where the licence of a package is not known.
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

/** The folder of the package that a file belongs to. */
function packageOf(file: string): string {
  let folder = dirname(file)
  // Some packages have a package.json without a name in folders of theirs.
  while (!existsSync(join(folder, 'package.json')) || readPackage(folder).name === undefined)
    folder = dirname(folder)
  return folder
}

function readPackage(folder: string): PackageJson {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson
}

/** What a package comes with; where that is only the name of the MIT License, its text. */
function licenceOf(folder: string): string {
  const name = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(each))
  if (name !== undefined) return readFileSync(join(folder, name), 'utf8').trim()
  const { license, licenses, author } = readPackage(folder)
  if ((license ?? licenses?.[0]?.type) !== 'MIT' || author === undefined)
    throw new Error(`The licence of ${folder} is not known`)
  const own = readFileSync(resolve(import.meta.dirname, '../LICENSE'), 'utf8').trim()
  return own.replace(/^Copyright.*$/m, `Copyright (c) ${typeof author === 'object' ? author.name : author}`)
}
