import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { GH } from '../support/gh.ts'
import { repositoryWithBranch } from '../support/review.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Workflow {
  readonly name: string
  readonly on: unknown
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, { readonly permissions?: unknown; readonly steps: readonly Step[] }>>
}

const MARKER = '<!-- lockstep-review -->'
const SHA = 'f'.repeat(40)

function workflow(name: string): Workflow {
  return parse(readFileSync(new URL(`../../docs/workflows/${name}.yml`, import.meta.url), 'utf8'))
}

function runOf(job: { readonly steps: readonly Step[] } | undefined, word: string): string {
  return job!.steps.find(({ run }) => run?.includes(word))!.run!
}

/** Runs the step that comments, with what GitHub has; returns what it sends. */
function comment(pulls: unknown, comments: unknown, report = `${MARKER}\n## Review\n`) {
  const cwd = temporaryFolder({
    'review.md': report,
    'pulls.json': JSON.stringify(pulls),
    'comments.json': JSON.stringify(comments),
    'bin/gh': GH,
  })
  chmodSync(join(cwd, 'bin/gh'), 0o755)
  writeFileSync(join(cwd, 'step.sh'), runOf(workflow('review-comment').jobs.comment, 'gh api'))
  const { status, stderr } = spawnSync('bash', ['-e', 'step.sh'], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: `${join(cwd, 'bin')}:${process.env.PATH}`,
      REPOSITORY: 'contoso/docs',
      OWNER: 'mona',
      BRANCH: "it's $(touch gone)",
      SHA,
    },
  })
  expect(existsSync(join(cwd, 'gone'))).toBe(false)
  const sent = existsSync(join(cwd, 'sent')) ? readFileSync(join(cwd, 'sent'), 'utf8').trim().split('\n') : []
  return { status, stderr, sent: sent.filter((word) => word !== '--silent') }
}

const hasTools = spawnSync('jq', ['--version']).status === 0 && spawnSync('bash', ['--version']).status === 0
const pull = { number: 7, head: { sha: SHA } }
const other = { id: 1, user: { login: 'mona' }, body: `${MARKER} is how it starts` }

describe('the workflow that reviews', () => {
  it('reads the history, has no rights, and gives the artifact that the other one takes', () => {
    const { jobs, permissions, on, name } = workflow('review')
    expect([on, permissions]).toEqual([{ pull_request: { paths: ['docs/**'] } }, { contents: 'read' }])
    const [checkout] = jobs.review!.steps
    expect(checkout).toEqual({ uses: 'actions/checkout@v6', with: { 'fetch-depth': 0 } })
    const artifact = jobs.review!.steps.at(-1)!.with!
    const next = workflow('review-comment')
    expect(next.on).toEqual({ workflow_run: { workflows: [name], types: ['completed'] } })
    expect(next.permissions).toEqual({})
    expect(next.jobs.comment!.permissions).toEqual({ actions: 'read', 'pull-requests': 'write' })
    expect(next.jobs.comment!.steps[0]!.with!.name).toBe(artifact.name)
    expect(runOf(jobs.review, 'lockstep review')).toContain(`--output-file ${artifact.path}`)
    // Nothing that a pull request can name becomes a part of a script.
    for (const { run } of [...jobs.review!.steps, ...next.jobs.comment!.steps])
      expect(run ?? '').not.toContain('${{')
  })

  it('makes the report of the branch', async () => {
    const cwd = repositoryWithBranch()
    const command = runOf(workflow('review').jobs.review, 'lockstep review').replace(
      'npx --no-install lockstep',
      'printf "%s\\n"',
    )
    const args = execFileSync('sh', ['-c', command], {
      env: { ...process.env, BASE: 'main' },
      encoding: 'utf8',
    })
    const { code } = await runCli(args.trim().split('\n'), cwd)
    expect(code).toBe(0)
    const [first, ...rest] = readFileSync(join(cwd, 'review.md'), 'utf8').split('\n')
    expect(first).toBe(MARKER)
    expect(rest).toContain('+ Une.')
  })
})

describe.skipIf(!hasTools)('the workflow that comments (needs bash and jq)', () => {
  it('creates a comment on the pull request of the reviewed commit', () => {
    const { status, sent } = comment([{ number: 6, head: { sha: 'e' } }, pull], [other])
    expect([status, sent]).toEqual([
      0,
      ['api', '--method', 'POST', 'repos/contoso/docs/issues/7/comments', '-F', 'body=@review.md'],
    ])
  })

  it('replaces its own comment', () => {
    const own = { id: 2, user: { login: 'github-actions[bot]' }, body: `${MARKER}\nold` }
    const { status, sent } = comment([pull], [other, own])
    expect([status, sent[2], sent[3]]).toEqual([0, 'PATCH', 'repos/contoso/docs/issues/comments/2'])
  })

  it('sends nothing if the pull request has moved on, or the report is none', () => {
    expect(comment([{ number: 7, head: { sha: 'e' } }], [])).toMatchObject({ status: 0, sent: [] })
    expect(comment([pull], [], 'Buy now!\n')).toMatchObject({ status: 1, sent: [] })
  })
})
