/**
 * Damages documents at random and holds the program to its promises (see `SECURITY.md`): the library does not throw, reads the same with
 * both Markdown parsers, and makes safe HTML; a build ends by itself and writes nothing elsewhere.
 *
 * Run it with `npm run fuzz -- [--seconds N] [--runs N] [--seed S] [--longest N] [--documents FOLDER]… [--no-corpus] [--only text|build]`.
 * It ends after so many seconds, or after so many texts or documents in builds; without either after a minute. The same seed gives the
 * same documents in the same order. What fails is made as short as possible and written to the system's temporary folder; then it ends
 * with 1.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createRandom } from '../join/generate-revision.ts'
import { checkBuild, type Files } from './check-build.ts'
import { checkText, readings } from './check-text.ts'
import { readMaterial } from './material.ts'
import { minimise } from './minimise.ts'
import { below, mutate, type Random } from './mutate.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string' },
    only: { type: 'string' },
    longest: { type: 'string', default: '3000' },
    documents: { type: 'string', multiple: true },
    corpus: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
/** Documents that are read by the library for each build, and those in a build. */
const PER_BUILD = 400
const IN_BUILD = 25
/** Most failures of a run: one defect often shows many times. */
const MOST_FAILURES = 10
/** Attempts to shorten a text that the library fails on, and one that a build fails on. */
const ATTEMPTS = { text: 300, build: 60 }

const seed = Number(values.seed)
const seconds = Number(values.seconds ?? (values.runs === undefined ? 60 : Infinity))
const runs = Number(values.runs ?? Infinity)
const longest = Number(values.longest)
const end = Date.now() + seconds * 1000
const random = createRandom(seed)
const material = readMaterial(values.documents ?? (values.corpus ? undefined : []))
const counts = { texts: 0, builds: 0, documents: 0 }
let folder: string | undefined
let failures = 0

while (goesOn()) {
  if (values.only !== 'build') for (let at = 0; at < PER_BUILD && goesOn(); at++) await tryText()
  if (values.only !== 'text' && Date.now() < end && failures < MOST_FAILURES) await tryBuild()
}
const { texts, builds, documents } = counts
console.log(
  `seed ${seed}: ${texts} texts (${readings.native} read natively) and ${documents} documents in ${builds} builds, ${failures} failures`,
)
process.exitCode = failures === 0 ? 0 : 1

function goesOn(): boolean {
  const done = values.only === 'build' ? counts.documents : counts.texts
  return Date.now() < end && done < runs && failures < MOST_FAILURES
}

async function tryText(): Promise<void> {
  const text = mutate(random, material, longest)
  const path = counts.texts++ % 20 === 19 ? 'a/b.html' : 'a/b.md'
  const problem = checkText(text, path)
  if (problem === undefined) return
  const kind = kindOf(problem)
  const shortest = await minimise(text, (each) => kindOf(checkText(each, path)) === kind, ATTEMPTS.text)
  report(`text ${counts.texts}`, path, shortest, checkText(shortest, path) ?? problem)
}

async function tryBuild(): Promise<void> {
  const files = Object.fromEntries(
    Array.from({ length: IN_BUILD }, (_, at) => [nameOf(at, random), mutate(random, material, longest)]),
  )
  counts.builds++
  counts.documents += IN_BUILD
  const problem = await checkBuild(files)
  if (problem === undefined) return
  const [path, text] = await culpritOf(files, kindOf(problem))
  report(`build ${counts.builds}`, path, text, (await checkBuild({ [path]: text })) ?? problem)
}

function nameOf(at: number, random: Random): string {
  const folders = ['', 'a/', 'b/c/']
  return `${folders[below(random, folders.length)]}${at}.${at % 10 === 9 ? 'html' : 'md'}`
}

/** The document that makes a build fail by itself, made short, or all of them. */
async function culpritOf(files: Files, kind: string): Promise<readonly [path: string, text: string]> {
  const fails = async (path: string, text: string) => kindOf(await checkBuild({ [path]: text })) === kind
  for (const [path, text] of Object.entries(files))
    if (await fails(path, text))
      return [path, await minimise(text, (each) => fails(path, each), ATTEMPTS.build)]
  return ['all.json', JSON.stringify(files, null, 2)]
}

/** What a problem is about, without what is of this text only. */
function kindOf(problem: string | undefined): string {
  return problem?.split('\n')[0]?.replace(/ in \S+|"[^"]*"|\d+/g, '') ?? ''
}

function report(what: string, path: string, text: string, problem: string): void {
  failures++
  folder ??= mkdtempSync(join(tmpdir(), 'lockstep-fuzz-'))
  const file = join(folder, `${seed}-${what.replace(' ', '-')}-${path.replaceAll('/', '-')}`)
  // Lone surrogates would be lost in UTF-8: the text is written as JSON too.
  writeFileSync(file, text)
  writeFileSync(`${file}.json`, JSON.stringify({ seed, what, path, text, problem }, null, 2))
  console.log(
    `seed ${seed}, ${what}: ${problem}\n  in ${JSON.stringify(text.slice(0, 1000))}\n  kept as ${file}`,
  )
}
