/**
 * Compares the pages of docsets word by word with the published Markdown in `SET-published/LOCALE` beside
 * `SET/LOCALE`, or, if there is none, with the monolingual document (each target in place of its unit).
 *
 * Run it with `npm run bench:fidelity -- [--program FILE] [--examples N] [--in CLASS] [DOCSET…]`. DOCSET is a
 * folder, or one of the corpus.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, posix, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { monolingualText } from '../../src/parse/monolingual-text.ts'
import { compareWords, type Difference } from './compare-words.ts'
import { pageWords } from './page-words.ts'
import { publishedWords, type ReadIncluded } from './published-words.ts'

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus')
const PROGRAM = resolve(import.meta.dirname, '../../bin/lockstep.js')
const DOCSETS = ['lync-2013/fr-FR', 'teams/fr-FR', 'dynamics/ar-SA', 'lync-2013/de-DE']
/** Markdown marks that readers should not see. */
const RAW = /!\s?\[|\]\(|\*\*|\[!|:::|［!|\]（/g

interface Place {
  readonly path: string
  readonly difference: Difference
}

interface Result {
  readonly documents: number
  /** Number of documents with a published file. */
  readonly oracles: number
  readonly exact: number
  readonly explained: number
  readonly differences: readonly Place[]
  readonly raw: readonly string[]
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      program: { type: 'string', default: PROGRAM },
      examples: { type: 'string', default: '3' },
      in: { type: 'string' },
    },
  })
  for (const docset of positionals.length > 0 ? positionals : DOCSETS) {
    const input = existsSync(docset) ? resolve(docset) : join(CORPUS, docset)
    const result = compare(input, values.program)
    print(docset, result, Number(values.examples), values.in)
  }
}

function compare(input: string, program: string): Result {
  const out = mkdtempSync(join(tmpdir(), 'lockstep-fidelity-'))
  try {
    const args = ['build', input, '--out', out, '--only', 'page,markdown', '--no-cache', '--quiet']
    const { status, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })
    if (status === null || status > 1) throw new Error(`The build failed:\n${stderr}`)
    return compareFolders(input, out)
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

function compareFolders(input: string, out: string): Result {
  const locale = basename(input)
  const published = join(dirname(dirname(input)), `${basename(dirname(input))}-published`, locale)
  const pages = join(out, locale)
  const differences: Place[] = []
  const raw: string[] = []
  let [documents, oracles, exact, explained] = [0, 0, 0, 0]
  for (const path of markdownFiles(input)) {
    const html = join(pages, path.replace(/\.md$/, '.html'))
    if (!existsSync(html)) continue
    documents++
    const text = publishedOf(join(input, path), join(published, path))
    if (text !== undefined) oracles++
    const expected = publishedWords(
      text ?? readFileSync(html.replace(/\.html$/, '.md'), 'utf8'),
      path,
      reader(input, published),
    )
    const actual = pageWords(readFileSync(html, 'utf8'))
    const found = compareWords(expected.words, actual.words)
    if (found.length === 0) exact++
    if (found.every(({ className }) => className !== 'unexplained')) explained++
    differences.push(...found.map((difference) => ({ path, difference })))
    for (const { index } of actual.prose.matchAll(RAW))
      raw.push(`${path}: ${actual.prose.slice(Math.max(0, index - 40), index + 60).replace(/\s+/g, ' ')}`)
  }
  return { documents, oracles, exact, explained, differences, raw }
}

function markdownFiles(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.md')).sort()
}

/** Returns the published file of a document, if it is from the same hand-off. */
function publishedOf(document: string, published: string): string | undefined {
  if (!existsSync(published)) return undefined
  const text = readFileSync(published, 'utf8')
  const handoff = handoffOf(text)
  return handoff !== undefined && handoff === handoffOf(readFileSync(document, 'utf8')) ? text : undefined
}

function handoffOf(text: string): string | undefined {
  return /^ms\.openlocfilehash: *(\S+)/m.exec(text)?.[1]
}

/** Reads included files in the target language. */
function reader(input: string, published: string): ReadIncluded {
  return (url, from) => {
    const path = url.startsWith('~/') ? url.slice(2) : posix.join(posix.dirname(from), decodeURI(url))
    const file = join(input, path)
    if (path.startsWith('..') || !existsSync(file)) return undefined
    const text =
      publishedOf(file, join(published, path)) ?? monolingualText(readFileSync(file, 'utf8'), 'target').text
    return { path, text }
  }
}

function print(docset: string, result: Result, examples: number, only: string | undefined): void {
  const { documents, oracles, exact, explained, differences, raw } = result
  console.log(`\n## ${docset}\n`)
  console.log(
    `${documents} documents (${oracles} with a published file): ${exact} have exactly the published words, ${explained - exact} have only intended differences, ${documents - explained} have others.\n`,
  )
  const classes = new Map<string, Place[]>()
  for (const place of differences) {
    const { className } = place.difference
    const places = classes.get(className)
    if (places) places.push(place)
    else classes.set(className, [place])
  }
  console.log('| class | documents | places | words |\n|---|--:|--:|--:|')
  for (const [name, places] of [...classes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const words = places.reduce((sum, { difference }) => sum + difference.words, 0)
    console.log(`| ${name} | ${new Set(places.map(({ path }) => path)).size} | ${places.length} | ${words} |`)
  }
  console.log(`\nMarkdown marks in the text of pages: ${raw.length}`)
  for (const each of raw.slice(0, only === 'raw' ? Infinity : examples)) console.log(`- ${each}`)
  for (const [name, places] of classes) {
    if (only !== undefined && only !== name) continue
    console.log(`\n### ${name}\n`)
    const most = name === 'unexplained' || only !== undefined ? Infinity : examples
    for (const { path, difference } of places.slice(0, most)) console.log(`- ${path}: ${show(difference)}`)
  }
}

function show({ before, published, page, after }: Difference): string {
  const cut = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text)
  return `${before} {−${cut(published)}−}{+${cut(page)}+} ${after}`.trim()
}

main()
