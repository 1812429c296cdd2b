import { execFileSync } from 'node:child_process'
import { UserError } from '../../util/user-error.ts'

/** Maximum size of git's output in bytes: lists of paths are long in large repositories. */
const MAX_OUTPUT = 2 ** 30

/** Result of running git. */
export interface GitResult {
  readonly status: number
  readonly bytes: Buffer
  /** `bytes` as UTF-8. */
  readonly output: string
  /** The first line of its error output. */
  readonly problem: string
}

/**
 * Runs git in a folder.
 *
 * @param input what git reads from its standard input.
 * @param purpose what needs git, for people: an option or a command.
 * @throws {UserError} if git is not installed.
 */
export function runGit(folder: string, args: readonly string[], purpose: string, input = ''): GitResult {
  try {
    // A repository may configure a program that watches files; it must not run.
    const bytes = execFileSync('git', ['-c', 'core.fsmonitor=false', ...args], {
      cwd: folder,
      input,
      maxBuffer: MAX_OUTPUT,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    })
    return {
      status: 0,
      bytes,
      get output() {
        return bytes.toString('utf8')
      },
      problem: '',
    }
  } catch (error) {
    const { code, status, stderr, message } = error as NodeJS.ErrnoException & {
      status?: number
      stderr?: Buffer
    }
    if (code === 'ENOENT') {
      throw new UserError(`Cannot find git, which ${purpose} needs`, 'Install it, or put it on the PATH.')
    }
    const [problem = message] = String(stderr ?? '')
      .split('\n')
      .filter((line) => line.trim() !== '')
    return { status: status ?? 1, bytes: Buffer.alloc(0), output: '', problem }
  }
}

/**
 * The commit that a revision names; `undefined` if the repository does not have it.
 *
 * @param revision a commit, branch or tag; one that starts with `-` does not become an option.
 */
export function commitOf(folder: string, revision: string, purpose: string): string | undefined {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
  const found = runGit(folder, args, purpose)
  return found.status === 0 ? found.output.trim() : undefined
}
