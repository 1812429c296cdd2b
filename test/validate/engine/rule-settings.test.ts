import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { BilingualDocument } from '../../../src/model/document.ts'
import { UserError } from '../../../src/util/user-error.ts'
import { defineRule, type Rule, type RuleContext } from '../../../src/validate/engine/define-rule.ts'
import { documentSettings } from '../../../src/validate/engine/document-settings.ts'
import { presets } from '../../../src/validate/engine/presets.ts'
import {
  layerSettings,
  levelOf,
  optionsOf,
  type RuleSettings,
} from '../../../src/validate/engine/rule-settings.ts'
import { runRules } from '../../../src/validate/engine/run-rules.ts'
import { rules } from '../../../src/validate/rules/index.ts'

const finder = defineRule({
  id: 'finder',
  description: 'Finds one thing.',
  severity: 'warning',
  tags: [],
  check: (_document, report) => report({ reason: 'Unexpected a' }),
})
const shy = defineRule({ ...finder, id: 'shy', recommended: false })

function run(settings: RuleSettings, all: readonly Rule[] = [finder, shy]) {
  const file = new VFile({ path: 'a.md' })
  runRules({ path: 'a.md', units: {} } as BilingualDocument, file, { settings, rules: all })
  return file.messages.map((message) => [message.ruleId, message.fatal])
}

describe('a setting', () => {
  it('is a severity, or an object with one and options', () => {
    expect(run({ finder: 'error' })).toEqual([['finder', true]])
    expect(run({ finder: { severity: 'error', most: 3 } })).toEqual([['finder', true]])
    expect(run({ finder: { severity: 'off' } })).toEqual([])
    expect(run({ finder: { most: 3 } })).toEqual([['finder', false]])
  })

  it('switches on a rule that is not recommended, by a severity or by options', () => {
    expect(run({ finder: 'off' })).toEqual([])
    expect(run({ finder: 'off', shy: 'info' })).toEqual([['shy', undefined]])
    expect(run({ finder: 'off', shy: { most: 3 } })).toEqual([['shy', false]])
  })

  it('gives the rule its options, without the severity', () => {
    const seen: RuleContext['options'][] = []
    const curious = defineRule({ ...finder, check: (_document, _report, { options }) => seen.push(options) })
    run({ finder: { severity: 'info', most: 3 } }, [curious])
    run({ finder: 'info' }, [curious])
    expect(seen).toEqual([{ most: 3 }, undefined])
  })

  it.each([
    [{ severity: 'fatal' }, '"fatal"'],
    [{ severity: null }, 'null'],
    [null, 'null'],
    [['error'], '["error"]'],
    [3, '3'],
  ])('is refused where it is %j', (setting, named) => {
    expect(() => run({ finder: setting as unknown as 'error' })).toThrow(UserError)
    expect(() => run({ finder: setting as unknown as 'error' })).toThrow(
      `Unexpected value ${named} for rule \`finder\``,
    )
  })
})

describe('layers of settings', () => {
  it('replace the severity and merge the options', () => {
    const under = { finder: { severity: 'error', most: 3, least: 1 } } as const
    const over = { finder: { most: 5 } } as const
    expect(layerSettings(under, over, [finder])).toEqual({ finder: { severity: 'error', most: 5, least: 1 } })
    expect(layerSettings(under, { finder: 'info' }, [finder])).toEqual({
      finder: { severity: 'info', most: 3, least: 1 },
    })
  })

  it('switch a rule that is off on by options alone, with its own severity', () => {
    expect(layerSettings({ finder: 'off' }, { finder: { most: 5 } }, [finder, shy])).toEqual({
      finder: { severity: 'warning', most: 5 },
      shy: { severity: 'off' },
    })
  })
})

describe('presets', () => {
  it('know every rule', () => {
    for (const preset of Object.values(presets))
      expect(Object.keys(preset)).toEqual(rules.map(({ id }) => id))
  })

  it('are what a rule has for itself where nothing else is told', () => {
    for (const rule of rules) expect(presets.recommended[rule.id]).toBe(levelOf(rule, {}))
  })

  it('are one step worse where strict, and leave nothing off', () => {
    const { strict, recommended } = presets
    expect(Object.values(strict)).not.toContain('off')
    expect(strict['unit-order']).toBe(
      { info: 'warning', warning: 'error' }[recommended['unit-order'] as string],
    )
    expect(strict['unit-source-missing']).toBe('error')
  })

  it('hold the rules on how the sides fit together, and no others, where structure is asked for', () => {
    const on = Object.entries(presets.structure).flatMap(([id, level]) => (level === 'off' ? [] : id))
    expect(on).toEqual([
      'alert-keyword',
      'cell-one-to-one',
      'code-equal',
      'empty-markup',
      'front-matter-locale',
      'front-matter-valid',
      'include-missing',
      'inline-equal',
      'link-missing',
      'locale-join',
      'redirection',
      'runbook-setting',
      'structure-equal',
      'sxs-markup-damaged',
      'table-shape',
      'toc',
      'unit-empty',
      'unit-id-equal',
      'unit-id-unique',
      'unit-nested',
      'unit-order',
      'unit-source-missing',
      'unit-target-missing',
    ])
  })
})

describe('settings of a document', () => {
  const order = rules.find(({ id }) => id === 'unit-order')!
  const level = (path: string, locale: string, config: Parameters<typeof documentSettings>[0]) =>
    levelOf(order, documentSettings(config).of(path, locale))

  it('are those of the preset, the rules and the overrides, the later before the earlier', () => {
    expect(level('a.md', 'fr-FR', { preset: 'strict' })).toBe(presets.strict['unit-order'])
    const config = {
      rules: { 'unit-order': 'error' },
      overrides: [
        { files: ['docs/**'], rules: { 'unit-order': 'info' } },
        { locales: ['fr'], rules: { 'unit-order': 'off' } },
        { files: ['**/legacy/*.md'], locales: ['fr-FR', 'de-DE'], rules: { 'unit-order': 'warning' } },
      ],
    } as const
    expect(level('a.md', 'de-DE', config)).toBe('error')
    expect(level('docs/deep/a.md', 'de-DE', config)).toBe('info')
    expect(level('docs/a.md', 'fr-CA', config)).toBe('off')
    expect(level('docs/legacy/a.md', 'FR-fr', config)).toBe('warning')
    expect(level('docs/legacy/a.md', 'fr-CA', config)).toBe('off')
    expect(level('a.md', 'fra', config)).toBe('error')
  })

  it('have the options of all layers', () => {
    const settings = documentSettings({
      rules: { 'unit-order': { a: 1, b: 1 } },
      overrides: [{ rules: { 'unit-order': { b: 2 } } }],
    })
    expect(optionsOf(order, settings.of('a.md', 'fr-FR'))).toEqual({ a: 1, b: 2 })
    expect(optionsOf(order, settings.base)).toEqual({ a: 1, b: 1 })
  })

  it('refuse what they do not know, and tell what was probably meant', () => {
    expect(() => documentSettings({ preset: 'strickt' as 'strict' })).toThrow(
      expect.objectContaining({
        message: expect.stringContaining('`strickt`'),
        hint: 'Did you mean `strict`?',
      }),
    )
    expect(() => documentSettings({ overrides: [{ rules: { 'unit-ordr': 'off' } }] })).toThrow(
      'Unexpected rule `unit-ordr` in `overrides[0].rules`',
    )
  })
})
