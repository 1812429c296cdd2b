import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { freshPairs } from '../../../src/validate/engine/fresh-pairs.ts'
import type { RuleSettings } from '../../../src/validate/engine/rule-settings.ts'
import { runRules } from '../../../src/validate/engine/run-rules.ts'
import { soundPairs } from '../../../src/validate/literals/sound-pairs.ts'
import { rules } from '../../../src/validate/rules/index.ts'
import { corpusFiles, hasCorpus } from '../../support/corpus.ts'
import { sxs } from '../check-text.ts'

/** All rules at once, those that are off by default included. */
const settingsOfAll = (): RuleSettings => Object.fromEntries(rules.map(({ id, severity }) => [id, severity]))

function check(path: string, text: string, settings: RuleSettings, targetLocale = 'fr-FR') {
  const file = new VFile({ path, value: text })
  const document = parseDocument(file, { path, targetLocale })
  runRules(document, file, { settings })
  return { document, found: file.messages.map((message) => `${message} ${message.fingerprint}`) }
}

/** Checks texts one after the other, and each of them alone; returns the number of pairs that the first skips. */
function compareChecks(
  texts: Iterable<{ readonly path: string; readonly text: string }>,
  locale?: string,
): number {
  const shared = settingsOfAll()
  let skipped = 0
  for (const { path, text } of texts) {
    const alone = check(path, text, settingsOfAll(), locale)
    const { length } = soundPairs(alone.document)
    skipped += length - soundPairs(freshPairs(alone.document, shared, rules).document).length
    expect(check(path, text, shared, locale).found, path).toEqual(alone.found)
  }
  return skipped
}

const text = (...pairs: readonly (readonly [target: string, source: string])[]) => ({
  path: 'a.md',
  text: `${pairs.map(([target, source], at) => sxs(101 + at, target, source)).join('\n\n')}\n`,
})

describe('pairs that earlier documents had', () => {
  it('are skipped if no rule found anything in them', () => {
    const one = text(['Attendez 5 minutes.', 'Wait 5 minutes.'], ['Attendez 6 minutes.', 'Wait 5 minutes.'])
    expect(compareChecks([one, one, one])).toBe(2)
  })

  it('are not skipped in another locale, or if links or formulas depend on the document', () => {
    const one = text(['Voir [la page].', 'See [the page].'], ['Prix de `a` : $a$', 'Price of `a`: $a$'])
    const other = { ...one, text: `${one.text}\n[the page]: b.md\n` }
    expect(compareChecks([one, other, one])).toBe(0)
    const settings = settingsOfAll()
    const said = text(['Attendez 5 minutes.', 'Wait 5 minutes.']).text
    check('a.md', said, settings)
    const { document } = check('a.md', said, settingsOfAll(), 'de-DE')
    expect(soundPairs(freshPairs(document, settings, rules).document)).toHaveLength(1)
  })

  it.skipIf(!hasCorpus)('make no difference in real documents', () => {
    const some = [...corpusFiles('teams/fr-FR')].filter((_, at) => at % 6 === 0)
    expect(compareChecks(some)).toBeGreaterThan(20)
  })
})
