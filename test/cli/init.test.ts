import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { smallDocument } from '../support/bilingual.ts'
import { contentsOf } from '../support/contents-of.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

const read = (cwd: string, path: string) => readFileSync(join(cwd, path), 'utf8')
const config = (cwd: string) => JSON.parse(read(cwd, 'lockstep.config.json'))

describe('lockstep init', () => {
  it('makes a project of an empty folder, whose check and build pass', async () => {
    const cwd = temporaryFolder()
    const { code, stdout, stderr } = await runCli(['init'], cwd)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Written {2}lockstep\.config\.json$/m)
    expect(stdout).toMatch(
      /^Next {5}npx --yes lockstep-docs@\S+ check\n {9}npx --yes lockstep-docs@\S+ build\n$/m,
    )
    expect(contentsOf(cwd)).toEqual({
      'lockstep.config.json': expect.anything(),
      '.gitignore': 'node_modules/\ndist/\nlockstep-shards/\n',
      'sources/fr-FR/restart-the-service.md': expect.anything(),
      '.github/workflows/lockstep.yml': expect.anything(),
    })
    const schema = JSON.parse(
      readFileSync(new URL('../../schema/config.schema.json', import.meta.url), 'utf8'),
    )
    expect(new Ajv2020({ strict: false }).validate(schema, config(cwd))).toBe(true)
    expect(await runCli(['check', '--fail-on', 'info'], cwd)).toMatchObject({ code: 0, stderr: '' })
    expect(await runCli(['build', '--only', 'page,table,runbook,json'], cwd)).toMatchObject({
      code: 0,
      stderr: '',
    })
    expect(existsSync(join(cwd, 'dist/fr-FR/restart-the-service.runbook.html'))).toBe(true)
  })

  it('writes nothing with --dry-run, and says what it would write', async () => {
    const cwd = temporaryFolder({ 'package.json': '{}' })
    const { code, stdout } = await runCli(['init', '--dry-run'], cwd)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Would write {2}lockstep\.config\.json$/m)
    expect(stdout).toMatch(/^Would add {4}to package\.json: scripts docs:check, docs:build, docs:dev$/m)
    expect(contentsOf(cwd)).toEqual({ 'package.json': '{}' })
  })

  it('replaces nothing, and the second time does nothing', async () => {
    const cwd = temporaryFolder({
      'lockstep.config.json': '{"out":"site"}',
      '.github/workflows/lockstep.yml': 'mine',
      '.gitignore': '*.log\n',
    })
    const before = contentsOf(cwd)
    const { stdout } = await runCli(['init'], cwd)
    expect(stdout).toMatch(
      /^Kept {5}lockstep\.config\.json\n {9}\.gitignore\n {9}\.github\/workflows\/lockstep\.yml$/m,
    )
    expect(contentsOf(cwd)).toEqual(before)
    const other = temporaryFolder({ 'package.json': '{\n  "name": "x"\n}\n' })
    await runCli(['init'], other)
    const first = contentsOf(other)
    await runCli(['init'], other)
    expect(contentsOf(other)).toEqual(first)
  })

  it('finds docsets of DocFX, their locales, and that they are published', async () => {
    const cwd = temporaryFolder({
      '.git/HEAD': '',
      '.openpublishing.publish.config.json':
        '{"docsets_to_publish":[{"build_source_folder":"teams","locale":"fr-fr"}]}',
      'package.json': '{"devDependencies":{"lockstep-docs":"1"}}',
      'package-lock.json': '{}',
      'teams/docfx.json': '{"build":{"content":[{"files":["**/*.md"]}]}}',
      'teams/a.md': smallDocument(),
      'teams/sub/docfx.json': '{}',
      'skype/docfx.json': '{}',
      'skype/b.md': smallDocument().replace('fr-FR', 'de-DE'),
      'empty/docfx.json': '{}',
      'node_modules/x/docfx.json': '{}',
      'README.md': '# Hi',
    })
    const { stdout } = await runCli(['init'], cwd)
    expect(stdout).toMatch(/^Found {4}2 docsets in skype, teams: 2 documents, de-DE, fr-FR$/m)
    expect(stdout).toMatch(/^Next {5}npx --no-install lockstep check$/m)
    expect(config(cwd)).toEqual({
      $schema: './node_modules/lockstep-docs/schema/config.schema.json',
      inputs: ['skype', 'teams'],
      out: 'dist',
      rootUrl: 'https://learn.microsoft.com/{locale}',
    })
    expect(existsSync(join(cwd, 'sources'))).toBe(false)
    expect((await runCli(['check', '--quiet'], cwd)).code).toBe(0)
  })

  it('takes the target locale from the publishing configuration or the name of the folder, if nothing else has it', async () => {
    const document = smallDocument().replace(/^ms\.contentlocale.*\n/m, '')
    const publish = '{"docsets_to_publish":[{"locale":"en-us"},{"locale":"de-de"}]}'
    const top = temporaryFolder({
      'docs.fr-fr/docfx.json': '{}',
      'docs.fr-fr/a.md': document,
      'one/.openpublishing.publish.config.json': publish,
      'one/articles/docfx.json': '{}',
      'one/articles/a.md': document,
      'two/fr-FR/docfx.json': '{}',
      'two/fr-FR/a.md': document,
    })
    const localeOf = async (name: string) => {
      const cwd = join(top, name)
      await runCli(['init', name], top)
      return [config(cwd).inputs, config(cwd).targetLocale]
    }
    expect(await localeOf('docs.fr-fr')).toEqual([['.'], 'fr-FR'])
    expect(await localeOf('one')).toEqual([['articles'], 'de-DE'])
    expect(await localeOf('two')).toEqual([['fr-FR'], undefined])
  })

  it('finds bilingual documents without DocFX', async () => {
    const cwd = temporaryFolder({
      'docs/fr-FR/a.md': smallDocument(),
      'b.html': smallDocument(),
      'notes/c.md': '# Mine\n',
    })
    await runCli(['init'], cwd)
    expect(config(cwd).inputs).toEqual(['*.html', 'docs'])
    expect(readdirSync(cwd)).not.toContain('sources')
  })

  it.each([
    [
      'package-lock.json',
      'npm ci',
      'npm install --save-dev lockstep-docs',
      'npx --no-install lockstep check',
    ],
    [
      'pnpm-lock.yaml',
      'pnpm install --frozen-lockfile',
      'pnpm add --save-dev lockstep-docs',
      'pnpm exec lockstep check',
    ],
    ['README.md', 'npm install', 'npm install --save-dev lockstep-docs', 'npx --no-install lockstep check'],
    [
      'npm-shrinkwrap.json',
      'npm ci',
      'npm install --save-dev lockstep-docs',
      'npx --no-install lockstep check',
    ],
    ['yarn.lock', 'yarn install --immutable', 'yarn add --dev lockstep-docs', 'yarn lockstep check'],
  ])('uses the package manager of %s', async (lock, install, add, run) => {
    const cwd = temporaryFolder({ 'package.json': '{}', [lock]: '' })
    const { stdout } = await runCli(['init'], cwd)
    expect(stdout).toContain(add)
    expect(stdout).toContain(run)
    const { jobs } = parse(read(cwd, '.github/workflows/lockstep.yml'))
    const runs = jobs.check.steps.flatMap((step: { run?: string }) => step.run ?? [])
    expect(runs).toEqual([expect.stringContaining(install), expect.stringContaining(run)])
  })

  it('writes a workflow whose check the program understands, and which uploads only with the right to', async () => {
    const cwd = temporaryFolder()
    await runCli(['init'], cwd)
    const workflow = parse(read(cwd, '.github/workflows/lockstep.yml'))
    expect(workflow.permissions).toEqual({ contents: 'read', 'security-events': 'write' })
    const { steps } = workflow.jobs.check
    const check = steps.find(({ run }: { run?: string }) => run?.includes(' check '))
    const args = check.run.split(' check ')[1].replaceAll('"', '').replace('origin/$BASE', 'HEAD').split(' ')
    const { stderr } = await runCli(['check', ...args], cwd)
    expect(stderr).not.toContain('unknown option')
    expect(stderr).toContain('git')
    expect(steps.at(-1).if).toContain('github.event.pull_request.head.repo.full_name == github.repository')
  })

  it('writes TypeScript where there is TypeScript', async () => {
    const cwd = temporaryFolder({ 'package.json': '{}', 'tsconfig.json': '{}', "l'a/a.md": smallDocument() })
    await runCli(['init'], cwd)
    expect(read(cwd, 'lockstep.config.ts')).toBe(
      "import { defineConfig } from 'lockstep-docs'\n\nexport default defineConfig({\n  inputs: ['l\\'a'],\n  out: 'dist',\n})\n",
    )
    expect((await runCli(['check'], cwd)).code).toBe(0)
  })

  it.each([
    [{ '.gitlab-ci.yml': '' }, 'No workflow: the project does not seem to use GitHub Actions.'],
    [{ '../.git/HEAD': '' }, 'No workflow: workflows belong in the root of the repository.'],
  ])('writes no workflow with %j', async (files, note) => {
    const cwd = join(
      temporaryFolder(
        Object.fromEntries([
          ['in/x', ''],
          ...Object.entries(files).map(([path, text]) => [join('in', path), text]),
        ]),
      ),
      'in',
    )
    const { stdout } = await runCli(['init'], cwd)
    expect(stdout).toContain(note)
    expect(existsSync(join(cwd, '.github'))).toBe(false)
  })

  it('quotes the folder in the commands to run next', async () => {
    const cwd = temporaryFolder({ "mes docs/l'aide/README.md": '' })
    const { stdout } = await runCli(['init', "mes docs/l'aide"], cwd)
    const [, command] = /^Next +(.*)$/m.exec(stdout)!
    expect(spawnSync('sh', ['-c', `${command} && ls`], { cwd, encoding: 'utf8' }).stdout).toContain('sources')
    expect((await runCli(['init', 'new'], temporaryFolder({ 'new/x': '' }))).stdout).toMatch(
      /^Next +cd new$/m,
    )
  })

  it('refuses a folder that does not exist', async () => {
    const { code, stderr } = await runCli(['init', 'nowhere'], temporaryFolder())
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^error There is no folder .*nowhere\.\n$/)])
  })
})
