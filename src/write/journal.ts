/**
 * Notes files before they are written.
 *
 * While a build writes, a journal exists beside the manifest. Its first line names the process; each new file, and each temporary one, is noted
 * before it is written. A killed build leaves its journal: the next one adds its files to the manifest, ignores the cache's “nothing has changed”, and
 * removes whatever it does not make itself. While that process runs, another build refuses the folder. An unreadable manifest or journal stops a build,
 * because earlier files would otherwise stay forever. `lockstep pdf` and `check --fix` keep no journal; their temporary names contain the machine
 * and process (`left-behind.ts`).
 */

import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { JOURNAL_FILE } from '../model/build/manifest.ts'
import { MOST_BYTES, readText } from '../read/files/read-bytes.ts'
import { UserError } from '../util/user-error.ts'
import { isAlive } from './is-alive.ts'
import { readOwnFile } from './manifest.ts'
import type { OutputFolder } from './output-folder.ts'

/** What a build notes before it writes, so that whatever ends it, the next one knows what is there. */
export interface Journal {
  /** Notes files that are about to be written, by their paths relative to the folder. */
  note(paths: readonly string[]): void
  /** Whether it was not ended yet. */
  isOpen(): boolean
  /** Ends it where the build did not: what was noted stays, for the next one. */
  close(): void
  /** Ends it, as all that was noted is in the manifest. */
  remove(): void
}

/** Journals that this process has open, by path: those that another build of it may not take over. */
const open = new Set<string>()

/**
 * What a build that did not come to its end has noted; `null` where there was none.
 *
 * @throws {UserError} where that build is still running, or it cannot be read.
 */
export function readJournal(folder: OutputFolder, out: string): readonly string[] | null {
  const path = folder.existing(JOURNAL_FILE)
  const text = path === null ? null : readOwnFile(path, 'the journal of a build')
  if (path === null || text === null) return null
  // The last line may be a part of one; that of a build that has just begun may not be there yet.
  const [writer, ...lines] = text.split('\n').slice(0, -1)
  if (writer === undefined || open.has(path) || isRunning(writer)) throw otherBuild(path, out, writer)
  return lines.flatMap(pathIn)
}

/**
 * Starts a journal.
 *
 * @throws {UserError} where another build has started one; errors of Node.js where it cannot be written.
 */
export function startJournal(folder: OutputFolder, out: string): Journal {
  const path = folder.place(JOURNAL_FILE)
  const file = create(path, out)
  open.add(path)
  function close(): void {
    if (!open.delete(path)) return
    closeSync(file)
  }
  return {
    note(paths) {
      writeSync(file, paths.map((each) => `${JSON.stringify(each)}\n`).join(''))
    },
    isOpen: () => open.has(path),
    close,
    remove() {
      close()
      rmSync(path, { force: true })
    },
  }
}

/** Makes the file, with a line that tells which process it is of. */
function create(path: string, out: string): number {
  let file: number
  try {
    file = openSync(path, 'wx')
  } catch (error) {
    // Nothing was there a moment ago.
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? otherBuild(path, out) : error
  }
  try {
    writeSync(file, `${process.pid} ${hostname()} ${startOf(process.pid)}\n`)
    return file
  } catch (error) {
    closeSync(file)
    rmSync(path, { force: true })
    throw error
  }
}

function otherBuild(path: string, out: string, writer?: string): UserError {
  const id = writer === undefined ? '' : ` (process ${writer.split(' ')[0]})`
  return new UserError(
    `Another build is writing to ${out}${id}`,
    `Wait until it has ended, or choose another folder with --out. If there is none, remove ${path}.`,
  )
}

function pathIn(line: string): string | [] {
  try {
    const path: unknown = JSON.parse(line)
    return typeof path === 'string' ? path : []
  } catch {
    return []
  }
}

/** Whether the process that wrote a line is running. Those of another machine, or container, are taken for ended. */
function isRunning(writer: string): boolean {
  const [id = '', host, start = ''] = writer.split(' ')
  const pid = Number(id)
  if (!/^\d+$/.test(id) || host !== hostname() || pid === process.pid || !isAlive(pid)) return false
  // Numbers of processes are used again.
  return startOf(pid) === start
}

/** When a process was started, where the system tells that in a file (Linux, proc(5): the 22nd field); else empty. */
function startOf(pid: number): string {
  try {
    const text = readText(`/proc/${pid}/stat`, { most: MOST_BYTES.settings })
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
