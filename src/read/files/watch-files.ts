import { sep } from 'node:path'
import { watch } from 'chokidar'
import { stampOf } from './file-state.ts'

/** A change to a file. */
export interface FileChange {
  /** Absolute path. */
  readonly path: string
  /** Whether the file is new, has different content or is gone. */
  readonly type: 'added' | 'changed' | 'removed'
}

const TYPES = { add: 'added', change: 'changed', unlink: 'removed' } as const
/**
 * Milliseconds until a changed file is checked again: of several quick changes, chokidar reports only the
 * first.
 */
const SETTLED = 80
const SKIPPED = new Set(['node_modules', '.git'])

/**
 * Watches files, and folders with everything in them, until it is closed. A replaced file, which many editors
 * write, counts as changed.
 *
 * @param paths absolute; they need not exist yet.
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
  const report = (change: FileChange) => {
    const stamp = stampOf(change.path)
    onChange(change)
    if (stamp === undefined) return
    setTimeout(() => {
      if (!isClosed && stampOf(change.path) !== stamp) report({ path: change.path, type: 'changed' })
    }, SETTLED).unref()
  }
  for (const [event, type] of Object.entries(TYPES)) {
    watcher.on(event as keyof typeof TYPES, (path) => report({ path, type }))
  }
  // Watching goes on if one folder cannot be watched.
  watcher.on('error', () => {})
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  return {
    close: () => {
      isClosed = true
      return watcher.close()
    },
  }
}
