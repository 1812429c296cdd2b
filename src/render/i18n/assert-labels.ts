import { suggest } from '../../util/text/suggest.ts'
import { UserError } from '../../util/user-error.ts'
import type { LabelTree } from './create-translate.ts'
import { labelsByKey } from './labels-by-key.ts'
import { toLocale } from './locale-chain.ts'

const PLURAL = /_(?:zero|one|two|few|many|other)$/

/** Labels to check. */
export interface CheckedLabels {
  /** BCP 47 tag. */
  readonly locale: string
  readonly labels: LabelTree
  /** The labels of `en-US`, which decide keys and placeholders. */
  readonly english: LabelTree
  /** Whether the locale has no other labels, so that none may be missing. */
  readonly isWhole: boolean
  /** Where they are from, for messages: “the plugin `polish`”. */
  readonly source: string
}

/**
 * Checks labels against those of English: their keys, the plural forms of their language, and their placeholders.
 *
 * @throws {UserError} that names the key.
 */
export function assertLabels({ locale, labels, english, isWhole, source }: CheckedLabels): void {
  const own = toLocale(locale)
  if (own?.toString() !== locale)
    throw new UserError(
      `Unexpected locale \`${locale}\` of labels in ${source}, expected a BCP 47 tag such as \`pl-PL\``,
    )
  const known = labelsByKey(english)
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  const plurals = new Set([...known.keys()].filter((key) => PLURAL.test(key)).map(stemOf))
  const expected = new Set(
    [...known.keys()].flatMap((key) =>
      plurals.has(stemOf(key)) ? forms.map((form) => `${stemOf(key)}_${form}`) : key,
    ),
  )
  const given = labelsByKey(labels)
  for (const [key, text] of given) {
    const name = `label \`${key}\` of \`${locale}\` in ${source}`
    if (!expected.has(key)) {
      const isForm = plurals.has(stemOf(key))
      const meant = suggest(key, [...expected])
      throw new UserError(
        `Unexpected ${name}, expected ${isForm ? `the plural forms of the language: ${forms.join(', ')}` : 'a key of locales/en-US.json'}`,
        !isForm && meant ? `Did you mean \`${meant}\`?` : undefined,
      )
    }
    if (typeof text !== 'string')
      throw new UserError(`Unexpected ${JSON.stringify(text)} for ${name}, expected a text`)
    const wanted = placeholdersIn(known.get(key) ?? known.get(`${stemOf(key)}_other`))
    const found = placeholdersIn(text)
    // A form for one number may leave out the number.
    const isShort = /_(?:zero|one|two)$/.test(key) && found.length === 0
    if (!isShort && found.join() !== wanted.join())
      throw new UserError(
        `Unexpected placeholders of ${name}: ${found.join(', ') || 'none'}, expected ${wanted.join(', ') || 'none'}`,
      )
  }
  const [first, ...others] = isWhole ? [...expected].filter((key) => !given.has(key)) : []
  if (first !== undefined)
    throw new UserError(
      `The labels of \`${locale}\` in ${source} lack \`${first}\`${others.length > 0 ? ` and ${others.length} others` : ''}`,
      `Lockstep has no labels of its own for this locale: translate all of locales/en-US.json.`,
    )
}

function stemOf(key: string): string {
  return key.replace(PLURAL, '')
}

function placeholdersIn(text: unknown): readonly string[] {
  return [...String(text).matchAll(/\{\{[^}]*\}\}/g)].map(String).sort()
}
