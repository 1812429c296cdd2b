import { overlaidFiles } from './files/overlaid-files.ts'
import { readNamed } from './files/read-named.ts'

const FOLDER = 'assets/'
/** Scripts of pages: one file for each feature, but one request. */
const PART = /^page\/.+\.js$/
const WHOLE = 'page.js'

/**
 * Reads the style sheets, scripts and other files that pages need: contents by path in `templates/assets/`.
 * The scripts in `page/`, and `copy.js`, also make up `page.js`.
 *
 * @param userFolder absolute path of a templates folder whose `assets/` replace built-in files of the same
 * name.
 * @throws {UserError} if the user's folder does not exist.
 */
export function readAssets(userFolder?: string): Map<string, Buffer> {
  const assets = new Map<string, Buffer>()
  const scripts: Buffer[] = []
  for (const [path, file] of overlaidFiles('templates', userFolder)) {
    if (!path.startsWith(FOLDER)) continue
    const name = path.slice(FOLDER.length)
    const content = readNamed(file, 'copy')
    if (PART.test(name) || name === 'copy.js') scripts.push(content)
    if (!PART.test(name)) assets.set(name, content)
  }
  if (assets.has(WHOLE)) return assets
  // A file that ends without a line break must not swallow the next one.
  assets.set(WHOLE, Buffer.concat(scripts.flatMap((script) => [script, Buffer.from('\n')])))
  return assets
}
