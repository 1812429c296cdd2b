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

/** The ISC License (https://opensource.org/license/isc-license-txt) without its copyright line. */
const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT,
NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`

/** Returns the licence file of a package; if it only names the MIT or the ISC License, the text of that licence. */
function licenceOf(folder: string): string {
  const name = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(each))
  if (name !== undefined) return readFileSync(join(folder, name), 'utf8').trim()
  const { license, licenses, author } = readPackage(folder)
  const type = license ?? licenses?.[0]?.type
  if (author === undefined || (type !== 'MIT' && type !== 'ISC'))
    throw new Error(`Unknown licence of ${folder}`)
  const copyright = `Copyright (c) ${typeof author === 'object' ? author.name : author}`
  if (type === 'ISC') return `ISC License\n\n${copyright}\n\n${ISC}`
  const own = readFileSync(resolve(import.meta.dirname, '../LICENSE'), 'utf8').trim()
  return own.replace(/^Copyright.*$/m, copyright)
}
