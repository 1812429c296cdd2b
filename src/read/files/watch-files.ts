import { sep } from 'node:path'
import { watch } from 'chokidar'
import { stampOf } from './file-state.ts'

/** A change of a file. */
export interface FileChange {
  /** Absolute path. */
  readonly path: string
  /** Whether the file is new, has other content, or is gone. */
  readonly type: 'added' | 'changed' | 'removed'
}

const TYPES = { add: 'added', change: 'changed', unlink: 'removed' } as const
/** Milliseconds after which a changed file is looked at once more: of changes that follow at once, chokidar tells the first only. */
const SETTLED = 80
const SKIPPED = new Set(['node_modules', '.git'])

/**
 * Watches files and folders, and what is in these, until it is closed. A file that is replaced, as many editors do, has changed.
 *
 * @param paths absolute; what does not exist is watched for.
 * @param onChange called for each change.
 */
export async function watchFiles(
  paths: readonly string[],
  onChange: (change: FileChange) => void,
): Promise<{ readonly close: () => Promise<void> }> {
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path) => SKIPPED.has(path.slice(path.lastIndexOf(sep) + 1)),
  })
  let isClosed = false
  const tell = (change: FileChange) => {
    const stamp = stampOf(change.path)
    onChange(change)
    if (stamp === undefined) return
    setTimeout(() => {
      if (!isClosed && stampOf(change.path) !== stamp) tell({ path: change.path, type: 'changed' })
    }, SETTLED).unref()
  }
  for (const [event, type] of Object.entries(TYPES)) {
    watcher.on(event as keyof typeof TYPES, (path) => tell({ path, type }))
  }
  // A folder that cannot be watched is no reason to end.
  watcher.on('error', () => {})
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  return {
    close: () => {
      isClosed = true
      return watcher.close()
    },
  }
}
