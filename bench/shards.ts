/**
 * Measures shards and their merge on 1, 2 and 4 times a docset: time and peak memory of one build, of the shards and of the merge, and the
 * bytes of the shards; the growth of the merge's memory; then the cost of finding files. Each run is from scratch in its own process, in one thread.
 *
 * Run it with `npm run bench:shards [NUMBER] [SHARDS]`. NUMBER is the smallest number of documents (default: 480; 0: none), in two locales; SHARDS is the number
 * of shards (default: 4). Documents are spread evenly over a real docset and repeated under other paths, or generated if there is none. `WHOLE=no` leaves out the one build.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { measureProgram, type Usage } from './measure-program.ts'

const LEAST = Number(process.argv[2] ?? 480)
const SHARDS = Number(process.argv[3] ?? 4)
const TIMES = LEAST > 0 ? [1, 2, 4] : []
const LOCALES = ['fr-FR', 'de-DE']
const CORPUS = resolve(import.meta.dirname, '../../shared/corpus/lync-2013')
const ONLY = ['--only', 'page,json']
const work = mkdtempSync(join(tmpdir(), 'lockstep-shards-'))

function generated(locale: string, seed: number): string {
  const units = Array.from({ length: 40 }, (_, at) => {
    const id = `${locale.slice(0, 2)}-${at + 101}`
    return `<span data-ttu-id="${id}">Phrase ${seed}.${at}.</span><span class="sxs-lookup"><span data-stu-id="${id}">Sentence ${seed}.${at}.</span></span>`
  })
  return `---\ntitle: Generated\nms.contentlocale: ${locale}\n---\n${units.join('\n\n')}\n`
}

/** Paths of documents in all locales. */
function realPaths(): readonly string[] {
  if (!existsSync(CORPUS)) return []
  return readdirSync(join(CORPUS, LOCALES[0]!), { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => path.endsWith('.md') && LOCALES.every((locale) => existsSync(join(CORPUS, locale, path))),
    )
    .sort()
}

/** Writes tiny documents. */
function writeTiny(count: number): void {
  rmSync(join(work, 'docs'), { recursive: true, force: true })
  for (const locale of LOCALES)
    for (let at = 0; at < count / LOCALES.length; at++) {
      const folder = join(work, 'docs', locale, `folder-${at % 100}`)
      if (at < 100) mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, `document-${at}.md`), 'Text.\n')
    }
}

/** Writes documents; returns their size in bytes. */
function write(count: number): number {
  const paths = realPaths()
  rmSync(join(work, 'docs'), { recursive: true, force: true })
  let bytes = 0
  for (let at = 0; at < count; at++)
    for (const locale of LOCALES) {
      const path =
        paths.length > 0 ? paths[Math.floor(((at % LEAST) * paths.length) / LEAST)]! : `doc-${at}.md`
      const text = paths.length > 0 ? readFileSync(join(CORPUS, locale, path), 'utf8') : generated(locale, at)
      const target = join(work, 'docs', locale, `copy-${Math.floor(at / LEAST)}`, path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, text)
      bytes += Buffer.byteLength(text)
    }
  return bytes
}

function run(...args: readonly string[]): Usage {
  return measureProgram([...args, '--quiet'], work)
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, path) => {
    const stats = statSync(join(folder, path))
    return sum + (stats.isFile() ? stats.size : 0)
  }, 0)
}

function main(): void {
  console.log(
    `${existsSync(CORPUS) ? 'Real' : 'Generated'} documents in ${LOCALES.length} locales, ${SHARDS} shards\n`,
  )
  console.log(
    '| documents | MB | one build: CPU s | peak MB | shards: CPU s each | peak MB | MB together | merge: CPU s | peak MB | MB written |',
  )
  console.log('|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|')
  const merges: { readonly documents: number; readonly memory: number }[] = []
  for (const times of TIMES) {
    for (const folder of ['whole', 'lockstep-shards', 'dist'])
      rmSync(join(work, folder), { recursive: true, force: true })
    const count = LEAST * times
    const input = write(count)
    const whole =
      process.env.WHOLE === 'no'
        ? undefined
        : run('build', 'docs', '--out', 'whole', '--no-cache', '--threads', '1', ...ONLY)
    rmSync(join(work, 'whole'), { recursive: true, force: true })
    const shards = Array.from({ length: SHARDS }, (_, at) =>
      run('build', 'docs', '--shard', `${at + 1}/${SHARDS}`, '--threads', '1', ...ONLY),
    )
    const merge = run('merge', 'lockstep-shards/build', '--inputs', 'docs', ...ONLY)
    merges.push({ documents: count * LOCALES.length, memory: merge.memory })
    const mean = shards.reduce((sum, { cpu }) => sum + cpu, 0) / SHARDS
    const most = Math.max(...shards.map(({ memory }) => memory))
    const bytes = [sizeOf(join(work, 'lockstep-shards')), sizeOf(join(work, 'dist'))].map((size) =>
      (size / 1e6).toFixed(1),
    )
    const numbers = [
      ...[count, (input / 1e6).toFixed(1), whole?.cpu.toFixed(1) ?? '–', whole?.memory.toFixed(0) ?? '–'],
      ...[mean.toFixed(1), most.toFixed(0), bytes[0]],
      ...[merge.cpu.toFixed(1), merge.memory.toFixed(0), bytes[1]],
    ]
    console.log(`| ${numbers.join(' | ')} |`)
  }
  const [one, two, four] = merges
  if (one && two && four) {
    const growth = ((four.memory - one.memory) * 1024) / (four.documents - one.documents)
    const ratios = [one, two, four].map(({ memory }) => (memory / one.memory).toFixed(2)).join(' : ')
    console.log(
      `\nPeak memory of the merge at 1, 2 and 4 times: ${ratios}, ${growth.toFixed(1)} KB for each document in one locale`,
    )
  }
  console.log('\nFinding the files of all documents, which every shard and the merge do:\n')
  console.log('| files | CPU s | peak MB |\n|--:|--:|--:|')
  for (const count of [1000, 25_000, 50_000, 100_000]) {
    writeTiny(count)
    const { cpu, memory } = run(
      'check',
      'docs',
      '--shard',
      '1/99999',
      '--shard-dir',
      'list',
      '--threads',
      '1',
    )
    console.log(`| ${count} | ${cpu.toFixed(1)} | ${memory.toFixed(0)} |`)
  }
}

try {
  main()
} finally {
  rmSync(work, { recursive: true, force: true })
}
