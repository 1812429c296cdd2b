import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { GH } from '../support/gh.ts'
import { repositoryWithBranch } from '../support/review.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

interface Step {
  readonly id?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, string>>
}

const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const action = parse(text('action.yml')) as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}
const { steps } = action.runs
const [check, upload, review, comment] = steps as readonly [Step, Step, Step, Step]

const MARKER = '<!-- lockstep-review -->'
const hasBash = spawnSync('bash', ['--version']).status === 0
const hasJq = spawnSync('jq', ['--version']).status === 0

/** Stands in for `npx`: writes down its arguments, and the report where it would be. */
const NPX = `#!/bin/sh
printf '%s\\n' "$@" > args
for arg; do
  case "$before" in
    --output-file) touch "\${arg#sarif=}" ;;
  esac
  before="$arg"
done
exit \${CODE:-0}
`

/** Runs the script of a step with these variables; the others of its `env` are empty. */
function runStep(
  step: Step,
  variables: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
) {
  const cwd = temporaryFolder({ 'bin/npx': NPX, 'bin/gh': GH, 'step.sh': step.run!, output: '', ...files })
  for (const name of ['npx', 'gh']) chmodSync(join(cwd, 'bin', name), 0o755)
  const known = Object.keys(step.env!)
  expect(known).toEqual(expect.arrayContaining(Object.keys(variables).filter((name) => name !== 'CODE')))
  const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', 'step.sh'], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: `${join(cwd, 'bin')}:${process.env.PATH}`,
      RUNNER_TEMP: cwd,
      GITHUB_OUTPUT: join(cwd, 'output'),
      GITHUB_STEP_SUMMARY: join(cwd, 'summary'),
      ...Object.fromEntries(known.map((name) => [name, ''])),
      ...variables,
    },
  })
  const read = (name: string) => (existsSync(join(cwd, name)) ? readFileSync(join(cwd, name), 'utf8') : '')
  return { cwd, status, stderr, read, args: read('args').trimEnd().split('\n') }
}

describe('the action', () => {
  it('puts nothing that somebody can name into a script', () => {
    expect(action.runs.using).toBe('composite')
    for (const { run, uses } of steps) {
      expect(run ?? '').not.toContain('${{')
      expect((run === undefined) !== (uses === undefined)).toBe(true)
    }
  })

  it('uses each of its inputs, and no others', () => {
    const used = new Set([...JSON.stringify(steps).matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name))
    expect([...used].sort()).toEqual(Object.keys(action.inputs).sort())
  })

  it('uploads and comments also if the check failed, but not without the right to', () => {
    for (const { if: condition } of [upload, review, comment])
      expect(condition).toMatch(/^(?:\$\{\{ )?!cancelled\(\) && /)
    const own = 'github.event.pull_request.head.repo.full_name == github.repository'
    expect(upload.if).toContain(own)
    expect(comment.env!.CAN_COMMENT).toContain(own)
    expect(upload.with!.sarif_file).toContain('steps.check.outputs.sarif')
  })

  it('is used by the workflow in the guide, with the rights that it needs', () => {
    const [, block] = /```yaml\n(name: translations\n[\s\S]*?)```/.exec(
      text('docs/continuous-integration.md'),
    )!
    const workflow = parse(block!)
    expect(workflow.permissions).toEqual({
      contents: 'read',
      'pull-requests': 'write',
      'security-events': 'write',
    })
    const all = workflow.jobs.lockstep.steps as readonly Step[]
    expect(all[0]).toEqual({ uses: 'actions/checkout@v6', with: { 'fetch-depth': 0 } })
    const own = all.find(({ uses }) => uses?.startsWith('lockstep-docs/lockstep@'))!
    for (const name of Object.keys(own.with!)) expect(Object.keys(action.inputs)).toContain(name)
  })
})

describe.skipIf(!hasBash)('the scripts of the action (need bash)', () => {
  it('check what a pull request changes, in one run with two reports', async () => {
    const variables = {
      PACKAGE: 'lockstep-docs@1',
      INPUTS: 'docs\n',
      CHANGED_SINCE: 'origin/main',
      FAIL_ON: 'warning',
    }
    const { args, read, cwd, status } = runStep(check, variables)
    expect(args.slice(0, 3)).toEqual(['--yes', 'lockstep-docs@1', 'check'])
    expect([status, read('output')]).toEqual([0, `sarif=${cwd}/lockstep.sarif\n`])
    const result = await runCli(args.slice(2), repositoryWithBranch())
    expect(result).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('1 document') })
    expect(JSON.parse(readFileSync(join(cwd, 'lockstep.sarif'), 'utf8')).version).toBe('2.1.0')
  })

  it('pass on every input, whatever is in it', async () => {
    const { args } = runStep(check, {
      PACKAGE: 'x',
      INPUTS: 'a b\n--odd\n\n$(touch gone)',
      CONFIG: 'c d.json',
      BASELINE: 'b.json',
      FAIL_ON: 'info',
    })
    expect(args.slice(5)).toEqual([
      '--output-file',
      expect.stringMatching(/^sarif=/),
      ...['--config', 'c d.json', '--baseline', 'b.json', '--fail-on', 'info'],
      ...['--', 'a b', '--odd', '$(touch gone)'],
    ])
    const { stderr } = await runCli(args.slice(2), temporaryFolder({ 'c d.json': '{}' }))
    expect(stderr).toContain('No such file or folder: a b')
  })

  it('end as the check does', () => {
    const { status, read } = runStep(check, { PACKAGE: 'x', CODE: '1' })
    expect([status, read('output')]).toEqual([1, expect.stringMatching(/^sarif=/)])
  })

  it('review what a pull request changes', async () => {
    const { args, cwd, read } = runStep(review, { PACKAGE: 'lockstep-docs', BASE: 'main', FAIL_ON: 'stale' })
    expect(read('output')).toBe(`review=${cwd}/lockstep-review.md\n`)
    expect(await runCli(args.slice(2), repositoryWithBranch())).toMatchObject({ code: 0, stderr: '' })
    const [first, ...rest] = readFileSync(join(cwd, 'lockstep-review.md'), 'utf8').split('\n')
    expect(first).toBe(MARKER)
    expect(rest).toContain('+ Une.')
  })

  it('review the inputs only', async () => {
    const reviewed = async (...inputs: string[]) => {
      const { args, cwd } = runStep(review, { PACKAGE: 'x', BASE: 'main', INPUTS: `${inputs.join('\n')}\n` })
      expect(args.slice(args.indexOf('--'))).toEqual(['--', 'origin/main...HEAD', ...inputs])
      const { code } = await runCli(args.slice(2), repositoryWithBranch())
      return [code, readFileSync(join(cwd, 'lockstep-review.md'), 'utf8')]
    }
    expect(await reviewed('docs', 'other')).toEqual([0, expect.stringContaining('+ Une.')])
    expect(await reviewed('*.html')).toEqual([2, ''])
  })

  it('put the review of a fork into the summary', () => {
    const { status, read } = runStep(
      comment,
      { CAN_COMMENT: 'false', REVIEW: 'review.md' },
      { 'review.md': `${MARKER}\nx\n` },
    )
    expect([status, read('summary'), read('sent')]).toEqual([0, `${MARKER}\nx\n`, ''])
  })

  it.skipIf(!hasJq)('keep one comment (needs jq)', () => {
    const other = { id: 1, user: { login: 'mona' }, body: `${MARKER} is how it starts` }
    const own = { id: 2, user: { login: 'github-actions[bot]' }, body: `${MARKER}\nold` }
    const send = (comments: unknown) => {
      const { status, read } = runStep(
        comment,
        { CAN_COMMENT: 'true', REVIEW: 'review.md', REPOSITORY: 'contoso/docs', NUMBER: '7' },
        { 'review.md': `${MARKER}\n`, 'comments.json': JSON.stringify(comments) },
      )
      return [status, ...read('sent').trim().split('\n').slice(3)]
    }
    expect(send([other])).toEqual([
      0,
      'POST',
      'repos/contoso/docs/issues/7/comments',
      '-F',
      'body=@review.md',
    ])
    expect(send([other, own])[2]).toBe('repos/contoso/docs/issues/comments/2')
  })
})
