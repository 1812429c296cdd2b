import * as v from 'valibot'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { defineConfig } from '../../../src/config.ts'
import type { BilingualDocument } from '../../../src/model/document.ts'
import { fields } from '../../../src/util/data/schema.ts'
import { UserError } from '../../../src/util/user-error.ts'
import { defineRule, type Rule } from '../../../src/validate/engine/define-rule.ts'
import { documentSettings } from '../../../src/validate/engine/document-settings.ts'
import { presetNames, presetOf } from '../../../src/validate/engine/presets.ts'
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
  options: fields({ most: v.exactOptional(v.number('a number')) }, 'an object with `most`'),
  check: (_document, report) => report({ reason: 'Unexpected a' }),
})
const shy = defineRule({ ...finder, id: 'shy', recommended: false })
const plain = defineRule({
  id: 'plain',
  description: 'Has no options.',
  severity: 'info',
  tags: [],
})

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
    const seen: unknown[] = []
    const curious = defineRule({ ...finder, check: (_document, _report, { options }) => seen.push(options) })
    run({ finder: { severity: 'info', most: 3 } }, [curious])
    run({ finder: 'info' }, [curious])
    expect(seen).toEqual([{ most: 3 }, undefined])
  })

  it.each([
    ['finder', { moist: 3 }, 'Unexpected option `moist` of rule `finder` in `rules`, expected one of `most`'],
    [
      'finder',
      { most: '3' },
      'Unexpected value "3" of option `most` of rule `finder` in `rules`, expected a number',
    ],
    ['plain', { most: 3 }, 'Unexpected option `most` of rule `plain` in `rules`, expected none'],
  ])('is refused where rule %s has no such option: %j', (id, setting, message) => {
    expect(() => run({ [id]: setting }, [finder, plain])).toThrow(message)
  })

  it('has the type of the options of its rule', () => {
    const config = defineConfig({ rules: { glossary: { file: 'terms.csv' }, length: { severity: 'off' } } })
    expect(documentSettings(config).base.glossary).toEqual({ severity: 'warning', file: 'terms.csv' })
    // @ts-expect-error The option is called `file`.
    expect(() => documentSettings(defineConfig({ rules: { glossary: { files: ['terms.csv'] } } }))).toThrow(
      '`files`',
    )
    // @ts-expect-error The rule is called `length`.
    expect(() => documentSettings(defineConfig({ rules: { lengths: 'off' } }))).toThrow('`lengths`')
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
    for (const name of presetNames) expect(Object.keys(presetOf(name))).toEqual(rules.map(({ id }) => id))
  })

  it('are what a rule has for itself where nothing else is told', () => {
    for (const rule of rules) expect(presetOf('recommended')[rule.id]).toBe(levelOf(rule, {}))
  })

  it('are one step worse where strict, and leave nothing off', () => {
    const [strict, recommended] = [presetOf('strict'), presetOf('recommended')]
    expect(Object.values(strict)).not.toContain('off')
    expect(strict['unit-order']).toBe(
      { info: 'warning', warning: 'error' }[recommended['unit-order'] as string],
    )
    expect(strict['unit-source-missing']).toBe('error')
  })

  it('hold the rules on how the sides fit together, and no others, where structure is asked for', () => {
    const on = Object.entries(presetOf('structure')).flatMap(([id, level]) => (level === 'off' ? [] : id))
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
    expect(level('a.md', 'fr-FR', { preset: 'strict' })).toBe(presetOf('strict')['unit-order'])
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
      rules: { glossary: { file: 'a.csv', caseSensitive: true } },
      overrides: [{ rules: { glossary: { file: 'b.csv' } } }],
    })
    const glossary = rules.find(({ id }) => id === 'glossary')!
    expect(optionsOf(glossary, settings.of('a.md', 'fr-FR'))).toEqual({ file: 'b.csv', caseSensitive: true })
    expect(optionsOf(glossary, settings.base)).toEqual({ file: 'a.csv', caseSensitive: true })
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
