import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { memoize } from '../src/util/memoize.ts'
import { documentIn } from './support/bilingual.ts'
import { contentsOf } from './support/contents-of.ts'
import { temporaryFolder, writeFiles } from './support/temporary-folder.ts'

const PROGRAM = fileURLToPath(new URL('../bin/lockstep.js', import.meta.url))
const JOURNAL = '.lockstep-journal'

/** Documents by path, in two locales; another number gives other texts of the same length. */
function docset(count: number, text: number): Record<string, string> {
  const files: Record<string, string> = {}
  for (const locale of ['fr-FR', 'de-DE']) {
    for (let at = 0; at < count; at++) {
      const units = Array.from({ length: 30 }, (_, unit) => {
        return [String(101 + unit), `Texte ${text} de ${at}`, `Text ${text} of ${at}`] as const
      })
      files[`docs/${locale}/${at % 2 ? 'sub/' : ''}d${at}.md`] = documentIn(locale, units)
    }
  }
  return files
}

function start(cwd: string, before = ''): ChildProcess {
  const command = `${before} exec "$0" "$@"`
  return spawn('sh', ['-c', command, process.execPath, PROGRAM, 'build', 'docs', '--out', 'out', '--quiet'], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Waits until a build ends. */
async function ended(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = ''
  child.stderr!.on('data', (data) => {
    stderr += data
  })
  child.stdout!.resume()
  const [code] = await once(child, 'close')
  return { code, stderr }
}

/** Ends a build as soon as it has noted some files; gives back how it ended. */
async function endAfter(cwd: string, lines: number, signal: NodeJS.Signals) {
  const child = start(cwd)
  const end = ended(child)
  const path = join(cwd, 'out', JOURNAL)
  const noted = () => {
    try {
      return readFileSync(path, 'utf8').split('\n').length - 1
    } catch {
      // Not yet begun, or ended already.
      return 0
    }
  }
  while (child.exitCode === null && noted() < lines) await setImmediate()
  child.kill(signal)
  return end
}

/** What a build leaves. */
function outputOf(cwd: string): Record<string, string> {
  return contentsOf(join(cwd, 'out'))
}

/** What a build from nothing leaves; builds are slow, so each docset is built once. */
const coldBuild = memoize(async (name: `${number} ${number}`): Promise<Record<string, string>> => {
  const [count, text] = name.split(' ').map(Number)
  const cwd = temporaryFolder(docset(count!, text!))
  expect(await ended(start(cwd))).toEqual({ code: 0, stderr: '' })
  return outputOf(cwd)
})

function temporaries(cwd: string): string[] {
  return (readdirSync(join(cwd, 'out'), { recursive: true }) as string[]).filter((name) =>
    name.endsWith('.tmp'),
  )
}

describe.skipIf(!existsSync(PROGRAM))('a build that is killed', () => {
  it.each([1, 9, 60])('after %i files leaves nothing that the next one does not know', async (lines) => {
    const cwd = temporaryFolder(docset(8, 1))
    await endAfter(cwd, lines, 'SIGKILL')
    // Half of the documents are gone, the others are different.
    rmSync(join(cwd, 'docs'), { recursive: true })
    writeFiles(cwd, docset(4, 2))
    expect(await ended(start(cwd))).toEqual({ code: 0, stderr: '' })
    expect(outputOf(cwd)).toEqual(await coldBuild('4 2'))
  })

  it.each([1, 20])('while it replaces %i files of another one is repaired by the next', async (lines) => {
    const first = docset(8, 1)
    const cwd = temporaryFolder(first)
    await ended(start(cwd))
    writeFiles(cwd, docset(9, 2))
    await endAfter(cwd, lines, 'SIGKILL')
    // As before, so the state of the first build fits the inputs again, but not the outputs.
    rmSync(join(cwd, 'docs'), { recursive: true })
    writeFiles(cwd, first)
    expect(await ended(start(cwd))).toEqual({ code: 0, stderr: '' })
    expect(outputOf(cwd)).toEqual(await coldBuild('8 1'))
  })
})

it.skipIf(!existsSync(PROGRAM)).each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends a build at once, without a word or a temporary file', async (signal, code) => {
  const cwd = temporaryFolder(docset(30, 1))
  expect(await endAfter(cwd, 5, signal)).toEqual({ code, stderr: '' })
  expect(temporaries(cwd)).toEqual([])
  expect(await ended(start(cwd))).toEqual({ code: 0, stderr: '' })
  expect(existsSync(join(cwd, 'out', JOURNAL))).toBe(false)
})

it.skipIf(!existsSync(PROGRAM))(
  'two builds at once make one output, and one of them says that the other is at work',
  async () => {
    const cwd = temporaryFolder(docset(8, 1))
    const results = await Promise.all([ended(start(cwd)), ended(start(cwd))])
    const failed = results.filter(({ code }) => code !== 0)
    for (const { code, stderr } of failed)
      expect([code, stderr]).toEqual([2, expect.stringContaining('Another build')])
    expect(failed.length).toBeLessThan(2)
    expect(outputOf(cwd)).toEqual(await coldBuild('8 1'))
  },
)

it.skipIf(!existsSync(PROGRAM) || process.platform === 'win32')(
  'a disk that takes no more ends a build with what to do',
  async () => {
    const cwd = temporaryFolder(docset(4, 2))
    // Files may have 4 KiB at most: what is written after the first few is larger.
    const { code, stderr } = await ended(start(cwd, 'ulimit -f 8;'))
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^error Cannot write \S+: it exceeds the maximum file size of the system\. Free some space/,
    )
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(await ended(start(cwd))).toEqual({ code: 0, stderr: '' })
    expect(outputOf(cwd)).toEqual(await coldBuild('4 2'))
  },
)
