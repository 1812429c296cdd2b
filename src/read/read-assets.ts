import { overlaidFiles } from './files/overlaid-files.ts'
import { readNamed } from './files/read-named.ts'

const FOLDER = 'assets/'
/** Scripts of pages and of runbooks: one file for each feature, but one request. */
const PART = /^(page|runbook)\/.+\.js$/

/**
 * Reads the style sheets, scripts and other files that pages need: contents by path in `templates/assets/`.
 * The scripts in `page/`, and `copy.js`, also make up `page.js`; those in `runbook/` make up `runbook.js`.
 *
 * @param userFolder absolute path of a templates folder whose `assets/` replace built-in files of the same
 * name.
 * @throws {UserError} if the user's folder does not exist.
 */
export function readAssets(userFolder?: string): Map<string, Buffer> {
  const assets = new Map<string, Buffer>()
  const scripts = new Map<string, Buffer[]>()
  for (const [path, file] of overlaidFiles('templates', userFolder)) {
    if (!path.startsWith(FOLDER)) continue
    const name = path.slice(FOLDER.length)
    const content = readNamed(file, 'copy')
    const [, folder] = PART.exec(name) ?? []
    const whole = folder ?? (name === 'copy.js' ? 'page' : undefined)
    // A file that ends without a line break must not swallow the next one.
    if (whole) scripts.set(whole, [...(scripts.get(whole) ?? []), content, Buffer.from('\n')])
    if (!folder) assets.set(name, content)
  }
  for (const [whole, parts] of scripts)
    if (!assets.has(`${whole}.js`)) assets.set(`${whole}.js`, Buffer.concat(parts))
  return assets
}
