import { expect, it } from 'vitest'
import { createTimer } from '../../src/cli/create-timer.ts'
import { smallDocument } from '../support/bilingual.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

it('tells what each stage took, and its share', () => {
  const times = [0, 10, 30, 35, 100]
  const timer = createTimer({ now: () => times.shift()! })
  timer.begin('read')
  timer.begin('parse')
  timer.begin('read')
  expect(timer.times()).toEqual({
    milliseconds: 100,
    stages: [
      { stage: 'start', milliseconds: 10, share: 0.1 },
      { stage: 'read', milliseconds: 85, share: 0.85 },
      { stage: 'parse', milliseconds: 5, share: 0.05 },
    ],
  })
})

it.each([
  ['build', ['find', 'cache', 'prepare', 'read', 'parse', 'check', 'render page', 'write', 'index']],
  ['check', ['find', 'read', 'parse', 'check', 'compare']],
])('%s prints its stages if asked to', async (command, stages) => {
  const cwd = temporaryFolder({ 'docs/a.md': smallDocument() })
  const { stderr, code } = await runCli([command, 'docs', '--timing'], cwd)
  expect(code).toBe(0)
  for (const stage of stages) expect(stderr).toMatch(new RegExp(`^${stage} +\\d+ ms +\\d+%$`, 'm'))
  expect((await runCli([command, 'docs'], cwd)).stderr).toBe('')
})

it('tells what was done, for people and for programs', async () => {
  const cwd = temporaryFolder({ 'docs/a.md': smallDocument() })
  const { stderr } = await runCli(['build', 'docs', '--no-cache', '--timing'], cwd)
  expect(stderr).toMatch(/^documents +1 read, .*0 of 1 from the cache$/m)
  expect(stderr).toMatch(/^written +\d+ files, \d+ bytes$/m)
  const again = await runCli(['build', 'docs', '--no-cache', '--timing', 'json'], cwd)
  expect(JSON.parse(again.stderr)).toMatchObject({
    stages: expect.any(Array),
    work: { documents: 1, groups: 1, documentsCached: 0 },
    written: { changed: 0, bytes: 0 },
  })
  const { stderr: checked } = await runCli(['check', 'docs', '--no-cache', '--timing'], cwd)
  expect(checked).toMatch(/^documents +1 read/m)
  expect(checked).not.toMatch(/^written/m)
})
