import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import GithubSlugger from 'github-slugger'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as mdastToString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { createProgram } from '../src/cli/create-program.ts'
import { startServer } from '../src/cli/serve/start-server.ts'
import { preview } from '../src/pipeline.ts'
import { crawl } from './support/crawl.ts'
import { temporaryFolder } from './support/temporary-folder.ts'
import { runCli } from './support/test-io.ts'

const ROOT = resolve(import.meta.dirname, '..')
const CONFIG = ['--config', 'docs/lockstep.config.json', '--no-cache']
const REPOSITORY = /^https:\/\/github\.com\/lockstep-docs\/lockstep\/(?:blob|tree)\/main\//

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const markdownIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.includes('node_modules'))
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
const docs = markdownIn('docs')

/** Anchors of a file as GitHub shows it. */
function anchorsOf(path: string): ReadonlySet<string> {
  const tree = fromMarkdown(read(path))
  const slugger = new GithubSlugger()
  const anchors = new Set<string>()
  visit(tree, 'heading', (node) => {
    anchors.add(slugger.slug(mdastToString(node, { includeHtml: false })))
  })
  visit(tree, 'html', ({ value }) => {
    for (const [, name] of value.matchAll(/<a (?:name|id)="([^"]+)"/g)) anchors.add(name!)
  })
  return anchors
}

/** Links of a file that lead nowhere in the repository. */
function deadLinksOf(path: string): readonly string[] {
  const urls: string[] = []
  visit(fromMarkdown(read(path)), (node) => {
    if ('url' in node && (node.type === 'link' || node.type === 'image' || node.type === 'definition'))
      urls.push(node.url)
  })
  return urls.filter((url) => {
    const isOurs = REPOSITORY.test(url)
    if (!isOurs && /^[a-z]+:/i.test(url)) return false
    const [address = '', anchor] = url.replace(REPOSITORY, '').split('#')
    const target = isOurs ? address : address === '' ? path : posix.join(posix.dirname(path), address)
    if (target.startsWith('..') || !existsSync(join(ROOT, target))) return true
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).has(anchor)
  })
}

it.each([
  ...docs,
  // The documents of the examples have links of docsets.
  ...markdownIn('examples').filter((path) => !path.startsWith('examples/documents/')),
  ...[
    'README',
    'ARCHITECTURE',
    'CONTRIBUTING',
    'PERFORMANCE',
    'SECURITY',
    'CHANGELOG',
    'templates/README',
  ].map((name) => `${name}.md`),
])('%s has no dead link on GitHub', (path) => {
  expect(deadLinksOf(path)).toEqual([])
})

it('the documentation has no finding', async () => {
  const { code, stdout } = await runCli(['check', ...CONFIG, '--fail-on', 'info'], ROOT)
  expect([code, stdout]).toEqual([0, expect.stringMatching(/ 0 errors, 0 warnings\n$/)])
})

it('the site of the documentation has every page in its contents, and no dead link', async () => {
  const out = join(temporaryFolder({}), 'site')
  const only = ['--only', 'page,table,runbook,json']
  expect(await runCli(['build', ...CONFIG, ...only, '--out', out], ROOT)).toMatchObject({ code: 0 })
  for (const [locale, others] of [
    ['en-US', 'Other documents'],
    ['fr-FR', 'Autres documents'],
  ]) {
    const contents = readFileSync(join(out, `${locale}/contents.html`), 'utf8')
    for (const path of docs) {
      const page = path.replace(/^docs\/(.*)\.md$/, '$1.html')
      expect(contents).toContain(`href="${page}"`)
    }
    expect(contents).not.toContain(others)
  }
  for (const name of ['getting-started', 'publish'])
    expect(readFileSync(join(out, `fr-FR/${name}.runbook.html`), 'utf8')).toContain('<link rel="icon"')
  const site = await preview(out)
  const server = await startServer({ filesOf: () => site, base: '/', port: 0 })
  onTestFinished(() => server.close())
  const { dead } = await crawl(server.url)
  expect(dead.map(({ from, url, why }) => `${from} ${url} ${why}`)).toEqual([])
})

it('the commands of the getting-started guide do what it says', async () => {
  const guide = read('docs/getting-started.md')
  const [, ...commands] = guide.split(/^npx lockstep /m).map((part) => part.split('\n')[0]!)
  expect(commands).toEqual(['init', 'dev --open', 'check', 'build', 'preview --open'])
  const cwd = temporaryFolder({ 'package.json': '{}' })
  for (const command of commands.filter((each) => !each.includes('--open')))
    expect(await runCli(command.split(' '), cwd), command).toMatchObject({ code: 0, stderr: '' })
  for (const [, file] of guide.matchAll(/^\| `([^`]+)` \|/gm)) expect(existsSync(join(cwd, file!))).toBe(true)
  const [, step] = /<pre><code class="language-md">([\s\S]*?)<\/code><\/pre>/.exec(guide)!
  const unit = step!.replaceAll('&lt;', '<').replaceAll('&#45;', '-')
  const example = join(cwd, 'sources/fr-FR/restart-the-service.md')
  const text = readFileSync(example, 'utf8')
  writeFileSync(example, text + unit)
  expect(await runCli(['check', '--fail-on', 'info'], cwd)).toMatchObject({ code: 0 })
  writeFileSync(example, text + unit.replace('5 minutes.<', '6 minutes.<'))
  const { stdout } = await runCli(['check'], cwd)
  expect(stdout).toMatch(/^ +\d+:\d+ .*number-equal$/m)
})

it('the workflow for GitHub Pages builds the site with its address', async () => {
  const { jobs } = parse(read('docs/workflows/pages.yml'))
  const steps = jobs.publish.steps as readonly {
    readonly run?: string
    readonly uses?: string
    readonly with?: Readonly<Record<string, string>>
  }[]
  const [, command] = /^npx --no-install lockstep (.*)$/.exec(
    steps.find(({ run }) => run?.includes('lockstep'))!.run!,
  )!
  const cwd = temporaryFolder({ 'package.json': '{}' })
  await runCli(['init'], cwd)
  const url = 'https://user.github.io/my-docs'
  const args = command!.replace('"$URL"', url).split(' ')
  expect(await runCli([...args, '--only', 'page'], cwd)).toMatchObject({ code: 0, stderr: '' })
  const upload = steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact@'))!
  expect(readFileSync(join(cwd, upload.with!.path!, 'sitemap.xml'), 'utf8')).toContain(
    `${url}/fr-FR/restart-the-service.html`,
  )
})

it('the documentation names every command, option and setting', () => {
  const pages = docs.map(read).join('\n')
  const io = { stdout: {}, stderr: {} } as never
  const { commands } = createProgram(io, () => {})
  expect(commands.length).toBeGreaterThan(9)
  for (const command of commands) {
    expect(pages).toContain(`lockstep ${command.name()}`)
    for (const { long } of command.options) expect(pages, command.name()).toContain(long)
  }
  const configuration = read('docs/configuration.md')
  const { properties } = JSON.parse(read('schema/config.schema.json'))
  for (const key of Object.keys(properties).filter((name) => name !== '$schema'))
    expect(configuration).toContain(`| \`${key}\` |`)
})
