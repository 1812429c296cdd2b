import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { unix } from '../../src/report/unix.ts'
import { exampleFiles, manyFiles, oddFiles } from './files.ts'

/** The problem matcher of the guide, as a regular expression. */
function matcher() {
  const guide = readFileSync(new URL('../../docs/continuous-integration.md', import.meta.url), 'utf8')
  const [, block] = /```json\n(\{\n {2}"version": "2\.0\.0",\n[\s\S]*?)```/.exec(guide)!
  const { pattern } = JSON.parse(block!).tasks[0].problemMatcher as {
    pattern: { regexp: string } & Record<string, number>
  }
  const regexp = new RegExp(pattern.regexp)
  return (line: string) => {
    const match = regexp.exec(line)
    const take = (name: string) => match?.[pattern[name]!]
    return match && ['file', 'line', 'column', 'message', 'severity', 'code'].map(take)
  }
}

describe('unix', () => {
  it('writes a line for each message, by path and place', () => {
    expect(unix(exampleFiles())).toBe(
      [
        'fr-FR/a.md:1:1: Unknown date [info/date]',
        'fr-FR/b.md:3:5: Unexpected blank translation, expected one of “Yes” [error/unit-empty]',
        'fr-FR/b.md:20:1: Unexpected link, expected none [warning/inline-equal]',
        '',
      ].join('\n'),
    )
  })

  it('keeps a message on its line, and shows what could command a terminal', () => {
    const lines = unix(oddFiles()).trimEnd().split('\n')
    expect(lines).toHaveLength(oddFiles().reduce((sum, { messages }) => sum + messages.length, 0))
    for (const line of lines) {
      expect(line).not.toMatch(/[\u0000-\u001F\u202E]/)
      expect(line).not.toMatch(/^::/)
    }
  })

  it('writes errors only when quiet, and nothing if there is nothing', () => {
    expect(unix(exampleFiles(), { quiet: true })).toMatch(/^fr-FR\/b\.md:3:5: .*\n$/)
    expect(unix([])).toBe('')
  })

  it('is what the problem matcher for VS Code in the guide matches', () => {
    const match = matcher()
    const [first, second] = unix(exampleFiles()).split('\n')
    expect(match(first!)).toEqual(['fr-FR/a.md', '1', '1', 'Unknown date', 'info', 'date'])
    expect(match(second!)?.slice(3)).toEqual([
      'Unexpected blank translation, expected one of “Yes”',
      'error',
      'unit-empty',
    ])
    expect(match('C:\\docs\\a.md:3:5: Unexpected “x:1:2: y [z]” [warning/a-b]')).toEqual([
      'C:\\docs\\a.md',
      '3',
      '5',
      'Unexpected “x:1:2: y [z]”',
      'warning',
      'a-b',
    ])
    for (const line of unix(manyFiles(30)).trimEnd().split('\n')) expect(match(line)).not.toBeNull()
  })
})
