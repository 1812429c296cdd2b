/**
 * Follows every link in the HTML of an output folder and lists those that lead nowhere: `npx jiti bench/links.ts OUT`.
 *
 * Links to other hosts are not followed. Root-relative links begin at the output folder.
 */

import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { globSync } from 'tinyglobby'
import { decodeUrlPart } from '../src/util/text/decode-url-part.ts'

const [out = 'dist'] = process.argv.slice(2)
const files = new Set(globSync('**/*', { cwd: out, dot: true }))
const ids = new Map<string, ReadonlySet<string>>()
const dead = new Map<string, { readonly from: string; count: number }>()
let followed = 0

for (const path of [...files].filter((name) => name.endsWith('.html')).sort()) {
  const text = htmlOf(path)
  for (const [, written = ''] of text.matchAll(/<[a-z][^>]*?\s(?:href|src)="([^"]*)"/g)) {
    const url = written.replaceAll('&#x26;', '&').replaceAll('&amp;', '&')
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(url)) continue
    followed++
    const [, place = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? []
    const target =
      place === '' ? path : fileAt(posix.join(posix.dirname(`/${path}`), decodeUrlPart(place)), place)
    if (target === undefined) note(`${url}: no such file`, path)
    else if (fragment && target.endsWith('.html') && !idsOf(target).has(decodeUrlPart(fragment)))
      note(`${place}#${fragment}: no such id in ${target}`, path)
  }
}

for (const [what, { from, count }] of dead) console.log(`${what} (${count}×, first in ${from})`)
console.log(`${followed} links in ${files.size} files, ${dead.size} lead nowhere`)
process.exitCode = dead.size > 0 ? 1 : 0

/** The file that a server would send, without the leading slash. */
function fileAt(path: string, written: string): string | undefined {
  const name = (written.startsWith('/') ? decodeUrlPart(written) : path).replace(/^\/+/, '')
  return [name, posix.join(name, 'index.html')].find((each) => files.has(each))
}

function idsOf(path: string): ReadonlySet<string> {
  const known = ids.get(path)
  if (known) return known
  const found = new Set([...htmlOf(path).matchAll(/\s(?:id|name)="([^"]*)"/g)].map(([, id]) => entities(id!)))
  ids.set(path, found)
  return found
}

function htmlOf(path: string): string {
  return readFileSync(join(out, path), 'utf8')
}

function entities(text: string): string {
  return text.replaceAll('&#x26;', '&').replaceAll('&amp;', '&').replaceAll('&#x22;', '"')
}

function note(what: string, from: string): void {
  const known = dead.get(what)
  if (known) known.count++
  else dead.set(what, { from, count: 1 })
}
