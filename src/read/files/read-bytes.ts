/**
 * The one module that reads files.
 *
 * Opens regular files only and never waits for a FIFO. It judges the open file, not its path: on Linux `/proc/self/fd` gives its real path;
 * elsewhere the file at the real path must have the same device and inode. Swapping a link after the check therefore changes nothing. Reading
 * stops at the size limit even if the file grows.
 */

import {
  closeSync,
  constants,
  fstatSync,
  openAsBlob,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'

const MB = 2 ** 20

/** Maximum bytes to read from a file, by its purpose. */
export const MOST_BYTES = {
  /**
   * Settings and lists that people write: `docfx.json`, tables of contents, configuration, labels,
   * suppressions, templates.
   */
  settings: 16 * MB,
  /** Documents and includes; the setting `maxFileSize` changes it. */
  document: 64 * MB,
  /** Lists that grow with a docset: glossaries, baselines, manifests. */
  list: 256 * MB,
  /** Images and other files that are copied. */
  copy: 512 * MB,
  /** State that a run stores for the next one. */
  state: 1024 * MB,
} as const

/** Reason to reject an existing file; the message continues “Cannot read …:”. */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile'
  readonly kind: 'folder' | 'special' | 'outside' | 'private' | 'large' | 'changed'

  constructor(kind: RefusedFile['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}

/** Options for reading a file. */
export interface ReadBytesOptions {
  /** Maximum number of bytes. */
  readonly most: number
  /** Called with the real path of the open file; throws to reject it. Default: accepts any file. */
  readonly accept?: ((real: string) => void) | undefined
}

/** Content of a file, with its stats. */
export interface FileBytes {
  readonly bytes: Buffer
  /** Taken before the first byte was read, so that a change in between counts as a change. */
  readonly stats: Stats
}

/** How often to retry opening a file, and the pause between tries, in milliseconds. */
const [TRIES, PAUSE] = [20, 5]
// Does not wait for a FIFO that replaces a file, and does not let a terminal become the controlling one.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0)

/**
 * Reads a file; nothing else in the program does. Opens regular files only, checks them again once they are
 * open, so that nothing can take their place in between, and stops at the limit even if a file grows.
 *
 * @param path absolute; symbolic links are followed.
 * @throws {RefusedFile} if the file is rejected; errors of Node.js if it cannot be read.
 */
export function readBytes(path: string, options: ReadBytesOptions): FileBytes {
  return withFile(path, options, (file, stats) => {
    if (stats.size > options.most) throw tooLarge(options.most)
    return { bytes: readAll(file, stats.size, options.most), stats }
  })
}

/** Size of a part of a file that is read in parts. */
const PART = 64 * 1024

/** Reads a file in parts, so that its size does not matter. Otherwise like {@link readBytes}. */
export function* readParts(path: string): Generator<Buffer, void, undefined> {
  assertRegular(statSync(path))
  const file = open(path)
  try {
    assertRegular(fstatSync(file))
    for (;;) {
      const bytes = Buffer.allocUnsafe(PART)
      const count = readSync(file, bytes, 0, PART, null)
      if (count === 0) return
      yield bytes.subarray(0, count)
    }
  } finally {
    closeSync(file)
  }
}

/** Opens a file that is sent over the network; its content is read then, and need not fit in memory. */
export async function openBlob(path: string): Promise<Blob> {
  assertRegular(statSync(path))
  return openAsBlob(path)
}

/** Reads the beginning of a file, at most `most` bytes. Otherwise like {@link readBytes}. */
export function readHead(path: string, options: ReadBytesOptions): Buffer {
  return withFile(path, options, (file) => {
    const bytes = Buffer.alloc(options.most)
    return bytes.subarray(0, readSync(file, bytes, 0, options.most, 0))
  })
}

/** Reads a file as UTF-8 text, without a byte order mark. Otherwise like {@link readBytes}. */
export function readText(path: string, options: ReadBytesOptions): string {
  return readBytes(path, options)
    .bytes.toString('utf8')
    .replace(/^\uFEFF/, '')
}

/** Rejects folders, FIFOs, devices and sockets. */
function assertRegular(stats: Stats): void {
  if (stats.isFile()) return
  if (stats.isDirectory()) throw new RefusedFile('folder', 'it is a folder')
  throw new RefusedFile('special', 'it is not a regular file')
}

function withFile<Result>(
  path: string,
  { accept }: ReadBytesOptions,
  read: (file: number, stats: Stats) => Result,
): Result {
  // Opening a device or a FIFO can have side effects.
  assertRegular(statSync(path))
  const file = open(path)
  try {
    const stats = fstatSync(file)
    assertRegular(stats)
    if (accept) accept(realPathOf(file, path, stats))
    return read(file, stats)
  } finally {
    closeSync(file)
  }
}

/** Opens a file; if too many are open, waits for other threads to close theirs. */
function open(path: string): number {
  for (let left = TRIES; ; left--) {
    try {
      return openSync(path, FLAGS)
    } catch (error) {
      if (left === 0 || (error as NodeJS.ErrnoException).code !== 'EMFILE') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
    }
  }
}

/**
 * The real path of an open file. Linux knows it; elsewhere the file at the real path must be the same one.
 */
function realPathOf(file: number, path: string, stats: Stats): string {
  const known = linkOf(file)
  if (known !== undefined) return known
  const real = realpathSync.native(path)
  const there = statSync(real)
  if (there.ino !== stats.ino || there.dev !== stats.dev)
    throw new RefusedFile('changed', 'another file took its place while it was read')
  return real
}

/** Linux's link to an open file; `undefined` on other systems and without `/proc`. */
function linkOf(file: number): string | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    return readlinkSync(`/proc/self/fd/${file}`)
  } catch {
    return undefined
  }
}

/**
 * The real path of a folder, determined in the same way as that of an open file: the two can differ in letter
 * case on a case-insensitive file system.
 *
 * @throws if it does not exist.
 */
export function realFolder(path: string): string {
  if (process.platform !== 'linux') return realpathSync.native(path)
  let file: number
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY)
  } catch {
    return realpathSync.native(path)
  }
  try {
    return linkOf(file) ?? realpathSync.native(path)
  } finally {
    closeSync(file)
  }
}

/**
 * Reads an open file to its end.
 *
 * @param size from its stats; it may have grown since.
 */
function readAll(file: number, size: number, most: number): Buffer {
  // One byte more shows whether it has.
  let bytes = Buffer.allocUnsafeSlow(size + 1)
  let end = 0
  for (;;) {
    const count = readSync(file, bytes, end, bytes.length - end, null)
    if (count === 0) return bytes.subarray(0, end)
    end += count
    if (end > most) throw tooLarge(most)
    if (end === bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.min(Math.max(bytes.length * 2, 8192), most + 1))
      bytes.copy(larger)
      bytes = larger
    }
  }
}

function tooLarge(most: number): RefusedFile {
  const size = most >= MB ? `${most / MB} MB` : `${most} bytes`
  return new RefusedFile('large', `it is larger than ${size}`)
}
