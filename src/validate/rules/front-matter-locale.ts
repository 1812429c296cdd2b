import { memoize } from '../../util/memoize.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { quoteMarkup } from '../engine/quote.ts'

/**
 * `ms.contentlocale` is the locale of the translation. It must be a language tag (BCP 47) and equal the
 * locale of the document's folder (or of the configuration). Otherwise the document is in the wrong folder or
 * was handed off wrongly, and pages, dictionaries and screen readers treat its text as another language.
 *
 * If a handed-off document (with `ms.openlocfilehash` or `ms.translationtype`) lacks it, the finding is a
 * warning, since the folder determines the locale. Files without front matter, such as includes, do not need
 * it.
 *
 * Fails:
 *
 * ```md
 * ---
 * title: Redémarrer
 * ms.contentlocale: french
 * ---
 *
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * ---
 * title: Redémarrer
 * ms.contentlocale: fr-FR
 * ---
 *
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 */
export const frontMatterLocale = defineRule({
  id: 'front-matter-locale',
  description: 'The locale in the front matter is missing, not a language tag, or different from the folder.',
  severity: 'error',
  tags: ['front-matter'],
  check(document, report, { expectedLocale }) {
    const { entries, place } = document.metadata
    const entry = entries[key]
    if (!entry) {
      const handedOff = entries['ms.openlocfilehash'] ?? entries['ms.translationtype']
      if (handedOff && expectedLocale !== undefined) report(missing(expectedLocale, place))
      return
    }
    const expected = expectedLocale === undefined ? undefined : canonical(expectedLocale)
    const actual = canonical(entry.value)
    if (actual === undefined) report(notATag(entry.value, entry.place, expected))
    else if (expected !== undefined && actual !== expected) report(differs(actual, entry.place, expected))
  },
})

const key = 'ms.contentlocale'

/**
 * The canonical form of a language tag; `undefined` if it is invalid or names no actual language (such as
 * `french`).
 */
const canonical = memoize((value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined
  try {
    const [tag = ''] = Intl.getCanonicalLocales(value.trim())
    const { language } = new Intl.Locale(tag)
    return language.length <= 3 ? tag : undefined
  } catch {
    return undefined
  }
})

function missing(expected: string, place: Finding['place']): Finding {
  return {
    severity: 'warning',
    reason: `Unexpected front matter of a translation without \`${key}\`, expected \`${expected}\` according to the folder or the configuration`,
    ...(place && { place }),
    expected: [expected],
    note: `Add \`${key}: ${expected}\`.`,
  }
}

function notATag(
  value: unknown,
  place: NonNullable<Finding['place']>,
  expected: string | undefined,
): Finding {
  const actual = typeof value === 'string' ? value : JSON.stringify(value)
  return {
    reason: `Unexpected \`${key}\` ${quoteMarkup(actual)}, expected ${expected ? `\`${expected}\`` : 'a language tag such as `fr-FR`'}`,
    place,
    actual,
    ...(expected && { expected: [expected] }),
    note: 'Write a BCP 47 language tag: language, hyphen, region.',
  }
}

function differs(actual: string, place: NonNullable<Finding['place']>, expected: string): Finding {
  return {
    reason: `Unexpected \`${key}\` \`${actual}\`, expected \`${expected}\` according to the folder or the configuration`,
    place,
    actual,
    expected: [expected],
    note: 'Move the document to the folder of its locale, or correct the front matter.',
  }
}
