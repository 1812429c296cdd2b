import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { harmOf } from '../support/harm.ts'

const MAIN = resolve(import.meta.dirname, '../../bin/lockstep.js')
/** Megabytes that a build may have of V8's heap, and seconds that it may take, however busy the machine is. */
const MOST = { memory: 512, seconds: 120 }
/** A build that found something to tell is no failure. */
const DONE = [0, 1]

/** Contents by path. */
export type Files = Readonly<Record<string, string>>

/**
 * Builds documents in a process of its own.
 *
 * @returns the first promise that was broken; `undefined` if all hold.
 */
export async function checkBuild(files: Files): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-fuzz-build-'))
  try {
    write(join(folder, 'docs'), files)
    const before = list(folder)
    const { code, told } = await run(folder)
    if (!DONE.includes(code ?? -1)) return `the build ends with ${code}: ${told.slice(-2000)}`
    const failed = /^.*(?:document-failed|rule-crashed).*$/m.exec(told)
    if (failed) return `the build tells: ${failed[0]}`
    const after = list(folder)
    const outside = after.filter((path) => !path.startsWith('out/') && !before.includes(path))
    if (outside.length > 0) return `the build writes outside of its folder: ${outside.join(', ')}`
    const changed = Object.entries(files).find(
      ([path, text]) => read(folder, path) !== Buffer.from(text).toString(),
    )
    if (changed) return `the build changes its input ${changed[0]}`
    for (const path of after.filter((each) => /^out\/.*\.html?$/.test(each))) {
      const unsafe = harmOf(readFileSync(join(folder, path), 'utf8'))
      if (unsafe.length > 0) return `unsafe HTML in ${path}: ${unsafe.join('; ')}`
    }
    return undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function write(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** An input as it is now. A lone surrogate has no bytes of its own, so it was written as something else. */
function read(folder: string, path: string): string {
  return readFileSync(join(folder, 'docs', path), 'utf8')
}

function list(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

function run(folder: string): Promise<{ readonly code: number | null; readonly told: string }> {
  return new Promise((done, fail) => {
    const only = 'page,table,runbook,json,markdown'
    const args = ['build', 'docs', '--out', 'out', '--no-cache', '--only', only, '--book']
    const child = spawn(process.execPath, [`--max-old-space-size=${MOST.memory}`, MAIN, ...args], {
      cwd: folder,
      timeout: MOST.seconds * 1000,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let told = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (told += String(data)))
    child.on('error', fail)
    child.on('close', (code, signal) =>
      done({ code, told: signal === null ? told : `${told}\nended by ${signal}` }),
    )
  })
}
