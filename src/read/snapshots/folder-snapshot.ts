import { compare } from '../../util/data/compare.ts'
import { toPosix } from '../../util/text/to-posix.ts'
import { createResolver } from '../create-resolver.ts'
import { isLink, wayBelow } from '../files/inside.ts'
import { readFile } from '../files/read-file.ts'
import type { RootSettings } from '../files/root-files.ts'
import { readInputs } from '../read-inputs.ts'
import type { Snapshot, SnapshotText } from './snapshot.ts'

/**
 * Opens a folder as a snapshot. As in a commit, a symbolic link is no document: what it leads to is one, or is elsewhere.
 *
 * @param folder absolute path.
 * @throws {UserError} if it holds no documents.
 */
export async function openFolder(
  name: string,
  folder: string,
  settings: RootSettings & { readonly cwd: string },
): Promise<Snapshot> {
  const { inputs } = await readInputs([folder], { cwd: settings.cwd })
  const files = inputs
    .filter(({ absolute }) => !isLink(absolute))
    .map((input) => ({ ...input, input, path: toPosix(wayBelow(folder, input.absolute)) }))
  const byPath = new Map(files.map((file) => [file.path, file.input]))
  return {
    name,
    folder,
    files: files
      .map(({ path, absolute, folderLocale }) => ({
        path,
        absolute,
        ...(folderLocale !== undefined && { folderLocale }),
      }))
      .sort((a, b) => compare(a.path, b.path)),
    read: (wanted) =>
      wanted.map(({ path }): SnapshotText => {
        const file = readFile(byPath.get(path)!, settings)
        if (file.value !== undefined) return { text: String(file.value) }
        return { problem: file.messages[0]?.reason ?? 'Cannot read this file' }
      }),
    resolve: createResolver(folder, settings),
  }
}
