/**
 * Measures `lockstep build` beside Hugo on the same documents, in turns, and prints ratios.
 *
 * Run it with `npm run bench [FOLDER…]`. Hugo (Debian: `apt-get install hugo`) is left out where it is not installed, memory where GNU
 * time (Debian: `apt-get install time`) is not. Hugo gets the monolingual Markdown that `lockstep build --only markdown` writes, in two
 * languages, and a template that does nothing but show the content: no model, no checks, no sanitizing, no other language on the page.
 */
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'

const RUNS = Number(process.env.RUNS ?? 3)
const MAIN = resolve(import.meta.dirname, '../bin/lockstep.js')
const CORPUS = resolve(import.meta.dirname, '../../shared/corpus/lync-2013')
const folders = process.argv.slice(2)
const inputs =
  folders.length > 0
    ? folders
    : existsSync(CORPUS)
      ? [join(CORPUS, 'fr-FR')]
      : [resolve(import.meta.dirname, '../sources')]
const more = folders.length === 0 && existsSync(join(CORPUS, 'de-DE')) ? join(CORPUS, 'de-DE') : undefined
const work = mkdtempSync(join(tmpdir(), 'lockstep-bench-'))
const hasTime = existsSync('/usr/bin/time')

/** What one run took. */
interface Run {
  /** Seconds. */
  readonly wall: number
  /** Peak memory in MB, where it can be told. */
  readonly memory: number | undefined
}

/** Runs a program and measures it. */
function run(command: string, args: readonly string[], cwd = work): Run {
  const [program, all] = hasTime ? ['/usr/bin/time', ['-f', '%M', command, ...args]] : [command, [...args]]
  const start = performance.now()
  const { status, stderr } = spawnSync(program, all, { cwd, encoding: 'utf8', maxBuffer: 1e9 })
  const wall = (performance.now() - start) / 1000
  if (status === null || status > 1) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`)
  return { wall, memory: hasTime ? Number(stderr.trim().split('\n').at(-1)) / 1024 : undefined }
}

function lockstep(...args: readonly string[]): Run {
  return run(process.execPath, [MAIN, ...args])
}

/** Prepares a Hugo site of the monolingual documents. */
function prepareHugo(): string {
  const [markdown, site] = [join(work, 'markdown'), join(work, 'hugo')]
  lockstep('build', ...inputs, '--only', 'markdown', '--out', markdown)
  const locales = readdirSync(markdown).filter((name) => /^[a-z]{2,3}-/.test(name))
  for (const locale of locales) {
    for (const path of readdirSync(join(markdown, locale), { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.md')) continue
      const to = join(site, 'content', locale, path)
      mkdirSync(dirname(to), { recursive: true })
      // Hugo would take these for its own.
      writeFileSync(to, readFileSync(join(markdown, locale, path), 'utf8').replace(/\{\{/g, '{ {'))
    }
  }
  const languages = locales.map(
    (locale) => `[languages.${locale.toLowerCase()}]\ncontentDir = "content/${locale}"\n`,
  )
  writeFileSync(
    join(site, 'config.toml'),
    `baseURL = "https://example.org/"\ndefaultContentLanguage = "${locales[0]!.toLowerCase()}"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]\n[markup.goldmark.renderer]\nunsafe = true\n[outputs]\npage = ["HTML", "JSON"]\n[languages]\n${languages.join('')}`,
  )
  mkdirSync(join(site, 'layouts/_default'), { recursive: true })
  const html =
    '<!doctype html><html lang="{{ .Language }}"><title>{{ .Title }}</title><main>{{ .Content }}</main></html>'
  writeFileSync(join(site, 'layouts/_default/single.html'), html)
  writeFileSync(join(site, 'layouts/_default/list.html'), '<!doctype html><title>{{ .Title }}</title>')
  writeFileSync(
    join(site, 'layouts/_default/single.json'),
    '{"title":{{ .Title | jsonify }},"content":{{ .Content | jsonify }}}',
  )
  return site
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!
const fixed = (value: number | undefined, digits = 2) => (value === undefined ? '–' : value.toFixed(digits))

/** A document of a folder: the one in the middle. */
function oneOf(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
  return join(folder, paths[paths.length >> 1]!)
}

function main(): void {
  const hasHugo = spawnSync('hugo', ['version']).status === 0
  const site = hasHugo ? prepareHugo() : undefined
  // A folder for each run: ext4 takes its time to use places again that were freed a moment ago.
  let folders = 0
  const fresh = () => join(work, `out-${folders++}`)
  // A copy of the first folder, whose documents can be changed.
  const [copy, again, cache] = [join(work, basename(inputs[0]!)), join(work, 'again'), join(work, 'cache')]
  cpSync(inputs[0]!, copy, { recursive: true })
  lockstep('build', copy, '--only', 'page,json', '--out', again, '--cache-dir', cache)
  lockstep('check', copy, '--format', 'json', '--cache-dir', cache)
  let turns = 0
  const contenders: Record<string, () => Run> = {
    ...(site && {
      'hugo, HTML and JSON': () => run('hugo', ['--quiet', '--destination', fresh()], site),
    }),
    'build --only page,json': () =>
      lockstep('build', ...inputs, '--only', 'page,json', '--out', fresh(), '--no-cache'),
    'the same again, nothing changed': () =>
      lockstep('build', copy, '--only', 'page,json', '--out', again, '--cache-dir', cache),
    'the same again, one document changed': () => {
      appendFileSync(oneOf(copy), `\n\nturn ${turns++}\n`)
      return lockstep('build', copy, '--only', 'page,json', '--out', again, '--cache-dir', cache)
    },
    'check again, nothing changed': () => lockstep('check', copy, '--format', 'json', '--cache-dir', cache),
    'check again, one document changed': () => {
      appendFileSync(oneOf(copy), `\n\nturn ${turns++}\n`)
      return lockstep('check', copy, '--format', 'json', '--cache-dir', cache)
    },
    ...(more && {
      'build --only page,json, two locales': () =>
        lockstep('build', ...inputs, more, '--only', 'page,json', '--out', fresh(), '--no-cache'),
    }),
    check: () => lockstep('check', ...inputs, '--format', 'json', '--no-cache'),
    '--version': () => lockstep('--version'),
    'node -e 0': () => run(process.execPath, ['-e', '0']),
  }
  const runs = new Map(Object.keys(contenders).map((name) => [name, [] as Run[]]))
  for (let turn = 0; turn < RUNS; turn++) {
    for (const [name, contender] of Object.entries(contenders)) runs.get(name)!.push(contender())
  }
  const base = runs.get('hugo, HTML and JSON')
  console.log(
    `${inputs.join(', ')}: ${RUNS} runs in turns, medians; ratios to Hugo of the same turn, least to most\n`,
  )
  console.log('| what | wall s | peak MB | wall / Hugo | memory / Hugo |\n|---|---|---|---|---|')
  for (const [name, own] of runs) {
    const ratio = (key: keyof Run) => {
      const ratios = (base ?? []).map(
        (other, turn) => (own[turn]![key] ?? Number.NaN) / (other[key] ?? Number.NaN),
      )
      return ratios.length === 0 || ratios.some(Number.isNaN)
        ? '–'
        : `${fixed(median(ratios))} (${fixed(Math.min(...ratios))}–${fixed(Math.max(...ratios))})`
    }
    const memory = own.flatMap((each) => each.memory ?? [])
    console.log(
      `| ${name} | ${fixed(median(own.map(({ wall }) => wall)))} | ${memory.length > 0 ? fixed(median(memory), 0) : '–'} | ${ratio('wall')} | ${ratio('memory')} |`,
    )
  }
  rmSync(work, { recursive: true, force: true })
}

main()
