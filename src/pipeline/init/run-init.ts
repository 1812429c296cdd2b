import { join } from 'node:path'
import { readVersion } from '../../read/program/read-version.ts'
import { isTaken } from '../../read/project/is-taken.ts'
import { type Project, readProject } from '../../read/project/read-project.ts'
import { writeNewFile } from '../../write/write-new-file.ts'
import { writeReport } from '../../write/write-report.ts'
import { type InitPlan, planFiles } from './plan-files.ts'

/** Options of {@link runInit}. */
export interface InitOptions {
  /** Absolute path of the folder. */
  readonly folder: string
  /** Whether to write nothing. Default: `false`. */
  readonly dryRun?: boolean
}

/** What a folder is, and what it got. */
export interface InitResult extends Pick<InitPlan, 'notes' | 'next'> {
  readonly project: Pick<Project, 'inputs' | 'isDocfx' | 'documents' | 'locales'>
  /** Paths of new files, relative to the folder, with `/`. */
  readonly written: readonly string[]
  /** Paths of files that were there and got an addition, and what it is. */
  readonly added: readonly (readonly [path: string, what: string])[]
  /** Paths of files that were there and stay as they are. */
  readonly kept: readonly string[]
}

/**
 * Writes the files with which a folder begins to use Lockstep. No file is replaced.
 *
 * @throws {UserError} if there is no such folder, or a file cannot be written.
 */
export async function runInit({ folder, dryRun = false }: InitOptions): Promise<InitResult> {
  const project = await readProject(folder)
  const { files, notes, next } = planFiles(project, readVersion())
  const written: string[] = []
  const kept: string[] = project.config === undefined ? [] : [project.config]
  const added: (readonly [string, string])[] = []
  for (const { path, content, added: what } of files) {
    const absolute = join(folder, path)
    if (what !== undefined) {
      if (!dryRun) writeReport(absolute, [content])
      added.push([path, what])
    } else {
      const isNew = dryRun ? !isTaken(absolute) : writeNewFile(absolute, content)
      ;(isNew ? written : kept).push(path)
    }
  }
  return { project, written, added, kept, notes, next }
}
