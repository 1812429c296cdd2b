import { overlaidFiles } from './files/overlaid-files.ts'
import { readNamed } from './files/read-named.ts'

const TEMPLATE = /\.hbs$/

/**
 * Reads the templates: texts by name, which is the path in `templates/` without `.hbs`.
 *
 * @param userFolder absolute path of a folder whose files replace the built-in ones of the same name.
 * @throws {UserError} if the user's folder does not exist.
 */
export function readTemplates(userFolder?: string): Record<string, string> {
  const files = [...overlaidFiles('templates', userFolder)].filter(([name]) => TEMPLATE.test(name))
  return Object.fromEntries(
    files.map(([name, path]) => [
      name.replace(TEMPLATE, ''),
      readNamed(path, 'settings').toString('utf8').replaceAll('\r\n', '\n'),
    ]),
  )
}
