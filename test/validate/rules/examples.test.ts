import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkExample, readRuleHeader, ruleDocs } from '../../../scripts/rule-docs.ts'
import { presetOf } from '../../../src/validate/engine/presets.ts'
import { quality } from '../../../src/validate/engine/quality.ts'
import { rules } from '../../../src/validate/rules/index.ts'

const ids = rules.map((rule) => rule.id)
const rulesFolder = new URL('../../../src/validate/rules/', import.meta.url)
const docsFolder = new URL('../../../docs/rules/', import.meta.url)

describe('the registry of rules', () => {
  it('holds the rule of every file, sorted', () => {
    const files = readdirSync(rulesFolder).filter((name) => name !== 'index.ts')
    expect(ids).toEqual(files.map((name) => name.replace(/\.ts$/, '')).sort())
  })

  it('is covered by the recommended preset', () => {
    expect(Object.keys(presetOf('recommended'))).toEqual(ids)
  })

  it('has a kind of problem for every rule', () => {
    expect(Object.keys(quality)).toEqual(ids)
  })

  it('has a test for every rule', () => {
    for (const id of ids) expect(existsSync(new URL(`${id}.test.ts`, import.meta.url)), id).toBe(true)
  })
})

describe.each(rules)('rule $id', (rule) => {
  it('describes itself and checks something', () => {
    expect(rule.description).toMatch(/^[A-Z].*\.$/)
    expect(rule.tags.length).toBeGreaterThan(0)
    expect(rule.check ?? rule.checkJoined ?? rule.checkDocset).toBeTypeOf('function')
  })

  it('finds one thing in the example that fails, with a place and advice', () => {
    const { fails, settings } = readRuleHeader(rule.id)
    const messages = checkExample(fails, settings).messages
    const own = messages.filter((message) => message.ruleId === rule.id)
    expect(own).toHaveLength(1)
    expect(own[0]!.reason).toMatch(/^Unexpected .*, expected /)
    expect(own[0]!.place).toBeDefined()
    expect(own[0]!.note).toMatch(/\.$/)
  })

  it('has an example that passes all rules', () => {
    const { passes, settings } = readRuleHeader(rule.id)
    expect(checkExample(passes, settings).messages.map(String)).toEqual([])
  })
})

describe('the pages of the rules', () => {
  it('are up to date: run `npx jiti scripts/generate-rule-docs.ts` if not', () => {
    const pages = ruleDocs()
    expect(readdirSync(docsFolder).sort()).toEqual([...pages.keys()].sort())
    for (const [name, content] of pages) {
      expect(readFileSync(new URL(name, docsFolder), 'utf8'), name).toBe(content)
    }
  })
})
