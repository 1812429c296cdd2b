import { LINE_END } from '../../util/data/line-end.ts'
import { UserError } from '../../util/user-error.ts'
import { runGit } from './run-git.ts'

/** A file of a commit. */
export interface TreeFile {
  /** Relative to the folder, with `/`. */
  readonly path: string
  /** Object id of its content: equal ids mean equal bytes. */
  readonly id: string
  /** Bytes. */
  readonly size: number
}

const ENTRY = /^100\d{3} blob ([\da-f]+) +(\d+)\t([\s\S]+)$/

/**
 * Lists the regular files of a commit below a folder of its repository; without checking anything out.
 *
 * @throws {UserError} if git cannot list them.
 */
export function readTree(folder: string, commit: string, purpose: string): readonly TreeFile[] {
  const { status, output, problem } = runGit(folder, ['ls-tree', '-r', '-z', '-l', commit], purpose)
  if (status !== 0) throw new UserError(`Cannot list the files of ${commit} in ${folder}: ${problem}`)
  return output.split('\0').flatMap((entry) => {
    // Symbolic links and submodules have other modes.
    const [, id, size, path] = ENTRY.exec(entry) ?? []
    return path === undefined ? [] : [{ path, id: id!, size: Number(size) }]
  })
}

/**
 * Reads the contents of objects, by id; all must exist.
 *
 * @throws {UserError} if git cannot read one of them.
 */
export function readBlobs(
  folder: string,
  ids: readonly string[],
  purpose: string,
): ReadonlyMap<string, Buffer> {
  const wanted = [...new Set(ids)]
  const contents = new Map<string, Buffer>()
  if (wanted.length === 0) return contents
  const { status, bytes, problem } = runGit(
    folder,
    ['cat-file', '--batch'],
    purpose,
    `${wanted.join('\n')}\n`,
  )
  let at = 0
  for (const id of wanted) {
    // `<id> blob <size>`, the content, and a line feed.
    const end = bytes.indexOf(LINE_END, at)
    const size = Number(
      / blob (\d+)$/.exec(bytes.toString('latin1', at, Math.max(at, end)))?.[1] ?? Number.NaN,
    )
    if (status !== 0 || Number.isNaN(size)) {
      throw new UserError(`Cannot read the object ${id} in ${folder}${problem && `: ${problem}`}`)
    }
    contents.set(id, bytes.subarray(end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return contents
}
