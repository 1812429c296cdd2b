import { runGit } from './run-git.ts'

/** The name that git writes into commits; `undefined` if it knows none, or is not installed. */
export function userName(folder: string, purpose: string): string | undefined {
  try {
    const name = runGit(folder, ['config', 'user.name'], purpose).output.trim()
    return name === '' ? undefined : name
  } catch {
    return undefined
  }
}
