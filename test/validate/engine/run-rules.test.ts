import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { describe, expect, it } from 'vitest'
import type { BilingualDocument } from '../../../src/model/document.ts'
import { UserError } from '../../../src/util/user-error.ts'
import { defineRule } from '../../../src/validate/engine/define-rule.ts'
import { runDocsetRules, runRules } from '../../../src/validate/engine/run-rules.ts'

// The rules below never look at it.
const document = { path: 'a.md', lines: [0, 10], units: {} } as unknown as BilingualDocument

const place = [12, 14] as const

const finder = defineRule({
  id: 'finder',
  description: 'Finds one thing.',
  severity: 'warning',
  tags: [],
  check(_document, report) {
    report({
      reason: 'Unexpected a, expected b',
      place,
      actual: 'a',
      expected: ['b'],
      note: 'Write b.',
      related: { reason: 'The first one', place: [0, 14] },
    })
  },
})

const thrower = defineRule({
  id: 'thrower',
  description: 'Throws after it found something.',
  severity: 'error',
  tags: [],
  check(_document, report) {
    report({ reason: 'Before' })
    throw new TypeError('no luck')
  },
  checkDocset(docset, report) {
    report([...docset.documents.keys()][0]!, { reason: 'Docset' })
    throw new TypeError('no luck there')
  },
})

const hinter = defineRule({
  id: 'hinter',
  description: 'Says less than it could.',
  severity: 'error',
  tags: [],
  check(_document, report) {
    report({ reason: 'Unexpected c', severity: 'info' })
  },
})

function run(options: Parameters<typeof runRules>[2]): VFileMessage[] {
  const file = new VFile({ path: 'a.md' })
  runRules(document, file, options)
  return file.messages
}

describe('runRules', () => {
  it('adds a finding as a message with all its fields', () => {
    const [message, ...more] = run({ rules: [finder] })
    expect(more).toEqual([])
    expect(message).toMatchObject({
      ruleId: 'finder',
      source: 'lockstep',
      fatal: false,
      reason: 'Unexpected a, expected b',
      line: 2,
      column: 3,
      place: { start: { line: 2, column: 3, offset: 12 }, end: { line: 2, column: 5, offset: 14 } },
      actual: 'a',
      expected: ['b'],
      note: 'Write b.',
      url: 'https://github.com/lockstep-docs/lockstep/blob/main/docs/rules/finder.md',
      file: 'a.md',
    })
    expect(message!.cause).toBeInstanceOf(VFileMessage)
    expect(message!.cause).toMatchObject({ reason: 'The first one', line: 1, column: 1 })
  })

  it('gives findings the severity of the settings', () => {
    const fatal = (setting: 'info' | 'warning' | 'error') =>
      run({ rules: [finder], settings: { finder: setting } }).map((message) => message.fatal)
    expect([fatal('info'), fatal('warning'), fatal('error')]).toEqual([[undefined], [false], [true]])
  })

  it('does not run a rule that is off', () => {
    expect(run({ rules: [finder, thrower], settings: { thrower: 'off', finder: 'off' } })).toEqual([])
  })

  it('keeps a finding below its rule even if the rule is set to error', () => {
    expect(run({ rules: [hinter], settings: { hinter: 'error' } })[0]!.fatal).toBeUndefined()
  })

  it('goes on after a rule that throws, names it and keeps what it found', () => {
    const messages = run({ rules: [thrower, finder] })
    expect(messages.map((message) => message.ruleId)).toEqual(['rule-crashed', 'thrower', 'finder'])
    expect(messages[0]).toMatchObject({ fatal: true, reason: expect.stringContaining('`thrower`') })
    expect(messages[0]!.reason).toContain('no luck')
    expect(messages[0]!.cause).toBeInstanceOf(TypeError)
  })

  it('refuses an unknown rule and tells the one that was probably meant', () => {
    expect(() => run({ rules: [finder], settings: { findr: 'off' } })).toThrow(UserError)
    expect(() => run({ rules: [finder], settings: { findr: 'off' } })).toThrow(
      expect.objectContaining({
        message: expect.stringContaining('`findr`'),
        hint: 'Did you mean `finder`?',
      }),
    )
  })

  it('refuses an unknown severity', () => {
    const settings = { finder: 'fatal' as 'error' }
    expect(() => run({ rules: [finder], settings })).toThrow(/"fatal".*off, info, warning, error/)
  })

  it('refuses names that every object has', () => {
    expect(() => run({ rules: [finder], settings: { finder: 'constructor' as 'error' } })).toThrow(UserError)
    expect(() => run({ rules: [finder], settings: JSON.parse('{"toString": "off"}') })).toThrow(UserError)
  })
})

describe('runDocsetRules', () => {
  it('adds findings to the file of their document, and goes on after a rule that throws', () => {
    const docset = {
      documents: new Map([['b.md', { path: 'b.md', lines: [0], anchors: new Set<string>(), links: [] }]]),
      hasFile: () => false,
    }
    const file = new VFile({ path: 'b.md' })
    runDocsetRules(docset, () => file, { rules: [finder, thrower] })
    expect(file.messages.map((message) => [message.ruleId, message.reason.includes('there')])).toEqual([
      ['thrower', false],
      ['rule-crashed', true],
    ])
  })
})
