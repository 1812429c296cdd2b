import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pair, smallDocument } from '../support/bilingual.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

/** A document with one warning of `inline-equal` for each pair of hosts; `prefix` is that of its ids. */
function faulty(hosts: Readonly<Record<string, string>>, prefix = 'aaaaa'): string {
  const units = Object.entries(hosts).map(([source, target], at) =>
    pair(
      `${prefix}-${at + 101}`,
      `Lire [ici](https://${target}.example).`,
      `Read [about ${source}](https://${source}.example).`,
    ),
  )
  return `---\ntitle: x\nms.contentlocale: fr-FR\n---\n\n${units.join('\n\n')}\n`
}

const config = (value: object) => ({ 'lockstep.config.json': JSON.stringify(value) })
const ONLY = { preset: 'structure' }
const FAIL = ['--fail-on', 'warning']

/** What is printed of the findings of one rule. */
const lines = (stdout: string, rule = 'inline-equal') =>
  stdout.split('\n').filter((line) => line.includes(rule) && /^\s+\d/.test(line))

describe('rules by document and locale', () => {
  it('are those of the configuration, its globs relative to its folder', async () => {
    const cwd = temporaryFolder({
      ...config({
        inputs: ['docs'],
        preset: 'structure',
        rules: { 'inline-equal': 'error' },
        overrides: [
          { files: ['docs/old/**'], rules: { 'inline-equal': 'off' } },
          { locales: ['de'], rules: { 'inline-equal': { severity: 'info' } } },
        ],
      }),
      'docs/a.md': faulty({ a: 'b' }),
      'docs/old/a.md': faulty({ a: 'b' }),
      'docs/de.md': faulty({ a: 'b' }).replace('fr-FR', 'de-DE'),
    })
    const { stdout } = await runCli(['check', '--format', 'json'], cwd)
    const { results } = JSON.parse(stdout)
    const found = results.map(({ path, messages }: { path: string; messages: { severity: string }[] }) => [
      path,
      messages[0]!.severity,
    ])
    expect(found).toEqual([
      ['docs/a.md', 'error'],
      ['docs/de.md', 'info'],
    ])
  })

  it.each([
    [{ preset: 'loose' }, 'Unexpected "loose" for preset'],
    [
      { overrides: [{ files: ['a'] }] },
      'for overrides[0] in lockstep.config.json, expected a list of objects with `rules`',
    ],
    [{ overrides: [{ rules: { nothing: 'off' } }] }, 'Unexpected rule `nothing` in `overrides[0].rules`'],
    [
      { suppressions: [{ rule: 'unit-order', source: 'x' }] },
      'Unexpected nothing for suppressions[0].reason in lockstep.config.json, expected why',
    ],
    [{ suppressions: 'known.yml' }, 'Cannot read the suppressions known.yml'],
    [{ baseline: 'known.json' }, 'There is no baseline known.json'],
  ])('are refused where the configuration is %j', async (value, message) => {
    const cwd = temporaryFolder({ ...config(value), 'a.md': smallDocument() })
    const { code, stderr } = await runCli(['check', 'a.md'], cwd)
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })
})

describe('suppressions', () => {
  const reason = 'b is a in French'

  it('take findings out and count them, in check and build', async () => {
    const cwd = temporaryFolder({
      ...config({
        inputs: ['docs'],
        preset: 'structure',
        rules: { 'inline-equal': 'error' },
        suppressions: [{ rule: 'inline-equal', source: 'Read about a.', files: ['docs/*.md'], reason }],
      }),
      'docs/a.md': faulty({ a: 'b' }),
    })
    const { code, stdout } = await runCli(['check'], cwd)
    expect(stdout).toContain('1 finding suppressed.\n')
    expect([code, lines(stdout)]).toEqual([0, []])
    expect((await runCli(['build'], cwd)).code).toBe(0)
  })

  it('that are unused are reported with their place', async () => {
    const cwd = temporaryFolder({
      ...config({ suppressions: 'known.yml', inputs: ['docs'] }),
      'known.yml': `- rule: inline-equal\n  source: Read about z.\n  reason: ${reason}\n`,
      'docs/a.md': faulty({ a: 'b' }),
    })
    const { code, stdout } = await runCli(['check', ...FAIL, '--format', 'json'], cwd)
    const { results } = JSON.parse(stdout)
    expect(results.find(({ path }: { path: string }) => path === 'known.yml').messages).toMatchObject([
      {
        ruleId: 'suppression-unused',
        severity: 'warning',
        line: 1,
        reason: expect.stringContaining('“Read about z.”'),
      },
    ])
    expect(code).toBe(1)
    const alone = await runCli(['check', 'docs/a.md'], cwd)
    expect(alone.stdout).not.toContain('suppression-unused')
  })

  it('that are unused are reported on the configuration where they stand there', async () => {
    const cwd = temporaryFolder({
      ...config({ suppressions: [{ rule: 'unit-order', source: 'Read about a.', reason }] }),
      'docs/a.md': faulty({ a: 'b' }),
    })
    const { stdout } = await runCli(['check', 'docs/a.md'], cwd)
    expect(stdout).toMatch(/^lockstep\.config\.json$/m)
    expect(stdout).toContain('suppression-unused')
  })
})

describe('a baseline', () => {
  const baseline = ['--baseline', 'ci/known.json']

  it('is made, knows what is there, shows what is new, and tells and drops what is fixed', async () => {
    const cwd = temporaryFolder({ ...config(ONLY), 'docs/a.md': faulty({ a: 'b', c: 'd' }) })
    const check = (...flags: readonly string[]) =>
      runCli(['check', 'docs', ...FAIL, ...baseline, ...flags], cwd)

    expect(await check()).toMatchObject({ code: 2, stderr: expect.stringContaining('--update-baseline') })
    const made = await check('--update-baseline')
    expect(made.stdout).toContain('ci/known.json contains 2 findings: 2 new, 0 fixed and dropped.')
    expect([made.code, lines(made.stdout)]).toEqual([0, []])
    const text = readFileSync(join(cwd, 'ci/known.json'), 'utf8')
    expect(JSON.parse(text)).toMatchObject({
      version: 1,
      findings: [
        { rule: 'inline-equal', path: '../docs/a.md', count: 1 },
        { rule: 'inline-equal', path: '../docs/a.md', count: 1 },
      ],
    })

    // Handed off again: new ids, a new order of what is unchanged, one finding more.
    writeFiles(cwd, { 'docs/a.md': faulty({ e: 'f', c: 'd', a: 'b' }, '99999') })
    const grown = await check()
    expect([grown.code, lines(grown.stdout)]).toEqual([1, [expect.stringContaining('https://e.example')]])
    expect(grown.stdout).toContain('2 findings known from ci/known.json.')

    writeFiles(cwd, { 'docs/a.md': faulty({ a: 'b' }, '88888') })
    const fixed = await check()
    expect(fixed.code).toBe(0)
    expect(fixed.stdout).toContain('1 finding of ci/known.json fixed: drop them with --update-baseline.')
    expect(fixed.stdout).toMatch(
      /^ {2}fixed: \.\.\/docs\/a\.md {2}inline-equal {2}Unexpected link `https:\/\/d\.example`/m,
    )
    await check('--update-baseline')
    expect(JSON.parse(readFileSync(join(cwd, 'ci/known.json'), 'utf8')).findings).toHaveLength(1)
  })

  it('is the same file again, wherever it is made from and whatever the ids are', async () => {
    const cwd = temporaryFolder({
      ...config(ONLY),
      'docs/a.md': faulty({ a: 'b', c: 'd' }),
      'docs/b.md': faulty({ a: 'b' }),
    })
    await runCli(['check', 'docs', ...baseline, '--update-baseline'], cwd)
    const first = readFileSync(join(cwd, 'ci/known.json'), 'utf8')
    writeFiles(cwd, { 'docs/a.md': faulty({ c: 'd', a: 'b' }, '77777') })
    const elsewhere = [
      '--config',
      '../lockstep.config.json',
      '--baseline',
      '../ci/known.json',
      '--update-baseline',
    ]
    await runCli(['check', '.', ...elsewhere], join(cwd, 'docs'))
    expect(readFileSync(join(cwd, 'ci/known.json'), 'utf8')).toBe(first)
  })

  it('keeps what it has of documents that are not checked, and drops it with them', async () => {
    const cwd = temporaryFolder({
      ...config({ ...ONLY, baseline: 'known.json', inputs: ['docs'] }),
      'docs/a.md': faulty({ a: 'b' }),
      'docs/b.md': faulty({ c: 'd' }),
    })
    const paths = () =>
      JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8')).findings.map(
        ({ path }: { path: string }) => path,
      )
    await runCli(['check', '--update-baseline'], cwd)
    await runCli(['check', 'docs/a.md', '--update-baseline'], cwd)
    expect(paths()).toEqual(['docs/a.md', 'docs/b.md'])
    execFileSync('rm', [join(cwd, 'docs/b.md')])
    await runCli(['check', '--update-baseline'], cwd)
    expect(paths()).toEqual(['docs/a.md'])
  })

  it('does not hide that a document cannot be read', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': Buffer.from([0x41, 0xff, 0xfe, 0xff]) })
    const { code, stdout } = await runCli(['check', 'docs', ...baseline, '--update-baseline'], cwd)
    expect(stdout).toContain('input-encoding')
    expect(code).toBe(1)
  })

  it('has to be named to be updated, and has to be one', async () => {
    const cwd = temporaryFolder({ 'a.md': smallDocument(), 'known.json': '{"version": 2}' })
    const unnamed = await runCli(['check', 'a.md', '--update-baseline'], cwd)
    expect([unnamed.code, unnamed.stderr]).toEqual([
      2,
      expect.stringContaining('Name its file with --baseline.'),
    ])
    const other = await runCli(['check', 'a.md', '--baseline', 'known.json', '--update-baseline'], cwd)
    expect([other.code, other.stderr]).toEqual([
      2,
      expect.stringContaining('Cannot read the baseline known.json'),
    ])
    expect(existsSync(join(cwd, 'known.json'))).toBe(true)
  })
})

const gitIn =
  (cwd: string) =>
  (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
      cwd,
      stdio: 'pipe',
    })

describe('--changed-since', () => {
  it('shows the findings of changed documents and counts the rest, apart from what programs read', async () => {
    const cwd = temporaryFolder({
      ...config(ONLY),
      'docs/a.md': faulty({ a: 'b' }),
      'docs/b.md': faulty({ a: 'b' }),
    })
    const git = gitIn(cwd)
    git('init', '-q')
    git('add', '-A')
    git('commit', '-q', '-m', 'first')
    const check = (...flags: readonly string[]) =>
      runCli(['check', 'docs', ...FAIL, '--changed-since', 'HEAD', ...flags], cwd)

    const same = await check()
    expect([same.code, lines(same.stdout)]).toEqual([0, []])
    expect(same.stdout).toContain('2 findings in documents that did not change since HEAD.')
    writeFiles(cwd, { 'docs/b.md': faulty({ c: 'd' }) })
    const changed = await check('--format', 'json')
    expect(JSON.parse(changed.stdout).results.map(({ path }: { path: string }) => path)).toEqual([
      'docs/b.md',
    ])
    expect([changed.code, changed.stderr]).toEqual([
      1,
      '1 finding in documents that did not change since HEAD.\n',
    ])
    expect((await check('--quiet', '--format', 'json')).stderr).toBe('')
  })

  it('shows links of other documents to what was deleted or lost an anchor, and to nothing else', async () => {
    const link = (id: string, url: string) => `${pair(id, `Voir [aide](${url}).`, `See [help](${url}).`)}\n\n`
    const cwd = temporaryFolder({
      'docs/a.md': `${link('a-1', 'b.md')}${link('a-2', 'c.md#top-of-all')}${link('a-3', 'never.md')}`,
      'docs/b.md': `${pair('b-1', 'Oui.', 'Yes.')}\n`,
      'docs/c.md': `## ${pair('c-1', 'Haut', 'Top of all')}\n`,
    })
    const git = gitIn(cwd)
    git('init', '-q')
    git('add', '-A')
    git('commit', '-q', '-m', 'first')
    rmSync(join(cwd, 'docs/b.md'))
    writeFiles(cwd, { 'docs/c.md': `## ${pair('c-1', 'Bas', 'Bottom')}\n` })
    const { stdout } = await runCli(['check', 'docs', '--changed-since', 'HEAD', '--format', 'json'], cwd)
    expect(stdout).toContain('b.md')
    expect(stdout).toContain('#top-of-all')
    expect(stdout).not.toContain('never.md')
  })

  it('refuses a revision that does not exist', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': faulty({ a: 'b' }) })
    gitIn(cwd)('init', '-q')
    const wrong = await runCli(['check', 'docs', '--changed-since', 'nowhere'], cwd)
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      expect.stringContaining('There is no git revision nowhere'),
    ])
  })
})
