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
    expect(counts.decisions).toEqual({ open: 0, approved: 1, 'needs-fix': 1, contradicted: 0, lapsed: 0 })
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
