import { ASSETS, DATA, outputPath, REPORTS, SEARCH } from '../../render/context.ts'
import type { ParsedDocument } from '../document/parsed-document.ts'

/** Folders that a build makes of all documents together. */
const FOLDERS = [ASSETS, SEARCH, REPORTS]
/** Files that it makes of them in the output folder itself. */
const FILES =
  /^(?:(?:404|index)\.html|sitemap(?:-\d+)?\.xml|robots\.txt|_redirects|staticwebapp\.config\.json)$/i

/**
 * Ensures that a file of a plugin takes no place that other files have: those of the site, and in the folders of locales and in `data` those
 * of other documents.
 *
 * @param output path of the file, relative to the output folder.
 * @throws if it does.
 */
export function assertOwnPath(
  output: string,
  { path, members, docset }: Pick<ParsedDocument, 'path' | 'members' | 'docset'>,
): void {
  const locales = members.flatMap(({ document }) => [document.sourceLocale, document.targetLocale])
  const folder = [DATA, ...locales, ...docset.roots.values()].find((each) => output.startsWith(`${each}/`))
  const isOwn = folder === undefined ? !isOfSite(output) : isOf(output, outputPath(folder, path, ''))
  if (!isOwn)
    throw new Error(
      `Unexpected file \`${output}\`, where other files of the build belong, expected a path from \`outputPath\` or in another folder`,
    )
}

function isOfSite(output: string): boolean {
  const folder = output.split('/', 1)[0]!.toLowerCase()
  return output.includes('/') ? FOLDERS.includes(folder) : FILES.test(output)
}

/** Whether a file has the name of a document, and after it more than letters of another name. */
function isOf(output: string, name: string): boolean {
  return output.startsWith(name) && !/^[\p{L}\p{N}]/u.test(output.slice(name.length))
}
