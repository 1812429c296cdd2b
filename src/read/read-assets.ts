import { overlaidFiles } from './files/overlaid-files.ts'
import { readNamed } from './files/read-named.ts'

const FOLDER = 'assets/'

/**
 * Reads the style sheets, scripts and other files that pages need: contents by path in `templates/assets/`.
 *
 * @param userFolder absolute path of a templates folder whose `assets/` replace built-in files of the same
 * name.
 * @throws {UserError} if the user's folder does not exist.
 */
export function readAssets(userFolder?: string): Map<string, Buffer> {
  const files = [...overlaidFiles('templates', userFolder)].filter(([name]) => name.startsWith(FOLDER))
  return new Map(files.map(([name, path]) => [name.slice(FOLDER.length), readNamed(path, 'copy')]))
}
