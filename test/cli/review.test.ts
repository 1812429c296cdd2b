import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { Review } from '../../src/review/types/review.ts'
import { frenchOf, type Texts } from '../support/review.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

const schema = JSON.parse(readFileSync(new URL('../../schema/review.schema.json', import.meta.url), 'utf8'))

const units: Texts[] = [
  ['Restart the server within 5 minutes.', 'Redémarrez le serveur dans les 5 minutes.'],
  ['Run Get-CsPool on the backup pool.', 'Exécutez Get-CsPool sur le pool de secours.'],
  ['Nothing changes in this sentence.', 'Rien ne change dans cette phrase.'],
]

const OLD = {
  'docs/equal.md': frenchOf('aaaaa', units),
  'docs/ids.md': frenchOf('aaaaa', units),
  'docs/stale.md': frenchOf('aaaaa', units),
  'docs/worse.md': frenchOf('aaaaa', units),
  'docs/moved.md': frenchOf(
    'aaaaa',
    units.map(([source, target]) => [`${source} It moves.`, target]),
  ),
}
const NEW = {
  'docs/equal.md': OLD['docs/equal.md'],
  'docs/ids.md': frenchOf('bbbbb', units),
  'docs/stale.md': frenchOf('bbbbb', units.with(0, [units[0]![0].replace('5', '9'), units[0]![1]])),
  'docs/worse.md': frenchOf('bbbbb', units.with(0, [units[0]![0], units[0]![1].replace('5', '50')])),
  'docs/new/moved.md': frenchOf(
    'bbbbb',
    units.map(([source, target]) => [`${source} It moves.`, target]),
  ),
}

function git(cwd: string, ...args: string[]): void {
  const own = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...own, ...args], { cwd, stdio: 'pipe' })
}

/** A repository with the old version under the tag `old`, and the new one in its last commit. */
function repository(): string {
  const cwd = temporaryFolder(OLD)
  git(cwd, 'init', '-q')
  git(cwd, 'add', '.')
  git(cwd, 'commit', '-qm', 'old')
  git(cwd, 'tag', 'old')
  rmSync(join(cwd, 'docs'), { recursive: true })
  writeFiles(cwd, NEW)
  git(cwd, 'add', '-A')
  git(cwd, 'commit', '-qm', 'new')
  return cwd
}

function folders(): string {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'old'), OLD)
  writeFiles(join(cwd, 'new'), NEW)
  return cwd
}

async function jsonOf(cwd: string, ...args: string[]): Promise<Review> {
  const { stdout, stderr } = await runCli(['review', ...args, '--format', 'json'], cwd)
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

describe('lockstep review', () => {
  it('gives JSON of its schema, and the same for folders as for revisions', async () => {
    const fromFolders = await jsonOf(folders(), 'old', 'new')
    const fromGit = await jsonOf(repository(), 'old', 'HEAD')
    expect({ ...fromGit, base: 'old', head: 'new' }).toEqual(fromFolders)
    const validate = new Ajv2020({ strict: false }).compile(schema)
    validate(fromFolders)
    expect(validate.errors).toBeNull()
    expect(fromFolders.documents.map(({ path, oldPath, facts }) => [path, oldPath, facts])).toEqual([
      ['docs/ids.md', 'docs/ids.md', ['ids-only']],
      ['docs/new/moved.md', 'docs/moved.md', ['moved', 'ids-only']],
      ['docs/stale.md', 'docs/stale.md', []],
      ['docs/worse.md', 'docs/worse.md', ['targets-only']],
    ])
    expect(fromFolders.counts.documents).toEqual({
      total: 5,
      equal: 1,
      changed: 4,
      added: 0,
      removed: 0,
      moved: 1,
    })
  })

  it('is made in shards, whose whole is the review', async () => {
    const cwd = folders()
    const args = ['review', 'old', 'new', '--format', 'json']
    const whole = await runCli(args, cwd)
    for (const number of [1, 2]) {
      const { stdout } = await runCli([...args, '--shard', `${number}/2`], cwd)
      expect(stdout).toContain(`in lockstep-shards/review/${number}-of-2\n`)
      expect(stdout).toContain('`--from-shards lockstep-shards/review`')
    }
    const [command, ...rest] = args
    expect(await runCli([command!, '--from-shards', 'lockstep-shards/review', ...rest], cwd)).toEqual(whole)
    const merge = await runCli(['merge', 'lockstep-shards'], cwd)
    expect(merge.stderr).toContain('lockstep review BASE HEAD --from-shards FOLDER')
  })

  it('puts errors that are new first, then what the translation does not follow', async () => {
    const { items, documents } = await jsonOf(folders(), 'old', 'new')
    const paths = items.map(({ risk, members }) => [risk, documents[members[0]![0]]!.path])
    expect(paths).toEqual([
      ['regression', 'docs/stale.md'],
      ['regression', 'docs/worse.md'],
    ])
    const [, , , worse] = documents
    expect(worse!.units[0]!.findings!.added.map(({ rule }) => rule)).toContain('number-equal')
    const [lost, still]: Texts[] = [
      ['Wait for 5 minutes.', 'Attendez.'],
      ['Wait for 5 minutes.', 'Patientez.'],
    ]
    const known = temporaryFolder({
      'old/a.md': frenchOf('aaaaa', [lost!]),
      'new/a.md': frenchOf('bbbbb', [still!]),
    })
    expect((await jsonOf(known, 'old', 'new')).items.map(({ risk }) => risk)).toEqual(['retranslated'])
    const without = await jsonOf(folders(), 'old', 'new', '--no-findings')
    expect(without.items.map(({ risk }) => risk)).toEqual(['source-sign', 'target-sign'])
    expect(without.counts.findings).toBeUndefined()
  })

  it('takes globs, locales, and a branch since it left its base', async () => {
    const cwd = repository()
    git(cwd, 'checkout', '-q', '-b', 'topic', 'old')
    writeFiles(cwd, { 'docs/ids.md': NEW['docs/stale.md'] })
    git(cwd, 'commit', '-qam', 'topic')
    git(cwd, 'checkout', '-q', '-')
    const since = await jsonOf(cwd, 'HEAD...topic')
    expect(since.documents.map(({ path }) => path)).toEqual(['docs/ids.md'])
    const some = await jsonOf(cwd, 'old', 'HEAD', 'docs/s*.md')
    expect(some.documents.map(({ path }) => path)).toEqual(['docs/stale.md'])
    const folder = await jsonOf(cwd, 'old', 'HEAD', 'docs/')
    expect(folder.counts.documents.total).toBe(Object.keys(NEW).length)
    const none = await runCli(['review', 'old', 'HEAD', '--locale', 'de-DE'], cwd)
    expect([none.code, none.stderr]).toEqual([
      2,
      'error No documents in old and HEAD are translations into de-DE. There are translations into fr-FR.\n',
    ])
    const nowhere = await runCli(['review', 'old', 'HEAD', 'elsewhere/**'], cwd)
    expect([nowhere.code, nowhere.stderr]).toEqual([
      2,
      'error No documents match elsewhere/** in old and HEAD. Name a folder or a glob of documents.\n',
    ])
  })

  it('touches neither the index nor the working tree', async () => {
    const cwd = repository()
    const state = () => readFileSync(join(cwd, '.git/index')).toString('hex')
    const before = state()
    rmSync(join(cwd, 'docs'), { recursive: true })
    await jsonOf(cwd, 'old', 'HEAD')
    expect([state(), existsSync(join(cwd, 'docs'))]).toEqual([before, false])
  })

  it('reads any path and any bytes alike from folders and from revisions, bare ones too', async () => {
    const [before, after] = [frenchOf('aaaaa', units), frenchOf('bbbbb', units.slice(1))]
    const odd = [
      'with space.md',
      'it\'s "quoted".md',
      '説明/مرحبا.md',
      'tab\tand\nline.md',
      'obj/a.md',
      '.hidden/a.md',
      'node_modules/a.md',
    ]
    const latin = (text: string) => Buffer.from(text.replace('Redémarrez', 'Red\xE9marrez'), 'latin1')
    const damaged = (text: string) => text.replace('</span><span class', '<span class').slice(0, -40)
    const put = (cwd: string, text: string) => {
      writeFiles(cwd, Object.fromEntries(odd.map((path) => [`docs/${path}`, text])))
      writeFiles(cwd, { 'docs/damaged.md': damaged(text), 'docs/empty.md': text === before ? '' : text })
      writeFileSync(join(cwd, 'docs/latin.md'), latin(text))
      rmSync(join(cwd, 'docs/link.md'), { force: true })
      symlinkSync(text === before ? 'empty.md' : 'latin.md', join(cwd, 'docs/link.md'))
      rmSync(join(cwd, 'docs/out'), { force: true })
      symlinkSync('/etc', join(cwd, 'docs/out'))
    }
    const [cwd, two] = [temporaryFolder(), temporaryFolder()]
    git(cwd, 'init', '-q')
    put(cwd, before)
    put(join(two, 'old'), before)
    git(cwd, 'add', '-Af')
    git(cwd, 'commit', '-qm', 'old')
    git(cwd, 'tag', 'old')
    put(cwd, after)
    put(join(two, 'new'), after)
    // An entry that is a commit of another repository.
    git(cwd, 'update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},docs/module.md`)
    git(cwd, 'add', '-Af')
    git(cwd, 'commit', '-qm', 'new')
    git(cwd, 'clone', '-q', '--bare', '.', 'bare.git')
    const folders = await jsonOf(two, 'old', 'new')
    const revisions = await jsonOf(cwd, 'old', 'HEAD')
    const bare = await jsonOf(join(cwd, 'bare.git'), 'old', 'HEAD')
    const ofDocuments = ({ documents, items, counts, effort }: Review) => ({
      documents,
      items,
      counts,
      effort,
    })
    expect(ofDocuments(revisions)).toEqual(ofDocuments(folders))
    expect(ofDocuments(bare)).toEqual(ofDocuments(folders))
    expect(folders.documents.map(({ path }) => path).sort()).toEqual(
      [...odd.slice(0, 4), 'damaged.md', 'empty.md', 'latin.md'].map((path) => `docs/${path}`).sort(),
    )
  })

  it('names the fetch depth if a shallow clone lacks a revision', async () => {
    const [origin, cwd] = [repository(), temporaryFolder()]
    git(cwd, 'clone', '-q', '--depth', '1', `file://${origin}`, 'clone')
    const { code, stderr } = await runCli(['review', 'old', 'HEAD'], join(cwd, 'clone'))
    expect([code, stderr]).toEqual([2, expect.stringContaining('fetch-depth: 0')])
  })

  it.each([
    [['old'], 'alone'],
    [['old', 'HEAD'], 'no folder'],
    [['gone', 'new'], 'no folder'],
    [['--fail-on', 'other', 'old', 'new'], 'Allowed are'],
  ])('rejects %j', async (args, message) => {
    const { code, stderr } = await runCli(['review', ...args], folders())
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })

  it.each([
    [[], 0],
    [['--fail-on', 'stale'], 1],
    [['--fail-on', 'regression'], 1],
    [['--fail-on', 'untranslated'], 0],
  ])('exits with %j as asked', async (flags, expected) => {
    const { code } = await runCli(['review', 'old', 'new', ...flags], folders())
    expect(code).toBe(expected)
  })

  it('writes every format to a file, with labels of the reviewer’s language', async () => {
    const cwd = folders()
    for (const format of ['pretty', 'json', 'csv', 'markdown', 'github']) {
      const { code } = await runCli(
        ['review', 'old', 'new', '--format', format, '--output-file', `out/${format}`],
        cwd,
      )
      expect(code).toBe(0)
    }
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['csv', 'github', 'json', 'markdown', 'pretty'])
    const read = (format: string) => readFileSync(join(cwd, 'out', format), 'utf8')
    expect(read('markdown')).toMatch(/^<!-- lockstep-review -->\n## Révision de la traduction\n/)
    expect(read('github')).toMatch(/^::warning file=new\/docs\/stale\.md,line=6,/m)
    expect(read('csv').split('\r\n')).toHaveLength(4)
    expect(read('pretty')).toContain('docs/worse.md:6')
  })

  it('names documents that came, went, or cannot be read, for people', async () => {
    const text = frenchOf('aaaaa', [['One.', 'Un.']])
    const cwd = temporaryFolder({ 'old/gone.md': text, 'old/a.md': text, 'new/a.md': text })
    writeFiles(cwd, {
      'new/b.md': frenchOf('bbbbb', [['Other.', 'Autre.']]),
      'new/large.md': 'x'.repeat(2 ** 20 + 1),
      'lockstep.config.json': '{ "maxFileSize": 1 }',
    })
    const run = async (format: string) =>
      runCli(['review', 'old', 'new', '--language', 'en-US', '--format', format], cwd)
    const { stdout, stderr } = await run('pretty')
    expect(stdout).toMatch(
      /^ {2}b\.md: New document\n {2}gone\.md: Removed document\n {2}large\.md: .*larger than 1 MB/m,
    )
    expect(stderr).toContain('large.md: ')
    expect((await run('markdown')).stdout).toContain('\n- b.md&#58; New document\n- gone.md&#58; Removed')
  })

  it('names files in GitHub annotations from the repository, also when it runs in a folder of it', async () => {
    const cwd = folders()
    const inside = { env: { GITHUB_WORKSPACE: dirname(cwd) } }
    const above = { env: { GITHUB_WORKSPACE: join(cwd, 'other') } }
    const path = 'new/docs/stale.md'
    const args = ['review', 'old', 'new', '--format', 'github']
    expect((await runCli(args, cwd, inside)).stdout).toContain(
      `::warning file=${basename(cwd)}/${path},line=6,`,
    )
    expect((await runCli(args, cwd, above)).stdout).toContain(`::warning file=${path},line=6,`)
    const { stdout } = await runCli(['check', 'new', '--format', 'github'], cwd, inside)
    expect(stdout).toContain(` file=${basename(cwd)}/new/docs/`)
  })

  it('fits Markdown into one comment, and counts what it leaves out', async () => {
    const cwd = folders()
    const sentence = (at: number, end: string): Texts => [
      `Sentence ${at} \`\`\`is${end}\`\`\` long.`,
      `文 ${at} 🚀👩‍💻 @user <b>`,
    ]
    const many = (end: string) => Array.from({ length: 900 }, (_, at) => sentence(at, end))
    writeFiles(cwd, {
      'old/docs/equal.md': frenchOf('aaaaa', many('')),
      'new/docs/equal.md': frenchOf('bbbbb', many('n’t')),
    })
    const args = ['review', 'old', 'new', '--no-findings', '--format', 'markdown', '--language']
    const { stdout } = await runCli([...args, 'ja'], cwd)
    expect(stdout.length).toBeLessThanOrEqual(65_536)
    expect(stdout.length).toBeGreaterThan(64_000)
    const [, all, ...rest] = /\n\nここに表示されていない件数&#58; (\d+)\n((?:\n- .+ × \d+)+)\n$/.exec(stdout)!
    const counts = [...rest.join('').matchAll(/ × (\d+)/g)].map(([, count]) => Number(count))
    const shown = stdout.split('```diff').length - 1
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Number(all))
    expect(shown + Number(all)).toBe(902)
  })

  it('lets no text of a document become a formula or a command', async () => {
    const cwd = temporaryFolder()
    const evil: Texts = ['=HYPERLINK("x") stays the same here', '::error::x']
    cpSync(temporaryFolder({ 'a.md': frenchOf('aaaaa', [evil]) }), join(cwd, 'old'), { recursive: true })
    cpSync(temporaryFolder({ 'a.md': frenchOf('bbbbb', [[evil[0], '::warning::y']]) }), join(cwd, 'new'), {
      recursive: true,
    })
    const report = async (format: string) =>
      (await runCli(['review', 'old', 'new', '--format', format], cwd)).stdout
    expect(await report('csv')).toContain(`"'=HYPERLINK(""x"")`)
    expect(await report('pretty')).not.toMatch(/^\s*::/m)
  })
})
