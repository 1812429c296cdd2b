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
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'

const MB = 2 ** 20

/** Most bytes that are read of a file, by what it is. */
export const MOST_BYTES = {
  /** Settings and lists that people write: `docfx.json`, tables of contents, configuration, labels, suppressions, templates. */
  settings: 16 * MB,
  /** Documents, and what they include; the setting `maxFileSize` changes it. */
  document: 64 * MB,
  /** Lists that grow with a docset: glossaries, baselines, manifests. */
  list: 256 * MB,
  /** Images and other files that are copied. */
  copy: 512 * MB,
  /** What a run leaves for the next one. */
  state: 1024 * MB,
} as const

/** Why a file is not read although it is there; the message goes on where a sentence begins with “Cannot read …:”. */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile'
  readonly kind: 'folder' | 'special' | 'outside' | 'private' | 'large' | 'changed'

  constructor(kind: RefusedFile['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}

/** What is read. */
export interface ReadBytesOptions {
  /** Most bytes. */
  readonly most: number
  /** Is shown the real path of the file that is open; throws where it is not to be read. Any file is fine without. */
  readonly accept?: ((real: string) => void) | undefined
}

/** The content of a file, and what it was like. */
export interface FileBytes {
  readonly bytes: Buffer
  /** As it was before the first byte was read, so that what changes meanwhile counts as changed. */
  readonly stats: Stats
}

/** How often a file is tried to be opened again, and the time between, in milliseconds. */
const [TRIES, PAUSE] = [20, 5]
// A FIFO that is put in the place of a file is not waited for, and a terminal does not become that of this process.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0)

/**
 * Reads a file: the only place of the program that does. Nothing but regular files is opened; all that is promised of a file is looked at
 * again once it is open, so it does not matter what takes its place meanwhile; and no more is read than is allowed, even of a file that
 * grows.
 *
 * @param path absolute; symbolic links are followed.
 * @throws {RefusedFile} for what is not to be read; errors of Node.js for what cannot be.
 */
export function readBytes(path: string, options: ReadBytesOptions): FileBytes {
  return withFile(path, options, (file, stats) => {
    if (stats.size > options.most) throw tooLarge(options.most)
    return { bytes: readAll(file, stats.size, options.most), stats }
  })
}

/** The beginning of a file: at most so many bytes. As {@link readBytes} otherwise. */
export function readHead(path: string, options: ReadBytesOptions): Buffer {
  return withFile(path, options, (file) => {
    const bytes = Buffer.alloc(options.most)
    return bytes.subarray(0, readSync(file, bytes, 0, options.most, 0))
  })
}

/** The text of a file as UTF-8, without a byte order mark. As {@link readBytes} otherwise. */
export function readText(path: string, options: ReadBytesOptions): string {
  return readBytes(path, options)
    .bytes.toString('utf8')
    .replace(/^\uFEFF/, '')
}

/** Refuses folders, FIFOs, devices and sockets. */
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
  // To open a device or a FIFO can have effects of its own.
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

/** Opens a file; where too many are open, other threads are given the time to close theirs. */
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

/** The real path of an open file: Linux knows it, elsewhere what is at the real path has to be the same file. */
function realPathOf(file: number, path: string, stats: Stats): string {
  const known = linkOf(file)
  if (known !== undefined) return known
  const real = realpathSync.native(path)
  const there = statSync(real)
  if (there.ino !== stats.ino || there.dev !== stats.dev)
    throw new RefusedFile('changed', 'another file took its place while it was read')
  return real
}

/** What Linux says of an open file; `undefined` elsewhere, and where `/proc` is not there. */
function linkOf(file: number): string | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    return readlinkSync(`/proc/self/fd/${file}`)
  } catch {
    return undefined
  }
}

/**
 * The real path of a folder, told in the same way as that of an open file: the two may spell the same path differently where the file
 * system does not tell letter case apart.
 *
 * @throws where there is none.
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

/** @param size what the file said of itself; it may hold more by now. */
function readAll(file: number, size: number, most: number): Buffer {
  // One byte more shows whether it does.
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
