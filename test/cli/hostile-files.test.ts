import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { smallDocument } from '../support/bilingual.ts'
import { HANG } from '../support/hang.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

const MAIN = join(import.meta.dirname, '../../bin/lockstep.js')

/** Runs the program in a process of its own, which is ended if it hangs; with a small heap, so that it cannot read without end. */
function lockstep(cwd: string, ...args: string[]) {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=300', MAIN, ...args],
    { cwd, encoding: 'utf8', timeout: HANG, killSignal: 'SIGKILL' },
  )
  expect(signal).toBeNull()
  return { status, text: stdout + stderr }
}

function shell(cwd: string, script: string) {
  return spawnSync('sh', ['-c', script, 'sh', process.execPath, MAIN], {
    cwd,
    encoding: 'utf8',
    timeout: HANG,
    killSignal: 'SIGKILL',
  })
}

const SECRET = 'root:x:0:0:secret'
const KINDS = ['fifo', 'device', 'outside'] as const

/** Puts something that is no file of the root at a path. */
function plant(kind: (typeof KINDS)[number], path: string): void {
  if (kind === 'fifo') execFileSync('mkfifo', [path])
  else if (kind === 'device') symlinkSync('/dev/zero', path)
  else symlinkSync(join(temporaryFolder({ passwd: SECRET }), 'passwd'), path)
}

/** Whether anything below a folder holds the secret. */
function holdsSecret(folder: string): boolean {
  return spawnSync('grep', ['-rqF', SECRET, folder]).status === 0
}

describe.skipIf(process.platform === 'win32' || !existsSync(MAIN))('files that are none', () => {
  it.each(['fifo', 'device'] as const)('are told where a build keeps its own: %s', (kind) => {
    for (const name of ['.lockstep-journal', '.lockstep-manifest.json']) {
      const cwd = temporaryFolder({ 'docs/a.md': smallDocument(), 'out/x': '' })
      plant(kind, join(cwd, 'out', name))
      const { status, text } = lockstep(cwd, 'build', 'docs', '--out', 'out', '--no-cache')
      expect(status).toBe(2)
      expect(text).toMatch(/Cannot read the .*: it is not a regular file/)
      expect(text).toContain('Remove it, or choose another folder with --out.')
    }
  })

  it.each(KINDS)('are reported and not read where documents and a docset name them: %s', (kind) => {
    const cwd = temporaryFolder({
      'docs/a.md': `${smallDocument()}\n[!INCLUDE [x](inc.md)]\n\n[!code-text[x](code.txt)]\n\n![x](x.png) [x](x.zip)\n`,
      'lockstep.config.json': '{"book": true}',
    })
    for (const name of ['docfx.json', 'toc.yml', 'b.md', 'inc.md', 'code.txt', 'x.png', 'x.zip'])
      plant(kind, join(cwd, 'docs', name))
    const built = lockstep(cwd, 'build', 'docs', '--out', 'out', '--no-cache')
    expect(built.status).toBe(1)
    expect(existsSync(join(cwd, 'out/index.html'))).toBe(true)
    const checked = lockstep(cwd, 'check', 'docs', '--format', 'json', '--no-cache')
    for (const ruleId of ['docset-unreadable', 'input-refused', 'include-missing'])
      expect(checked.text).toContain(ruleId)
    expect(built.text + checked.text).not.toContain(SECRET)
    expect(holdsSecret(join(cwd, 'out'))).toBe(false)
  })

  it.each(['fifo', 'device'] as const)('are reported and not read where a person names them: %s', (kind) => {
    const rules = { glossary: { severity: 'error', file: 'terms.csv' } }
    for (const [name, told, args] of [
      ['lockstep.config.json', undefined, []],
      ['lockstep.config.ts', undefined, []],
      ['known.json', undefined, ['--baseline', 'known.json']],
      ['list.yml', { suppressions: 'list.yml' }, []],
      ['terms.csv', { rules }, []],
    ] as const) {
      const cwd = temporaryFolder({
        'a.md': smallDocument(),
        ...(told && { 'lockstep.config.json': JSON.stringify(told) }),
      })
      plant(kind, join(cwd, name))
      const { status, text } = lockstep(cwd, 'check', 'a.md', '--no-cache', ...args)
      expect([status, text]).toEqual([2, expect.stringMatching(/^error .*it is not a regular file\./)])
      expect(text).toContain(name)
    }
  })

  it.each(['fifo', 'device'] as const)('do no harm in the place of what an earlier run left: %s', (kind) => {
    const cwd = temporaryFolder({ 'docs/a.md': smallDocument() })
    expect(lockstep(cwd, 'build', 'docs', '--out', 'out', '--cache-dir', 'cache').status).toBe(0)
    const [state] = execFileSync('ls', ['cache'], { cwd, encoding: 'utf8' }).trim().split('\n')
    for (const path of [`cache/${state}`, 'out/fr-FR/a.html']) {
      execFileSync('rm', [path], { cwd })
      plant(kind, join(cwd, path))
    }
    expect(lockstep(cwd, 'build', 'docs', '--out', 'out', '--cache-dir', 'cache')).toMatchObject({
      status: 0,
    })
    expect(readFileSync(join(cwd, 'out/fr-FR/a.html'), 'utf8')).toContain('<html')
  })
})

describe.skipIf(process.platform === 'win32' || !existsSync(MAIN))('output that cannot be written', () => {
  it
    .skipIf(!existsSync('/dev/full'))
    .each(['build a.md', 'check a.md --format json', 'inspect a.md', 'status a.md', '--help'])(
    'ends %s with a clear message and code 2',
    (command) => {
      const cwd = temporaryFolder({ 'a.md': smallDocument() })
      const { status, stderr } = shell(cwd, `"$1" "$2" ${command} >/dev/full`)
      expect([status, stderr]).toEqual([
        2,
        'error Cannot write to standard output: no space left on the device. The output is incomplete.\n',
      ])
    },
  )

  it('says what to do where hardly any file may be open', () => {
    const cwd = temporaryFolder({ 'a.md': smallDocument(), 'b.md': smallDocument() })
    const few = shell(cwd, 'ulimit -n 26; "$1" "$2" build a.md b.md --out out 2>&1')
    expect(few.status).not.toBe(0)
    expect(few.stdout).toContain('Raise the limit')
    const enough = shell(cwd, 'ulimit -n 60; "$1" "$2" build a.md b.md --out out --threads 4 2>&1')
    expect([enough.status, enough.stdout]).toEqual([0, expect.stringContaining('2 documents')])
  })
})

const secrets = {
  'docs/.env': SECRET,
  'docs/.git/config': SECRET,
  'docs/.ssh/key.txt': SECRET,
  'docs/node_modules/x/x.png': SECRET,
  'docs/.hidden.md': SECRET,
  'docs/a.md': `${smallDocument()}
[!INCLUDE [x](.env)]

[!code-text[x](~/.git/config)]

[x](.ssh/key.txt) ![x](node_modules/x/x.png)
`,
}

it('keeps secrets of the root out of findings and outputs, says so, and takes in what is allowed', async () => {
  const cwd = temporaryFolder(secrets)
  const built = await runCli(['build', 'docs', '--out', 'out', '--no-cache'], cwd)
  const checked = await runCli(['check', 'docs', '--format', 'json', '--no-cache'], cwd)
  expect(built.stdout + built.stderr + checked.stdout).not.toContain(SECRET)
  expect(holdsSecret(join(cwd, 'out'))).toBe(false)
  for (const path of ['.env', '.git/config', '.ssh/key.txt', 'node_modules/x/x.png'])
    expect(checked.stdout).toContain(`\`allow: ['${path}']\``)
  expect(built.stdout).toContain('1 document,')

  const allowed = temporaryFolder({ ...secrets, 'lockstep.config.json': '{"allow": [".git/*", ".ssh/*"]}' })
  const opened = await runCli(['check', 'docs', '--format', 'json', '--no-cache'], allowed)
  expect(opened.stdout).not.toMatch(/allow: \['\.(?:git|ssh)/)
  expect(opened.stdout).toContain("allow: ['.env']")
  await runCli(['build', 'docs', '--out', 'out', '--no-cache'], allowed)
  expect(holdsSecret(join(allowed, 'out'))).toBe(true)
})

it('reads a hidden document that is named', async () => {
  const cwd = temporaryFolder({
    'docs/.draft/a.md': smallDocument(),
    'docs/.b.md': smallDocument(),
    'docs/docfx.json': '{}',
  })
  const { stdout } = await runCli(
    ['build', 'docs/.draft/a.md', 'docs/.b.md', '--out', 'out', '--no-cache'],
    cwd,
  )
  expect(stdout).toContain('2 documents')
})

it.each(['a\0b.md', ''])('refuses the input %j', async (input) => {
  const { code, stderr } = await runCli(['check', input], temporaryFolder())
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^error Unexpected input "/)])
})

it.each([
  ['{"out": "a", "out": "b"}', ':1:14: a key stands twice in an object'],
  ['['.repeat(100_000), ': it is nested in more than 200 levels'],
])('refuses a configuration such as %.30s', async (text, why) => {
  const cwd = temporaryFolder({ 'a.md': smallDocument(), 'lockstep.config.json': text })
  const { code, stderr } = await runCli(['check', 'a.md'], cwd)
  expect([code, stderr]).toEqual([2, `error Cannot read the configuration lockstep.config.json${why}.\n`])
})

it('takes settings with a byte order mark, and refuses sizes that are none', async () => {
  const cwd = temporaryFolder({ 'a.md': smallDocument(), 'lockstep.config.json': '\uFEFF{"maxFileSize": 0}' })
  const { code, stderr } = await runCli(['check', 'a.md'], cwd)
  expect([code, stderr]).toEqual([2, expect.stringContaining('expected a number of MB from 1 to 512')])
})
