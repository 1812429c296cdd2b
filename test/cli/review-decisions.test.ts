import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatDecisions } from '../../src/review/decisions/format-decisions.ts'
import type { Decision } from '../../src/review/types/decisions.ts'
import type { Review } from '../../src/review/types/review.ts'
import { fileOf } from '../review/decisions/files.ts'
import { frenchOf, type Texts } from '../support/review.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

const OLD: Texts[] = [
  ['Restart the server.', 'Redémarrez le serveur.'],
  ['Stop the pool.', 'Arrêtez le pool.'],
  ['Nothing changes.', 'Rien ne change.'],
]
const NEW: Texts[] = [
  ['Restart the server.', 'Relancez le serveur.'],
  ['Stop the pool.', 'Stoppez le pool.'],
  ['Nothing changes.', 'Rien ne change.'],
]

function folders(): string {
  return temporaryFolder({ 'old/a.md': frenchOf('aaaaa', OLD), 'new/a.md': frenchOf('bbbbb', NEW) })
}

async function reviewOf(cwd: string, ...args: string[]): Promise<Review> {
  const { stdout, stderr } = await runCli(['review', 'old', 'new', '--format', 'json', ...args], cwd)
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

/** A decision on each changed unit, in document order. */
async function decisionsFor(cwd: string, ...fields: Partial<Decision>[]): Promise<Decision[]> {
  const { documents } = await reviewOf(cwd)
  return documents[0]!.units
    .filter(({ key }) => key !== undefined)
    .map(({ key, texts }, at) => ({
      key: key!,
      path: 'a.md',
      source: texts!.newSource,
      target: texts!.newTarget,
      ...fields[at],
    }))
}

function decide(cwd: string, decisions: readonly Decision[], folder = 'reviews'): void {
  writeFiles(cwd, { [`${folder}/fr-FR.review.json`]: formatDecisions(fileOf(decisions)) })
}

describe('decisions in reports', () => {
  it('show as states, with what reviewers said', async () => {
    const cwd = folders()
    const wrong = {
      state: 'needs-fix',
      comment: 'Register!',
      suggestion: 'Arrêtez *tout*.',
      reviewer: 'Ann',
    } as const
    decide(cwd, await decisionsFor(cwd, { state: 'approved', reviewer: 'Bo' }, wrong))
    const { items, counts, documents } = await reviewOf(cwd)
    expect(items.map(({ state }) => state)).toEqual(['approved', 'needs-fix'])
    expect(counts.decisions).toEqual({
      open: 0,
      approved: 1,
      'needs-fix': 1,
      contradicted: 0,
      outstanding: 0,
      lapsed: 0,
    })
    expect(documents[0]!.units[1]!.decisions).toEqual([wrong])
    const report = async (format: string) =>
      (await runCli(['review', 'old', 'new', '--language', 'en-US', '--format', format], cwd)).stdout
    expect(await report('pretty')).toContain('Ann: Needs a fix — Register! — Suggestion: Arrêtez *tout*.')
    expect(await report('pretty')).not.toContain('Relancez')
    expect(await report('markdown')).toMatch(
      /^> Ann&#58; Needs a fix .* Suggestion&#58; Arrêtez &#42;tout&#42;\.$/m,
    )
    expect(await report('csv')).toContain('needs-fix,Ann,Register!,Arrêtez *tout*.')
    expect(await report('github')).not.toContain('Relancez')
  })

  it('lapse once a text changes, and not if another one does', async () => {
    const cwd = folders()
    decide(cwd, await decisionsFor(cwd, { state: 'approved' }, { state: 'approved' }))
    writeFiles(cwd, {
      'new/a.md': frenchOf('ccccc', NEW.with(0, ['Restart the server.', 'Rallumez le serveur.'])),
    })
    const { items, counts } = await reviewOf(cwd)
    expect(items.map(({ state }) => state)).toEqual(['open', 'approved'])
    expect(counts.decisions).toMatchObject({ open: 1, approved: 1, lapsed: 1 })
    // What a review does not show has not lapsed.
    writeFiles(cwd, { 'old/a.md': frenchOf('ccccc', NEW.with(0, OLD[0]!)) })
    expect((await reviewOf(cwd)).counts.decisions).toMatchObject({ open: 1, lapsed: 1 })
  })

  it('ask for a fix until it is made, whatever changes meanwhile', async () => {
    const cwd = folders()
    const wrong = { state: 'needs-fix', comment: 'Register!', reviewer: 'Ann' } as const
    decide(cwd, await decisionsFor(cwd, { state: 'approved' }, wrong))
    // The next hand-off: nothing that was asked for has been done.
    writeFiles(cwd, { 'old/a.md': frenchOf('bbbbb', NEW), 'new/a.md': frenchOf('ccccc', NEW) })
    const { items, outstanding, counts } = await reviewOf(cwd)
    expect([items, counts.decisions]).toEqual([[], expect.objectContaining({ outstanding: 1, lapsed: 0 })])
    expect(outstanding).toEqual([
      {
        path: 'a.md',
        locale: 'fr-FR',
        line: 8,
        source: 'Stop the pool.',
        target: 'Stoppez le pool.',
        state: 'needs-fix',
        decisions: [wrong],
      },
    ])
    const run = (...args: string[]) => runCli(['review', 'old', 'new', '--language', 'en-US', ...args], cwd)
    const failed = await run('--fail-on', 'needs-fix')
    expect([failed.code, failed.stderr]).toEqual([1, 'Failed on needs-fix (1).\n'])
    expect(failed.stdout).toContain(
      'Asked for, not yet done\n\n  a.md:8 — Stoppez le pool.\n  Ann: Needs a fix — Register!\n',
    )
    expect((await run('--format', 'markdown')).stdout).toContain('### Asked for, not yet done\n\n- a')
    writeFiles(cwd, { 'new/a.md': frenchOf('ccccc', NEW.with(1, ['Stop the pool.', 'Arrêtez le groupe.'])) })
    expect((await reviewOf(cwd)).counts.decisions).toMatchObject({ outstanding: 0, lapsed: 1 })
  })

  it('on a unit that was split stay as long as its texts do', async () => {
    const cwd = folders()
    const whole: Texts[] = [['Open it. Then close it.', 'Ouvrez-le. Puis fermez-le.']]
    const parts: Texts[] = [
      ['Open it.', 'Ouvrez-le.'],
      ['Then close it.', 'Puis fermez-le.'],
    ]
    writeFiles(cwd, { 'old/a.md': frenchOf('aaaaa', whole), 'new/a.md': frenchOf('bbbbb', parts) })
    decide(cwd, await decisionsFor(cwd, { state: 'approved' }))
    expect((await reviewOf(cwd)).items.map(({ headline, state }) => [headline, state])).toEqual([
      ['split', 'approved'],
    ])
    writeFiles(cwd, { 'old/a.md': frenchOf('bbbbb', parts), 'new/a.md': frenchOf('ccccc', parts) })
    expect((await reviewOf(cwd)).counts.decisions).toMatchObject({ lapsed: 0 })
    writeFiles(cwd, { 'new/a.md': frenchOf('ccccc', parts.slice(1)) })
    expect((await reviewOf(cwd)).counts.decisions).toMatchObject({ lapsed: 1 })
  })

  it('count as approval when a review may fail', async () => {
    const cwd = folders()
    writeFiles(cwd, { 'new/a.md': frenchOf('bbbbb', OLD.with(0, ['Restart it.', OLD[0]![1]])) })
    const fail = async () =>
      (await runCli(['review', 'old', 'new', '--fail-on', 'stale', '-o', 'x'], cwd)).code
    expect(await fail()).toBe(1)
    decide(cwd, await decisionsFor(cwd, { state: 'approved' }))
    expect(await fail()).toBe(0)
  })

  it('come from the folder of the configuration or of the option', async () => {
    const cwd = folders()
    const approved = await decisionsFor(cwd, { state: 'approved' }, { state: 'approved' })
    decide(cwd, approved, 'team/decisions')
    expect((await reviewOf(cwd)).items[0]!.state).toBe('open')
    expect((await reviewOf(cwd, '--decisions', 'team/decisions')).items[0]!.state).toBe('approved')
    writeFiles(cwd, { 'lockstep.config.json': '{ "review": { "decisions": "team/decisions" } }' })
    expect((await reviewOf(cwd)).items[0]!.state).toBe('approved')
  })

  it('fail only if asked to', async () => {
    const cwd = folders()
    const codes = async () => {
      const run = async (on: string) => (await runCli(['review', 'old', 'new', '--fail-on', on], cwd)).code
      expect((await runCli(['review', 'old', 'new'], cwd)).code).toBe(0)
      return [await run('needs-fix'), await run('unreviewed')]
    }
    const approved = { state: 'approved', reviewer: 'Ann' } as const
    const wrong = { state: 'needs-fix', reviewer: 'Bo' } as const
    expect(await codes()).toEqual([0, 1])
    decide(cwd, await decisionsFor(cwd, approved, wrong))
    expect(await codes()).toEqual([1, 0])
    decide(cwd, await decisionsFor(cwd, approved, approved))
    expect(await codes()).toEqual([0, 0])
    decide(cwd, [...(await decisionsFor(cwd, approved, approved)), ...(await decisionsFor(cwd, wrong))])
    expect(await codes()).toEqual([1, 1])
  })

  it('stop a review, with the place, if their file is bad', async () => {
    const cwd = folders()
    writeFiles(cwd, { 'reviews/fr-FR.review.json': '{\n  "type": "decisions",,\n}' })
    const { code, stderr } = await runCli(['review', 'old', 'new'], cwd)
    expect(code).toBe(2)
    expect(stderr).toContain('reviews/fr-FR.review.json, line 2, column 23: it is not valid JSON')
    decide(cwd, [])
    const path = join(cwd, 'reviews/fr-FR.review.json')
    writeFiles(cwd, { 'reviews/fr-FR.review.json': readFileSync(path, 'utf8').replace('fr-FR', 'de-DE') })
    expect((await runCli(['review', 'old', 'new'], cwd)).stderr).toContain('Name the file de-DE.review.json')
  })
})

describe('lockstep review merge', () => {
  const one: Decision = {
    key: 'k1',
    path: 'a.md',
    state: 'approved',
    reviewer: 'Ann',
    source: 'a',
    target: 'b',
  }
  const other: Decision = { ...one, state: 'needs-fix', reviewer: 'Bo', comment: 'No\u202E.' }

  it('joins files, and shows what contradicts', async () => {
    const cwd = temporaryFolder({
      'a.review.json': formatDecisions(fileOf([one])),
      'b.review.json': formatDecisions(fileOf([other])),
    })
    const printed = await runCli(['review', 'merge', 'a.review.json', 'b.review.json'], cwd)
    expect(JSON.parse(printed.stdout)).toEqual(fileOf([one, other]))
    expect(printed.stderr).toBe(
      'Contradicting decisions in a.md on: b\n  Ann: approved\n  Bo: needs-fix, No⟨U+202E⟩.\n2 decisions, 1 contradiction\n',
    )
    const args = ['review', 'merge', 'a.review.json', 'b.review.json', '--quiet', '-o', 'a.review.json']
    expect(await runCli(args, cwd)).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(cwd, 'a.review.json'), 'utf8')).toBe(formatDecisions(fileOf([one, other])))
  })

  it('joins folders, and writes nothing if a file is bad', async () => {
    const cwd = temporaryFolder({
      'a/fr-FR.review.json': formatDecisions(fileOf([one])),
      'b/fr-FR.review.json': formatDecisions(fileOf([other])),
      'b/de-DE.review.json': formatDecisions({ ...fileOf([one]), locale: 'de-DE' }),
    })
    expect((await runCli(['review', 'merge', 'a', 'b'], cwd)).stderr).toContain('--output-file')
    expect((await runCli(['review', 'merge', 'a', 'b', '-o', 'c'], cwd)).code).toBe(0)
    expect(JSON.parse(readFileSync(join(cwd, 'c/fr-FR.review.json'), 'utf8'))).toEqual(fileOf([one, other]))
    expect(existsSync(join(cwd, 'c/de-DE.review.json'))).toBe(true)
    writeFiles(cwd, { 'b/fr-FR.review.json': '{' })
    expect((await runCli(['review', 'merge', 'a', 'b', '-o', 'd'], cwd)).code).toBe(2)
    expect(existsSync(join(cwd, 'd'))).toBe(false)
  })

  it('refuses files of different locales, missing files, and one file alone', async () => {
    const cwd = temporaryFolder({
      'a.json': formatDecisions(fileOf([one])),
      'b.json': formatDecisions({ ...fileOf([one]), locale: 'de-DE' }),
    })
    const problem = async (...files: string[]) => (await runCli(['review', 'merge', ...files], cwd)).stderr
    expect(await problem('a.json', 'b.json')).toContain('a.json is on fr-FR, and b.json on de-DE')
    expect(await problem('a.json', 'c.json')).toContain('There is no file of decisions c.json')
    expect(await problem('a.json')).toContain('two files')
  })
})

describe('lockstep review merge --base', () => {
  it('keeps what one side changed or removed changed and removed', async () => {
    const cwd = folders()
    const [restart, stop] = (await decisionsFor(cwd)) as [Decision, Decision]
    const wrong: Decision = { ...restart, state: 'needs-fix', reviewer: 'Chiyo' }
    const right: Decision = { ...restart, state: 'approved', reviewer: 'Chiyo' }
    const other: Decision = { ...stop, state: 'approved', reviewer: 'Bob' }
    const gone: Decision = { ...stop, state: 'approved', reviewer: 'Ann' }
    const write = (name: string, decisions: readonly Decision[]) =>
      writeFiles(cwd, { [name]: formatDecisions(fileOf(decisions)) })
    write('base.json', [wrong, gone])
    write('mine.json', [right, gone])
    write('theirs.json', [wrong, other])
    const merge = async (...args: string[]) =>
      JSON.parse((await runCli(['review', 'merge', 'mine.json', 'theirs.json', ...args], cwd)).stdout)
        .decisions
    expect(await merge('--base', 'base.json')).toEqual(
      JSON.parse(formatDecisions(fileOf([right, other]))).decisions,
    )
    expect(await merge()).toHaveLength(4)
    // Git gives an empty file if there is no common one.
    writeFiles(cwd, { 'base.json': '' })
    expect(await merge('--base', 'base.json')).toHaveLength(4)
  })
})

describe('lockstep review --apply', () => {
  it('keeps decisions that are made meanwhile, and files that are none', async () => {
    const cwd = folders()
    const [first, second] = (await decisionsFor(cwd, { suggestion: 'Redémarrez.', reviewer: 'Ann' })) as [
      Decision,
      Decision,
    ]
    decide(cwd, [first])
    writeFiles(cwd, { 'reviews/fr-FR.old.review.json': 'not of a locale' })
    const path = join(cwd, 'reviews/fr-FR.review.json')
    const late: Decision = { ...second, state: 'approved', reviewer: 'Bea' }
    const { applyReview } = await import('../../src/pipeline.ts')
    await applyReview(
      { base: 'old', head: 'new', cwd, onProgress: () => decide(cwd, [first, late]) },
      'write',
    )
    const { decisions } = JSON.parse(readFileSync(path, 'utf8'))
    expect(decisions.map(({ reviewer, state }: Decision) => [reviewer, state]).sort()).toEqual([
      ['Ann', 'approved'],
      ['Bea', 'approved'],
    ])
  })

  it('lets others’ decisions lapse, also if another unit has the same texts', async () => {
    const cwd = folders()
    const twice: Texts[] = [
      ['Value', 'Valeur b'],
      ['Value', 'Valeur b'],
    ]
    writeFiles(cwd, {
      'old/a.md': frenchOf('aaaaa', [
        ['Value', 'Valeur a'],
        ['Value', 'Valeur a'],
      ]),
      'new/a.md': frenchOf('bbbbb', twice),
    })
    const [one] = (await decisionsFor(cwd)) as [Decision]
    decide(cwd, [
      { ...one, suggestion: 'Valeur c', reviewer: 'Ann' },
      { ...one, state: 'needs-fix', reviewer: 'Bea' },
    ])
    await runCli(['review', 'old', 'new', '--apply'], cwd)
    const { documents, counts } = await reviewOf(cwd)
    expect(documents[0]!.units.map(({ decisions }) => decisions?.map(({ reviewer }) => reviewer))).toEqual([
      ['Ann'],
      undefined,
    ])
    expect(counts.decisions).toMatchObject({ lapsed: 1 })
  })

  it('keeps the line ends that git checked out', async () => {
    const cwd = folders()
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd, stdio: 'pipe' })
    writeFiles(cwd, { 'a.md': frenchOf('aaaaa', OLD) })
    for (const args of [
      ['init', '-q'],
      ['add', 'a.md'],
      ['commit', '-qm', 'old'],
    ])
      git(...args)
    writeFiles(cwd, { 'a.md': frenchOf('bbbbb', NEW) })
    git('commit', '-qam', 'new')
    writeFiles(cwd, { 'a.md': frenchOf('bbbbb', NEW).replaceAll('\n', '\r\n') })
    decide(cwd, await decisionsFor(cwd, { suggestion: 'Redémarrez.', reviewer: 'Ann' }))
    await runCli(['review', 'HEAD~1', 'HEAD', '--apply'], cwd)
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(
      frenchOf('bbbbb', NEW).replace('Relancez le serveur.', 'Redémarrez.').replaceAll('\n', '\r\n'),
    )
  })

  const suggestion = 'Redémarrez le *serveur* | maintenant.'

  it('writes suggestions, keeps every other byte, and approves the new text', async () => {
    const cwd = folders()
    const document = `\uFEFF${readFileSync(join(cwd, 'new/a.md'), 'utf8').replaceAll('\n', '\r\n')}`
    writeFiles(cwd, { 'new/a.md': document })
    decide(cwd, await decisionsFor(cwd, { suggestion, reviewer: 'Ann' }, { state: 'needs-fix' }))
    const preview = await runCli(['review', 'old', 'new', '--apply', '--dry-run'], cwd)
    expect(preview.stdout).toContain(`+<span data-ttu-id="bbbbb-101">${suggestion}</span>`)
    expect(preview.stderr).toBe('1 suggestion in 1 file would be written, 0 refused.\n')
    expect(readFileSync(join(cwd, 'new/a.md'), 'utf8')).toBe(document)
    expect(await runCli(['review', 'old', 'new', '--apply'], cwd)).toEqual({
      code: 0,
      stdout: '1 suggestion in 1 file written, 0 refused.\n',
      stderr: '',
    })
    expect(readFileSync(join(cwd, 'new/a.md'), 'utf8')).toBe(
      document.replace('Relancez le serveur.', () => suggestion),
    )
    const { items, counts, documents } = await reviewOf(cwd)
    expect(items.map(({ state }) => state)).toEqual(['approved', 'needs-fix'])
    expect(counts.decisions).toMatchObject({ lapsed: 0 })
    expect(documents[0]!.units[0]!.decisions).toEqual([{ state: 'approved', reviewer: 'Ann' }])
    expect((await runCli(['review', 'old', 'new', '--apply'], cwd)).stdout).toContain('0 suggestions')
  })

  it('lists what it refuses, with place and reason', async () => {
    const cwd = folders()
    const [one, two] = await decisionsFor(
      cwd,
      { suggestion: 'Un.', reviewer: 'Ann' },
      { suggestion: '</span></span>', reviewer: 'Ann' },
    )
    decide(cwd, [one!, { ...one!, suggestion: 'Deux.', reviewer: 'Bo' }, two!])
    const before = readFileSync(join(cwd, 'new/a.md'), 'utf8')
    const { code, stdout, stderr } = await runCli(['review', 'old', 'new', '--apply'], cwd)
    expect([code, stdout]).toEqual([0, '0 suggestions in 0 files written, 2 refused.\n'])
    expect(stderr).toContain('a.md:6:31: not written: reviewers contradict each other: Deux. | Un.\n')
    expect(stderr).toMatch(/^a\.md:8:31: not written: .+<\/span><\/span>$/m)
    expect(readFileSync(join(cwd, 'new/a.md'), 'utf8')).toBe(before)
  })

  it('keeps decisions on units with equal texts apart', async () => {
    const cwd = folders()
    const twice: Texts[] = [
      ['Stop.', 'Stoppez.'],
      ['Stop.', 'Stoppez.'],
    ]
    writeFiles(cwd, {
      'old/a.md': frenchOf(
        'aaaaa',
        twice.map(([source]) => [source, 'Halte.']),
      ),
      'new/a.md': frenchOf('bbbbb', twice),
    })
    decide(
      cwd,
      await decisionsFor(cwd, { suggestion: 'Arrêtez.' }, { state: 'needs-fix', comment: 'Second.' }),
    )
    await runCli(['review', 'old', 'new', '--apply'], cwd)
    const { documents } = await reviewOf(cwd)
    expect(documents[0]!.units.map(({ decisions }) => decisions)).toEqual([
      [{ state: 'approved' }],
      [{ state: 'needs-fix', comment: 'Second.' }],
    ])
  })

  it('writes to what is checked out, and to no other revision', async () => {
    const cwd = temporaryFolder({ 'a.md': frenchOf('aaaaa', OLD) })
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false', ...args],
        { cwd },
      )
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'old')
    writeFiles(cwd, { 'a.md': frenchOf('bbbbb', NEW) })
    git('commit', '-qam', 'new')
    const { stdout } = await runCli(['review', 'HEAD~1', 'HEAD', '--format', 'json'], cwd)
    const { key, texts } = (JSON.parse(stdout) as Review).documents[0]!.units[0]!
    decide(cwd, [{ key: key!, path: 'a.md', suggestion, source: texts!.newSource, target: texts!.newTarget }])
    const other = await runCli(['review', 'HEAD', 'HEAD~1', '--apply'], cwd)
    expect(other).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('HEAD~1, which is not checked out'),
    })
    const committed = readFileSync(join(cwd, 'a.md'), 'utf8')
    writeFiles(cwd, { 'a.md': `${committed}\n` })
    const edited = await runCli(['review', 'HEAD~1', 'HEAD', '--apply'], cwd)
    expect(edited.stderr).toContain('the file on disk is another one than was reviewed')
    writeFiles(cwd, { 'a.md': committed })
    await runCli(['review', 'HEAD~1', 'HEAD', '--apply'], cwd)
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toContain(suggestion)
  })

  it('needs --apply for --dry-run', async () => {
    expect((await runCli(['review', 'a', 'b', '--dry-run'], temporaryFolder())).stderr).toContain(
      'without --apply',
    )
  })
})
