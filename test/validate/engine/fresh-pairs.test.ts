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
  return {
    document,
    found: file.messages.map((message) => `${message.ruleId} ${message} ${message.fingerprint}`),
  }
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

/** A pair whose translation is short, but inside of the usual range. */
const HALF = [
  '请按以下步骤在组织中的所有服务器上安装更新，然后重新启动每台服务器。',
  'Install the updates on all servers of the organization with these steps, restart each server, make sure that all services have started and that users can sign in and send messages, and check the logs at last.',
] as const

/** A translation without the full stop that others have. */
const NO_STOP = [
  'メイン メニューでアカウントのページを開きます',
  'Open the page of your account in the main menu.',
] as const
const STOP = ['メニューでページを閉じます。', 'Close the page of your account in the menu.'] as const

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

  it.each([
    [
      'length',
      'zh-CN',
      [HALF],
      [...Array.from({ length: 20 }, () => [HALF[0].repeat(2), HALF[1]] as const), HALF],
    ],
    [
      'omission',
      'fr-FR',
      [
        ['Supprimez le compte de Contoso.', 'Open the network settings on your computer.'],
        ['Ouvrez la page.', 'Open the page.'],
      ],
      [
        ['Supprimez le compte de Contoso.', 'Open the network settings on your computer.'],
        ['Supprimez le compte de Contoso.', 'Delete the account of Contoso.'],
      ],
    ],
    ['end-punctuation', 'ja-JP', [NO_STOP], [NO_STOP, ...Array.from({ length: 5 }, () => STOP)]],
  ] as const)('make no difference to %s, which looks at the document', (rule, locale, one, other) => {
    const [first, second] = [text(...one), text(...other)]
    const find = (some: typeof first) =>
      check('a.md', some.text, settingsOfAll(), locale).found.filter((each) => each.startsWith(`${rule} `))
    expect(find(first)).toEqual([])
    expect(find(second)).toHaveLength(1)
    compareChecks([first, second, first, second], locale)
  })

  it.skipIf(!hasCorpus)('make no difference in real documents', () => {
    const some = [...corpusFiles('teams/fr-FR')].filter((_, at) => at % 6 === 0)
    expect(compareChecks(some)).toBeGreaterThan(20)
  })
})
