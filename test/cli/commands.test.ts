import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { pair, smallDocument } from '../support/bilingual.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

/** A document with one error and one warning. */
const FAULTY = `---\ntitle: x\nms.contentlocale: fr-FR\n---\n<span data-ttu-id="x-9">sans source</span>\n\n${pair('x-2', 'deux', 'two')}\n\n${pair('x-1', 'un', 'one')}\n`

describe('lockstep build', () => {
  it('ends with a summary that names what was written and what to open', async () => {
    const cwd = temporaryFolder({ 'sources/a.md': smallDocument() })
    const { code, stdout, stderr } = await runCli(['build'], cwd)
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Documents {2}1 document, 6 units$/m)
    expect(stdout).toMatch(/^Locales {4}en-US, fr-FR$/m)
    expect(stdout).toMatch(/^Messages {3}0 errors, /m)
    expect(stdout).toMatch(/^Written {4}\d+ files in .*dist$/m)
    expect(stdout).toMatch(/^Time {7}\d+\.\d s$/m)
    const { href } = pathToFileURL(join(cwd, 'dist/index.html'))
    expect(stdout.endsWith(`\nOpen       ${href} (with search: lockstep preview)\n`)).toBe(true)
    expect(readFileSync(new URL(href), 'utf8')).toContain('<html')
    const without = await runCli(['build', '--only', 'page'], cwd)
    expect(without.stdout).toContain(`${href} (as on a host: lockstep preview)\n`)
  })

  it('says what changed the second time', async () => {
    const cwd = temporaryFolder({ 'sources/a.md': smallDocument(), 'sources/b.md': smallDocument() })
    await runCli(['build'], cwd)
    const { stdout } = await runCli(['build', 'sources/a.md'], cwd)
    expect(stdout).toMatch(/^Written .*, \d+ files? new or changed, \d+ files of earlier builds removed$/m)
  })

  it('takes locales and kinds in lists and repeated, before and after the inputs', async () => {
    const cwd = temporaryFolder({ 'a.md': smallDocument() })
    const { code } = await runCli(
      ['build', '--locale', 'fr-fr', 'a.md', '--only', 'json,markdown', '--only', 'page', '-o', 'out'],
      cwd,
    )
    expect(code).toBe(0)
    const { files } = JSON.parse(readFileSync(join(cwd, 'out/.lockstep-manifest.json'), 'utf8'))
    expect(files.filter((file: string) => !file.startsWith('assets/'))).toEqual([
      '404.html',
      'data/a.json',
      'data/index.json',
      'fr-FR/404.html',
      'fr-FR/a.html',
      'fr-FR/a.md',
      'fr-FR/contents.html',
      'fr-FR/index.html',
      'fr-FR/tree-data.js',
      'index.html',
      'reports/fr-FR.html',
      'reports/index.html',
    ])
  })

  it('prints errors, counts the rest, and ends with 1', async () => {
    const { code, stdout, stderr } = await runCli(['build'], temporaryFolder({ 'sources/a.md': FAULTY }))
    expect(code).toBe(1)
    expect(stderr).toContain('unit-source-missing')
    expect(stderr).not.toContain('unit-order ')
    expect(stdout).toMatch(/^Messages {3}1 error, \d warnings?, .*lockstep check/m)
  })

  it('ends with 1 where no document has a locale that was asked for', async () => {
    const cwd = temporaryFolder({ 'sources/a.md': smallDocument() })
    const { code, stderr } = await runCli(['build', '--locale', 'de-DE,fr-FR'], cwd)
    expect([code, stderr]).toEqual([1, 'No document has the locale de-DE: nothing was made for it.\n'])
  })

  it('names no page to open where it made none', async () => {
    const cwd = temporaryFolder({ 'sources/a.md': smallDocument() })
    const { stdout } = await runCli(['build', '--locale', 'de-DE'], cwd)
    expect(stdout).toContain('Report')
    expect(stdout).not.toContain('Open')
  })

  it('is quiet when told to be, but for errors', async () => {
    const cwd = temporaryFolder({ 'sources/a.md': smallDocument() })
    expect(await runCli(['build', '--quiet'], cwd, { isTTY: true })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
    writeFiles(cwd, { 'sources/a.md': FAULTY })
    expect((await runCli(['build', '-q'], cwd)).stderr).toContain('unit-source-missing')
  })

  it('takes its settings from the configuration, with paths relative to it, and flags come first', async () => {
    const cwd = temporaryFolder({
      'project/lockstep.config.ts': `import { defineConfig } from 'lockstep-docs'
        export default defineConfig({ inputs: ['docs'], out: 'site', only: ['json'], rules: { 'unit-source-missing': 'off' } })`,
      'project/docs/a.md': FAULTY,
      'elsewhere/x': '',
    })
    const config = ['-c', '../project/lockstep.config.ts']
    const first = await runCli(['build', ...config], join(cwd, 'elsewhere'))
    expect(first).toMatchObject({ code: 0, stderr: '' })
    const manifest = () => readFileSync(join(cwd, 'project/site/.lockstep-manifest.json'), 'utf8')
    expect(manifest()).toContain('data/a.json')
    expect(manifest()).not.toContain('a.html')
    await runCli(['build', ...config, '--only', 'page'], join(cwd, 'elsewhere'))
    expect(manifest()).toContain('fr-FR/a.html')
    expect(manifest()).not.toContain('data/a.json')
  })
})

describe('lockstep build, of bilingual runbooks,', () => {
  const procedure = `---\nms.contentlocale: fr-FR\n---\n# ${pair('a-1', 'Pour redémarrer', 'To restart')}\n\n1. ${pair('a-2', 'Ouvrez.', 'Open it.')}\n2. ${pair('a-3', 'Fermez.', 'Close it.')}\n`

  it.each([
    [[], {}, null],
    [['--bilingual-runbooks'], {}, 'under'],
    [['--side-by-side-runbooks'], {}, 'beside'],
    [['--bilingual-runbooks', '--side-by-side-runbooks'], {}, 'beside'],
    [[], { bilingualRunbooks: true }, 'under'],
    [[], { bilingualRunbooks: 'beside' }, 'beside'],
    [['--bilingual-runbooks'], { bilingualRunbooks: 'beside' }, 'beside'],
    [['--side-by-side-runbooks'], { bilingualRunbooks: 'under' }, 'beside'],
    [[], { bilingualRunbooks: false }, null],
  ])('%j with the configuration %j lays them out: %s', async (flags, config, layout) => {
    const cwd = temporaryFolder({ 'a.md': procedure, 'lockstep.config.json': JSON.stringify(config) })
    const { code } = await runCli(['build', ...flags, 'a.md', '--only', 'runbook', '-o', 'out'], cwd)
    expect(code).toBe(0)
    const path = join(cwd, 'out/fr-FR/a.runbook.bilingual.html')
    expect(existsSync(path)).toBe(layout !== null)
    if (layout) expect(readFileSync(path, 'utf8')).toContain(`<body class="runbook bilingual ${layout}"`)
  })
})

describe('lockstep check', () => {
  it('prints the messages and ends with 1 if there are errors', async () => {
    const { code, stdout } = await runCli(['check', 'a.md'], temporaryFolder({ 'a.md': FAULTY }))
    expect(code).toBe(1)
    expect(stdout).toContain('a.md')
    expect(stdout).toContain('unit-source-missing')
    expect(stdout).toContain('1 document, 3 units: 1 error')
  })

  it('prints nothing but JSON when told to', async () => {
    const cwd = temporaryFolder({ 'a.md': FAULTY })
    const { code, stdout, stderr } = await runCli(['check', 'a.md', '--format', 'json'], cwd, {
      isTTY: true,
      env: { CI: '1' },
    })
    expect([code, stderr]).toEqual([1, ''])
    expect(JSON.parse(stdout).summary).toMatchObject({ documents: 1, units: 3, errors: 1 })
  })

  it('writes reports to files, and prints only what no file takes', async () => {
    const cwd = temporaryFolder({ 'a.md': FAULTY })
    const text = (path: string) => readFileSync(join(cwd, path), 'utf8')
    const pretty = (await runCli(['check', 'a.md'], cwd)).stdout
    expect(await runCli(['check', 'a.md', '-o', 'out/a.txt'], cwd, { env: { FORCE_COLOR: '1' } })).toEqual({
      code: 1,
      stdout: '',
      stderr: '',
    })
    expect(text('out/a.txt')).toBe(pretty)
    const github = ['check', 'a.md', '--format', 'github']
    const { stdout } = await runCli([...github, '-o', 'sarif=a.sarif', '-o', 'json=a.json'], cwd)
    expect(stdout).toBe((await runCli(github, cwd)).stdout)
    const [run] = JSON.parse(text('a.sarif')).runs
    expect(run.tool.driver.rules.length).toBeGreaterThan(40)
    expect(run.results).toHaveLength(JSON.parse(text('a.json')).results[0].messages.length)
    expect(JSON.parse(text('a.json')).summary.errors).toBe(1)
    await runCli([...github, '-o', './json=x'], cwd)
    expect(text('json=x')).toBe(stdout)
  })

  it.each([
    [['-o', 'json='], 'It names no file.'],
    [['-o', 'a.txt', '--fix', '--dry-run'], 'Cannot use --dry-run with --output-file.'],
    [['-o', 'a.md/x'], 'Cannot write '],
  ])('refuses %j', async (flags, message) => {
    const { code, stderr } = await runCli(['check', 'a.md', ...flags], temporaryFolder({ 'a.md': FAULTY }))
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })

  it.each(['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'])('names files from the repository, %s', async (name) => {
    const cwd = temporaryFolder({ 'docs/a.md': FAULTY })
    const { stdout } = await runCli(['check', 'a.md', '--format', 'codeclimate'], join(cwd, 'docs'), {
      env: { [name]: cwd },
    })
    expect(JSON.parse(stdout)[0].location.path).toBe('docs/a.md')
  })

  it.each([
    [['--fail-on', 'error'], 0],
    [['--fail-on', 'warning'], 1],
    [['--fail-on', 'info'], 1],
    [[], 0],
  ])('with warnings only and %j ends with %i', async (flags, expected) => {
    const cwd = temporaryFolder({ 'a.md': FAULTY.replace(/<span data-ttu-id="x-9">.*\n/, '') })
    const { code, stdout } = await runCli(['check', 'a.md', ...flags], cwd)
    expect(stdout).toContain('unit-order')
    expect(code).toBe(expected)
  })

  it('takes the failing level from the configuration, and a flag comes first', async () => {
    const cwd = temporaryFolder({
      'a.md': FAULTY.replace(/<span data-ttu-id="x-9">.*\n/, ''),
      'lockstep.config.json': '{"failOn":"warning"}',
    })
    expect((await runCli(['check', 'a.md'], cwd)).code).toBe(1)
    expect((await runCli(['check', 'a.md', '--fail-on', 'error'], cwd)).code).toBe(0)
  })
})

describe('progress', () => {
  const cwd = () => temporaryFolder({ 'a.md': smallDocument(), '\u001B[31mred.md': smallDocument() })

  it('is one line on a terminal, without what a file name could command it, and goes away', async () => {
    const { stderr } = await runCli(['check', '.'], cwd(), { isTTY: true, columns: 60 })
    expect(stderr).toContain('Checking 1/2')
    expect(stderr).toContain('Checking 2/2')
    expect(stderr.endsWith('\r\u001B[2K')).toBe(true)
    expect(stderr).not.toContain('\n')
    expect(stderr.replaceAll('\u001B[2K', '')).not.toContain('\u001B')
  })

  it.each([[{ isTTY: false }], [{ isTTY: true, env: { CI: 'true' } }]])(
    'is not shown with %j',
    async (options) => {
      expect((await runCli(['check', '.'], cwd(), options)).stderr).toBe('')
    },
  )
})

describe('colours', () => {
  it.each([
    [{ isTTY: true }, true],
    [{ isTTY: false }, false],
    [{ isTTY: true, env: { NO_COLOR: '1' } }, false],
    [{ isTTY: false, env: { FORCE_COLOR: '1' } }, true],
    [{ isTTY: true, env: { FORCE_COLOR: '0' } }, false],
    [{ isTTY: true, env: { TERM: 'dumb' } }, false],
  ])('with %j: %s', async (options, expected) => {
    const cwd = temporaryFolder({ 'a.md': FAULTY })
    expect((await runCli(['check', 'a.md'], cwd, options)).stdout.includes('\u001B[')).toBe(expected)
    expect((await runCli(['inspect', 'a.md'], cwd, options)).stdout.includes('\u001B[')).toBe(expected)
  })
})

describe('lockstep inspect', () => {
  it('shows what the document is, its outline, its tables and its units', async () => {
    const { code, stdout, stderr } = await runCli(
      ['inspect', 'a.md'],
      temporaryFolder({ 'a.md': smallDocument() }),
    )
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Document {3}a\.md \(markdown\)$/m)
    expect(stdout).toMatch(/^Locales {4}en-US → fr-FR$/m)
    expect(stdout).toMatch(/^Hand-off {3}machine translation$/m)
    expect(stdout).toMatch(/^Counts {5}6 units, 1 heading, 1 table, 0 links, 0 images, 0 includes$/m)
    expect(stdout).toMatch(/^ {2}Bonjour à tous – Hello all #hello-all$/m)
    expect(stdout).toMatch(/^│ Nom +│ Valeur +│$/m)
    expect(stdout).toMatch(/^│ Name +│ Value +│$/m)
    expect(stdout).toMatch(/^aaaaa-102 {2}paragraph {2}8:1\n {2}fr-FR {2}Bonjour\.\n {2}en-US {2}Hello\.$/m)
  })

  it.each(['aaaaa-105', 'AAAAA-105', '105'])('shows everything about the unit %s', async (name) => {
    const { code, stdout } = await runCli(
      ['inspect', 'a.md', name],
      temporaryFolder({ 'a.md': smallDocument() }),
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Unit {7}aaaaa-105$/m)
    expect(stdout).toMatch(/^Place {6}line 12, column 3 to line 12, column \d+$/m)
    expect(stdout).toMatch(/^Context {4}Bonjour à tous › table 1, row 2, column 1 › table-cell$/m)
    expect(stdout).toMatch(/^fr-FR {6}un$/m)
    expect(stdout).toMatch(/^en-US {6}one$/m)
    expect(stdout).toMatch(/^Defects {4}none$/m)
    expect(stdout).not.toContain('aaaaa-104')
  })

  it('shows what is wrong with a unit', async () => {
    const { stdout } = await runCli(['inspect', 'a.md', 'x-9'], temporaryFolder({ 'a.md': FAULTY }))
    expect(stdout).toMatch(/^en-US {6}\(missing\)$/m)
    expect(stdout).toMatch(/^Defects {4}source-missing/m)
    expect(stdout).toMatch(/^Message {4}error .*unit-source-missing$/m)
  })

  it('prints the model, or a unit of it, as JSON', async () => {
    const cwd = temporaryFolder({ 'a.md': smallDocument() })
    const document = JSON.parse((await runCli(['inspect', 'a.md', '--json'], cwd)).stdout)
    expect(document).toMatchObject({ type: 'document', path: 'a.md', targetLocale: 'fr-FR' })
    const unit = JSON.parse((await runCli(['inspect', 'a.md', '106', '--json'], cwd)).stdout)
    expect(unit).toEqual({ key: 'aaaaa-106', ...document.units['aaaaa-106'] })
  })

  const GUIDE =
    '---\nrunbook:\n  lists: { "#star": reference }\n---\n# T\n\n## To start\n\n1. Click OK.\n\n| A | B |\n|-|-|\n| c | d |\n'

  it('tells what became of the document in its runbook, why, and how to decide otherwise', async () => {
    const cwd = temporaryFolder({ 'a.md': GUIDE, 'lockstep.config.json': '{ "targetLocale": "fr-FR" }' })
    const { code, stdout, stderr } = await runCli(['inspect', 'a.md', '--runbook'], cwd)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Runbook {2}0 stages, 1 procedure$/m)
    expect(stdout).toMatch(/^list – To start → steps$/m)
    expect(stdout).toContain('1 of 1 items are instructions, 40% needed: steps are announced by “To start”')
    expect(stdout).toContain('to change this: lists: { "#to-start": reference }')
    expect(stdout).toContain('to change this: tables: { "#to-start": stage or steps }')
    expect(stdout).toMatch(/3:\d+ +warning +Unexpected `#star` in `runbook.lists` of the front matter/)
    const json = JSON.parse((await runCli(['inspect', 'a.md', '--runbook', '--json'], cwd)).stdout)
    expect(json.decisions.map(({ key, became }: { key: string; became: string }) => [key, became])).toEqual([
      ['#to-start', 'steps'],
      ['#to-start', 'steps'],
      ['#to-start', 'reference'],
    ])
    expect(json.runbook.type).toBe('runbook')
    expect((await runCli(['inspect', 'a.md', '1', '--runbook'], cwd)).code).toBe(2)
  })

  it('shows lists and tables that are left out with their section', async () => {
    const text = '# T\n\n## Parts\n\nThere are two lists.\n\n- One\n\n<!-- -->\n\n- Two\n'
    const cwd = temporaryFolder({ 'a.md': text, 'lockstep.config.json': '{ "targetLocale": "fr-FR" }' })
    const { stdout } = await runCli(['inspect', 'a.md', '--runbook'], cwd)
    expect(stdout).toContain('also 2 lists and tables in it')
    expect(stdout).not.toMatch(/^list /m)
  })

  it('knows what the configuration says of the runbook, and refuses what it cannot mean', async () => {
    const config = (runbook: string) => ({
      'a.md': GUIDE,
      'lockstep.config.json': `{ "targetLocale": "fr-FR", "overrides": [{ "files": ["*.md"], "runbook": ${runbook} }] }`,
    })
    const run = (runbook: string) =>
      runCli(['inspect', 'a.md', '--runbook'], temporaryFolder(config(runbook)))
    expect((await run('{ "lists": { "#to-start": "reference" } }')).stdout).toMatch(/^Runbook {2}none/m)
    const { code, stderr } = await run('{ "tables": { "#to-start": "stages" } }')
    expect(code).toBe(2)
    expect(stderr).toContain('Unexpected "stages" for overrides[0].runbook.tables.#to-start')
    expect(stderr).toContain('Did you mean stage?')
  })

  it('suggests a unit where there is none of that name', async () => {
    const cwd = temporaryFolder({ 'a.md': smallDocument() })
    const { code, stderr } = await runCli(['inspect', 'a.md', 'aaaaa-10'], cwd)
    expect([code, stderr]).toEqual([2, 'error a.md has no unit aaaaa-10. Did you mean aaaaa-101?\n'])
  })

  it('lets no control character of the document reach the terminal', async () => {
    const document = smallDocument('\u001B]0;evil\u0007\u009B31m')
    const { stdout } = await runCli(['inspect', 'a.md'], temporaryFolder({ 'a.md': document }))
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/)
  })
})
