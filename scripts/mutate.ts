import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Mutant, mutants } from './mutants.ts'

/**
 * Plants each fault of `mutants.ts` in a copy of the project, without the corpus, and runs the tests that
 * must notice it; fails if a fault survives. `npm run mutate -- WORD` plants only faults with the word in
 * their file name or description.
 */

const ROOT = fileURLToPath(new URL('../', import.meta.url))
/** Folders that are not copied. */
const LEFT_OUT = new Set(['.git', 'node_modules', 'coverage', 'dist'])

type Result = 'killed' | 'survived'

const word = process.argv[2]?.toLowerCase() ?? ''
const chosen = mutants.filter(({ file, breaks }) => `${file} ${breaks}`.toLowerCase().includes(word))
const folder = mkdtempSync(join(tmpdir(), 'lockstep-mutants-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
process.on('SIGINT', () => process.exit(130))

assertPlaces()
const copy = copyProject()
checkTests([...new Set(chosen.flatMap(testsOf))])
let survived = 0
for (const mutant of chosen) {
  const result = run(mutant)
  if (result === 'survived') survived++
  console.log(`${result.padEnd(9)} ${mutant.file.padEnd(38)} ${mutant.breaks}`)
}
console.log(`\n${chosen.length - survived} of ${chosen.length} killed`)
process.exitCode = survived > 0 ? 1 : 0

/** Checks before any test runs that every fault, also those not chosen, still has its place in the code. */
function assertPlaces(): void {
  const lost = mutants.flatMap(({ file, find }) => {
    const path = join(ROOT, file)
    const count = existsSync(path) ? readFileSync(path, 'utf8').split(find).length - 1 : 0
    return count === 1 ? [] : [`Unexpected ${count} times “${find}” in ${file}, expected 1`]
  })
  if (lost.length > 0) throw new Error(lost.join('\n'))
}

/**
 * Copies the project to a place without the corpus; links packages one by one, so that caches stay in the
 * copy.
 */
function copyProject(): string {
  const to = join(folder, 'project')
  cpSync(ROOT, to, { recursive: true, filter: (path) => !LEFT_OUT.has(path.slice(ROOT.length)) })
  mkdirSync(join(to, 'node_modules'))
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(to, 'node_modules', name))
  return to
}

/** Runs the tests without a fault: they must pass to notice anything. */
function checkTests(tests: readonly string[]): void {
  if (tests.length === 0) throw new Error(`No mutant matches “${word}”`)
  const { status, output } = vitest(tests)
  if (status !== 0) throw new Error(`Tests fail without a fault:\n${output}`)
}

/** Plants a fault, runs the tests and removes it again. */
function run(mutant: Mutant): Result {
  const path = join(copy, mutant.file)
  const text = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    text.replace(mutant.find, () => mutant.replace),
  )
  const { status, output } = vitest(testsOf(mutant))
  writeFileSync(path, text)
  // A program that does not compile says nothing about the tests.
  if (/\b(?:SyntaxError|PARSE_ERROR|Transform failed)\b/.test(output))
    throw new Error(`“${mutant.breaks}” does not compile:\n${output}`)
  return status === 0 ? 'survived' : 'killed'
}

function testsOf({ file, tests }: Mutant): readonly string[] {
  if (tests) return tests
  const mirror = file.replace(/^src\/(.*)\.ts$/, 'test/$1.test.ts')
  return ['test/fixtures.test.ts', mirror].filter((test) => existsSync(join(ROOT, test)))
}

function vitest(tests: readonly string[]): { readonly status: number | null; readonly output: string } {
  const program = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const args = [program, 'run', '--bail=1', '--reporter=dot', ...tests]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
  return { status, output: stdout + stderr }
}
