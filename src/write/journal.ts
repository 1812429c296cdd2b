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

/** The journal of a build lists files before they are written, so that the next build knows them after a crash. */
export interface Journal {
  /** Adds files that are about to be written, by their paths relative to the folder. */
  note(paths: readonly string[]): void
  /** Whether it has been neither closed nor removed. */
  isOpen(): boolean
  /** Closes the journal and keeps its file for the next build. */
  close(): void
  /** Closes the journal and removes its file, once the manifest lists all its files. */
  remove(): void
}

/**
 * Paths of the journals that this process has open, so that a second build in it does not take them for
 * abandoned.
 */
const open = new Set<string>()

/**
 * Reads the journal of an interrupted build; `null` if there is none.
 *
 * @throws {UserError} if that build is still running, or the journal cannot be read.
 */
export function readJournal(folder: OutputFolder, out: string): readonly string[] | null {
  const path = folder.existing(JOURNAL_FILE)
  const text = path === null ? null : readOwnFile(path, 'the journal of a build')
  if (path === null || text === null) return null
  // The last line may be incomplete; a build that has just started may not have written its first line yet.
  const [writer, ...lines] = text.split('\n').slice(0, -1)
  if (writer === undefined || open.has(path) || isRunning(writer)) throw otherBuild(path, out, writer)
  return lines.flatMap(pathIn)
}

/**
 * Starts a journal.
 *
 * @throws {UserError} if another build has started one; an error of Node.js if it cannot be written.
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

/** Creates the file with a first line that identifies the process. */
function create(path: string, out: string): number {
  let file: number
  try {
    file = openSync(path, 'wx')
  } catch (error) {
    // The file did not exist a moment ago.
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
    `Wait until it has finished, or choose another folder with --out. If no build is running, remove ${path}.`,
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

/** Whether the process that wrote a line is running. Processes of other machines or containers count as ended. */
function isRunning(writer: string): boolean {
  const [id = '', host, start = ''] = writer.split(' ')
  const pid = Number(id)
  if (!/^\d+$/.test(id) || host !== hostname() || pid === process.pid || !isAlive(pid)) return false
  // Process ids are reused.
  return startOf(pid) === start
}

/** Start time of a process on Linux (proc(5), field 22 of `stat`); empty on other systems. */
function startOf(pid: number): string {
  try {
    const text = readText(`/proc/${pid}/stat`, { most: MOST_BYTES.settings })
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
