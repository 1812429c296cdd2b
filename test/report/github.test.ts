import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { github } from '../../src/report/github.ts'
import { exampleFiles, manyFiles, oddFiles } from './files.ts'

const levelsOf = (output: string) => output.match(/^::\w+/gm) ?? []

describe('github', () => {
  it('writes an annotation for each message, worst first, then what was found', () => {
    expect(github(exampleFiles(), { units: 7 })).toBe(
      [
        '::error file=fr-FR/b.md,line=3,col=5,endLine=3,endColumn=6,title=unit-empty::Unexpected blank translation, expected one of “Yes”%0ATranslate the text.%0Ahttps://example.com/unit-empty',
        '::warning file=fr-FR/b.md,line=20,col=1,endLine=20,endColumn=9,title=inline-equal::Unexpected link, expected none%0Ahttps://example.com/inline-equal',
        '::notice file=fr-FR/a.md,title=date::Unknown date',
        '3 documents, 7 units: 1 error, 1 warning, 1 hint',
        '',
      ].join('\n'),
    )
  })

  it('writes at most ten of each level, rules in turns, and says how many are hidden', () => {
    const output = github(manyFiles(3000, { rules: 30 }))
    const levels = levelsOf(output)
    expect(levels).toEqual([
      ...Array(10).fill('::error'),
      ...Array(10).fill('::warning'),
      ...Array(10).fill('::notice'),
    ])
    const rules = output
      .split('\n')
      .filter((line) => line.startsWith('::error'))
      .map((line) => /title=([^:]*)/.exec(line)?.[1])
    expect(new Set(rules).size).toBe(10)
    expect(output).toMatch(/\n990 more errors, 990 more warnings, 990 more hints not shown as annotations\n$/)
  })

  it('says nothing of hidden ones where none is', () => {
    expect(github(manyFiles(30))).not.toContain('not shown')
  })

  it('escapes what would end a property, a line or the command', () => {
    const lines = github(oddFiles()).trimEnd().split('\n')
    expect(lines).toHaveLength(5)
    const commands = lines.filter((line) => line.startsWith('::'))
    expect(commands).toHaveLength(4)
    for (const command of commands) expect(command).not.toMatch(/[\u0000-\u001F\u202E]/)
    expect(commands[0]).toContain(
      'file=fr-FR/dossier à lire/50%25%2C#1%3Aa.md,line=2,endLine=4,title=literal-cmdlet::',
    )
    for (const command of commands) {
      const properties = /^::\w+ (.*?)::/.exec(command)![1]!.split(',')
      for (const property of properties)
        expect(property).toMatch(/^(?:file|line|col|endLine|endColumn|title)=[^:,]+$/)
    }
  })

  it('writes errors only when quiet', () => {
    expect(levelsOf(github(exampleFiles(), { quiet: true }))).toEqual(['::error'])
  })

  it('says so when there is nothing to say', () => {
    expect(github([new VFile({ path: 'a.md' })])).toBe('1 document: 0 errors, 0 warnings\n')
  })
})
