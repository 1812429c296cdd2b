/**
 * Runs `lockstep build` and `check` alternately with Hugo and Eleventy on the same documents, and prints
 * ratios.
 *
 * Run it with `npm run bench [FOLDER…]`. Skips Hugo (Debian: `apt-get install hugo`) if it is not installed,
 * and memory without GNU time (Debian: `apt-get install time`). Hugo gets the monolingual Markdown of
 * `lockstep build --only markdown` in two languages, and a template that only shows the content: no model, no
 * checks, no sanitizing, no other language on the page. Eleventy 3 builds the same pages without JSON; the
 * benchmark installs it, or skips it if that fails.
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
  statSync,
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

/** Time and memory of a run. */
interface Run {
  /** Seconds. */
  readonly wall: number
  /** Peak memory in MB, if known. */
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
      // Hugo would read these as shortcodes.
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

/** Size of the files of a folder. */
function megabytesIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
  return (bytes / 1e6).toFixed(1)
}

/** A document of a folder: the one in the middle. */
function oneOf(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
  return join(folder, paths[paths.length >> 1]!)
}

/** Installs Eleventy and prepares a site with Hugo's pages; `undefined` if the npm registry is unavailable. */
function prepareEleventy(hugo: string): string | undefined {
  const site = join(work, 'eleventy')
  cpSync(join(hugo, 'content'), join(site, 'content'), { recursive: true })
  writeFileSync(join(site, 'package.json'), '{ "private": true, "type": "module" }')
  // As in Hugo's site, pages contain no templates.
  writeFileSync(
    join(site, 'eleventy.config.js'),
    `export default (config) => {
  config.setQuietMode(true)
  config.amendLibrary('md', (markdown) => markdown.set({ html: true }))
}
export const config = { dir: { input: 'content', includes: '../layouts' }, markdownTemplateEngine: false, templateFormats: ['md'] }
`,
  )
  mkdirSync(join(site, 'layouts'))
  const layout =
    '<!doctype html><html lang="{{ page.lang }}"><title>{{ title }}</title><main>{{ content }}</main></html>'
  writeFileSync(join(site, 'layouts/page.liquid'), layout)
  writeFileSync(join(site, 'content/content.json'), '{ "layout": "page.liquid" }')
  const { status } = spawnSync('npm', ['install', '--silent', '@11ty/eleventy@3'], { cwd: site })
  return status === 0 ? site : undefined
}

function main(): void {
  const hasHugo = spawnSync('hugo', ['version']).status === 0
  const site = hasHugo ? prepareHugo() : undefined
  const eleventy = site && prepareEleventy(site)
  // A new folder for each run: ext4 is slow to reuse recently freed blocks.
  let folders = 0
  const fresh = () => join(work, `out-${folders++}`)
  // A copy of the first folder, to change its documents.
  const [copy, again, cache] = [join(work, basename(inputs[0]!)), join(work, 'again'), join(work, 'cache')]
  // Another one to check, so that no change of one is the other's.
  const checked = join(work, 'checked', basename(inputs[0]!))
  const structure = join(work, 'structure.json')
  writeFileSync(structure, '{ "preset": "structure" }')
  for (const to of [copy, checked]) cpSync(inputs[0]!, to, { recursive: true })
  lockstep('build', copy, '--only', 'page,json', '--out', again, '--cache-dir', cache)
  lockstep('check', checked, '--format', 'json', '--cache-dir', cache)
  const cold = (...args: readonly string[]) => lockstep('build', ...args, '--out', fresh(), '--no-cache')
  let turns = 0
  const changed = (...args: readonly string[]) => {
    appendFileSync(oneOf(args[1]!), `\n\nturn ${turns++}\n`)
    return lockstep(...args)
  }
  const rebuild = ['build', copy, '--only', 'page,json', '--out', again, '--cache-dir', cache] as const
  const recheck = ['check', checked, '--format', 'json', '--cache-dir', cache] as const
  const contenders: Record<string, () => Run> = {
    ...(site && {
      'hugo, HTML and JSON': () => run('hugo', ['--quiet', '--destination', fresh()], site),
    }),
    ...(eleventy && {
      'eleventy, HTML': () =>
        run(
          process.execPath,
          [join(eleventy, 'node_modules/@11ty/eleventy/cmd.cjs'), `--output=${fresh()}`],
          eleventy,
        ),
    }),
    'build, default outputs': () => cold(...inputs),
    'build --only page,json': () => cold(...inputs, '--only', 'page,json'),
    ...(more && {
      'build, default outputs, two locales': () => cold(...inputs, more),
      'build --only page,json, two locales': () => cold(...inputs, more, '--only', 'page,json'),
    }),
    'build --only page,json again, nothing changed': () => lockstep(...rebuild),
    'build --only page,json again, one document changed': () => changed(...rebuild),
    'check again, nothing changed': () => lockstep(...recheck),
    'check again, one document changed': () => changed(...recheck),
    check: () => lockstep('check', ...inputs, '--format', 'json', '--no-cache'),
    'check with the preset structure': () =>
      lockstep('check', ...inputs, '--format', 'json', '--no-cache', '--config', structure),
    '--version': () => lockstep('--version'),
    'node -e 0': () => run(process.execPath, ['-e', '0']),
  }
  const runs = new Map(Object.keys(contenders).map((name) => [name, [] as Run[]]))
  for (let turn = 0; turn < RUNS; turn++) {
    for (const [name, contender] of Object.entries(contenders)) runs.get(name)!.push(contender())
  }
  console.log(`${megabytesIn(copy)} MB of input, ${megabytesIn(join(again, 'data'))} MB of JSON\n`)
  const base = runs.get('hugo, HTML and JSON')
  console.log(
    `${inputs.join(', ')}: medians of ${RUNS} alternating runs; ratios to Hugo in the same turn (min–max)\n`,
  )
  console.log('| run | wall s | peak MB | wall / Hugo | memory / Hugo |\n|---|---|---|---|---|')
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
