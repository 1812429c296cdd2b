import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { smallDocument } from '../support/bilingual.ts'
import { contentsOf } from '../support/contents-of.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

const ROOT = join(import.meta.dirname, '../..')

/** How many of them there are, the script of one, and that of the merge. */
interface Scripts {
  readonly of: number
  readonly shard: (number: number) => string
  readonly merge: string
}

interface Job {
  readonly steps: readonly { readonly run?: string; readonly with?: { readonly path?: string } }[]
  readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } }
}

function yamlOf(path: string): unknown {
  return parse(readFileSync(join(ROOT, path), 'utf8'))
}

/** The step that runs the program. */
function lockstepIn({ steps }: Job): string {
  return steps.find(({ run }) => run?.includes('lockstep '))!.run!
}

function github(): Scripts {
  const { jobs } = yamlOf('docs/workflows/shards-github.yml') as { jobs: Record<'shard' | 'merge', Job> }
  const numbers = jobs.shard.strategy!.matrix.shard
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  const fill = (number: number) => (text: string) =>
    text.replaceAll(/\$\{\{ matrix\.shard \}\}/g, String(number))
  const upload = jobs.shard.steps.at(-1)!.with!.path!
  expect(fill(2)(upload)).toBe(`lockstep-shards/build/2-of-${numbers.length}`)
  return {
    of: numbers.length,
    shard: (number) => fill(number)(lockstepIn(jobs.shard)),
    merge: lockstepIn(jobs.merge),
  }
}

function gitlab(): Scripts {
  const jobs = yamlOf('docs/workflows/shards-gitlab.yml') as Record<
    string,
    { parallel: number; script: string[] }
  >
  const { parallel, script } = jobs['lockstep-shard']!
  return {
    of: parallel,
    shard: (number) => `export CI_NODE_INDEX=${number} CI_NODE_TOTAL=${parallel}\n${script.join('\n')}`,
    merge: jobs['lockstep-site']!.script.join('\n'),
  }
}

function kubernetes(): Scripts {
  const text = readFileSync(join(ROOT, 'examples/kubernetes/shards.yaml'), 'utf8')
  const [shards, merge] = parseAllDocuments(text).map((document) => document.toJS())
  const { completions, completionMode, template } = shards.spec
  expect(completionMode).toBe('Indexed')
  const [container] = template.spec.containers
  expect(container.env).toEqual([{ name: 'SHARDS', value: String(completions) }])
  return {
    of: completions,
    shard: (number) =>
      `export JOB_COMPLETION_INDEX=${number - 1} SHARDS=${completions}\n${container.args.join('\n')}`,
    merge: merge.spec.template.spec.containers[0].args.join('\n'),
  }
}

/** Runs a script with a program that only notes its arguments, as a shell reads them. */
function argumentsOf(script: string, cwd: string): readonly string[] {
  const note = 'npx() { shift 2; printf "%s\\n" "$@"; }\n'
  const output = execFileSync('sh', ['-ec', note + script], { encoding: 'utf8' })
  return output
    .trimEnd()
    .split('\n')
    .map((argument) => argument.replace(/^\/shared/, join(cwd, 'shared')))
}

describe.skipIf(process.platform === 'win32')('the commands of shards', () => {
  it.each([
    ['GitHub Actions', github],
    ['GitLab', gitlab],
    ['Kubernetes', kubernetes],
  ])('make the whole site on %s', async (_, read) => {
    const { of, shard, merge } = read()
    const cwd = temporaryFolder({
      'docs/a.md': smallDocument('a'),
      'docs/b.md': smallDocument('b'),
      'lockstep.config.json': '{"only":["page"]}',
    })
    for (let number = 1; number <= of; number++) {
      const { code, stderr } = await runCli(argumentsOf(shard(number), cwd), cwd)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    }
    const args = argumentsOf(merge, cwd)
    const { code, stderr } = await runCli(args, cwd)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    await runCli(['build', 'docs', '--no-cache', '--out', 'whole'], cwd)
    const out = args[args.indexOf('--out') + 1]!
    expect(contentsOf(join(cwd, out.replace(cwd, '')))).toEqual(contentsOf(join(cwd, 'whole')))
  })
})
