import { bareWords } from '../../util/text/bare-words.ts'
import { cutEnd } from '../../util/text/cut-end.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'
import { listOf } from '../list-of.ts'
import { type Pair, soundPairs } from '../literals/sound-pairs.ts'
import { languageOf } from '../text/language-of.ts'
import { isSameMeaning } from '../text/same-meaning.ts'

/**
 * Two cells of a column, or two items of a list, with different source texts mean different things; with the
 * same translation, readers cannot distinguish them. Often one was copied from the other, or machine
 * translation uses one word for both (“caller” and “callee”).
 *
 * Source texts that differ only in function words, inflection, letter case, punctuation, a synonym, an abbreviation,
 * a locale tag or a typo can have the same translation. If the source language is not English, only numbers and names are compared.
 *
 * Fails:
 *
 * ```md
 * - <span data-ttu-id="1f2e3-101">Adresse IP de l’appelant.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">IP address of the caller.</span></span>
 * - <span data-ttu-id="1f2e3-102">Adresse IP de l’appelant.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">IP address of the callee.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * - <span data-ttu-id="1f2e3-101">Pour plus d’informations, voir l’aide.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">For details, see the help.</span></span>
 * - <span data-ttu-id="1f2e3-102">Pour plus d’informations, voir l’aide.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">For information, see the help.</span></span>
 * ```
 */
export const sameTarget = defineRule({
  id: 'same-target',
  description: 'Different texts in a table or list have the same translation.',
  severity: 'info',
  tags: ['unit', 'content', 'table'],
  check(document, report, { otherTranslations }) {
    const isEnglish = languageOf(document.sourceLocale) === 'en'
    const groups = new Map<string, Pair[]>()
    for (const pair of soundPairs(document)) {
      const place = listOf(pair.unit)
      if (place === undefined || pair.unit.syntax === 'text') continue
      const target = withoutEnd(pair.target.text)
      if (target === '' || target === withoutEnd(pair.source.text)) continue
      const key = `${place} ${target}`
      const group = groups.get(key)
      if (!group) groups.set(key, [pair])
      else if (!group.some((other) => isSameText(other.source.text, pair.source.text))) group.push(pair)
    }
    for (const [first, ...others] of groups.values()) {
      for (const { unit, source, target } of others) {
        if (isSameMeaning(withoutLocales(first!.source.text), withoutLocales(source.text), isEnglish))
          continue
        if (isSameInOthers(otherTranslations?.(unit.key), otherTranslations?.(first!.unit.key))) continue
        report({
          reason: `Unexpected translation ${quote(target.text)} of ${quote(source.text)} in unit \`${unit.id}\`, expected a different one than that of ${quote(first!.source.text)}`,
          place: target.place,
          actual: target.text,
          note: 'Check which of the two is right and change the other one, so that readers can distinguish them.',
          related: { reason: 'The same translation of another text', place: first!.target.place },
        })
      }
    }
  },
})

type OtherTranslations =
  | readonly { readonly locale: string; readonly target: { readonly text: string } }[]
  | undefined

/** Whether most other locales have the same translation for both, so that it is probably right. */
function isSameInOthers(these: OtherTranslations, those: OtherTranslations): boolean {
  const both = (these ?? []).flatMap(({ locale, target }) => {
    const other = those?.find((other) => other.locale === locale)
    return other ? [isSameText(target.text, other.target.text)] : []
  })
  return both.filter(Boolean).length * 2 > both.length
}

/** A text with the same sign for each locale tag, which translations replace with their own. */
function withoutLocales(text: string): string {
  return text.replace(/(?<![\w-])[a-z]{2}-[a-z]{2}(?![\w-])/gi, '§')
}

function isSameText(one: string, other: string): boolean {
  return bareWords(one) === bareWords(other)
}

/** A text in lower case without punctuation at its end. */
function withoutEnd(text: string): string {
  return cutEnd(text, NO_LETTER).toLowerCase()
}

/** What is no letter, mark or digit, nor a half of one. */
const NO_LETTER = /[^\p{L}\p{M}\p{N}\p{Cs}]/u
