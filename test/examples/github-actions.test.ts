import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '../..')
const WORKFLOW = 'examples/github-actions/.github/workflows/translations.yml'
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const hasActionlint = spawnSync('actionlint', ['-version']).status === 0

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: {
    readonly lockstep: {
      readonly steps: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[]
    }
  }
}

describe('the example for GitHub Actions', () => {
  it('uses the action of this repository with inputs that it has, the history and the permissions that it needs', () => {
    const { permissions, jobs } = parse(text(WORKFLOW)) as Workflow
    const { steps } = jobs.lockstep
    const action = steps.find(({ uses }) => uses?.startsWith('lockstep-docs/lockstep@'))
    const { inputs } = parse(text('action.yml')) as { readonly inputs: Readonly<Record<string, unknown>> }
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(action?.with ?? {})))
    expect(steps.find(({ uses }) => uses?.startsWith('actions/checkout'))?.with).toEqual({ 'fetch-depth': 0 })
    expect(permissions).toEqual({
      contents: 'read',
      'pull-requests': 'write',
      'security-events': 'write',
    })
  })

  it.skipIf(!hasActionlint)('passes actionlint', () => {
    expect(spawnSync('actionlint', [join(ROOT, WORKFLOW)], { encoding: 'utf8' })).toMatchObject({ status: 0 })
  })
})
