import type { OtherTranslation } from '../../model/multilingual.ts'
import { comparableUrl, type Locales } from '../comparable-url.ts'
import { defineRule } from '../engine/define-rule.ts'
import { enumerate, quoteMarkup } from '../engine/quote.ts'
import { brokenMark } from '../literals/broken-mark.ts'
import { type InlineKind, inlineCodes } from '../literals/inline-codes.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { differenceReason } from '../text/difference-reason.ts'

/**
 * Links, images, anchors and line breaks are not translated: both sides of a unit have the same ones, in any
 * order. A missing one was lost in translation; a different one often means that machine translation has
 * translated a URL or a path. `code-equal` compares code.
 *
 * If the document is read in several locales and most of the others differ too, the finding is a hint: the
 * source text may be wrong.
 *
 * URLs that differ only in the locale (`/en-us/`, `/fr-fr/`) are equal, and so are e-mail addresses in the
 * text with the same domain.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Voir l’aide.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">See [the help](help.md).</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Exécutez `Get-User`, puis lisez [l’aide](https://contoso.com/fr-fr/help).</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Read [the help](https://contoso.com/en-us/help) and run `Get-User`.</span></span>
 * ```
 */
export const inlineEqual = defineRule({
  id: 'inline-equal',
  description: 'Links, images, anchors or line breaks differ between the sides of a unit.',
  severity: 'warning',
  tags: ['unit', 'markup'],
  checksPairs: true,
  check(document, report, { otherTranslations }) {
    for (const { unit, source, target } of soundPairs(document)) {
      if (!source.content && !target.content) continue
      const [expected, actual] = [inlineCodes(source), inlineCodes(target)]
      for (const kind of kinds) {
        const missing = without(expected[kind], actual[kind], kind, document)
        const extra = without(actual[kind], expected[kind], kind, document)
        if (missing.length === 0 && extra.length === 0) continue
        const fewer = actual[kind].length < expected[kind].length
        const alike = alikeIn(otherTranslations?.(unit.key) ?? [], expected[kind], kind, document)
        const broken = fewer ? brokenMark(target, source, kind) : undefined
        report({
          ...(alike.length > 0 && { severity: 'info' as const }),
          reason: reasonOf(kind, missing, extra, unit.id),
          place: broken?.place ?? target.place,
          actual: actual[kind].join('\n'),
          expected: [expected[kind].join('\n')],
          note: [
            broken ? `Markdown shows ${quoteMarkup(broken.actual)} as text: ${repairs[kind]}` : notes[kind],
            ...(alike.length > 0
              ? [`It differs in ${enumerate(alike)} too: the source text may be wrong.`]
              : []),
          ].join(' '),
        })
      }
    }
  },
})

/** Kinds that must be equal. Emphasis can differ between languages, and code has its own rule. */
type ComparedKind = Exclude<InlineKind, 'code' | 'emphasis'>

const kinds: readonly ComparedKind[] = ['link', 'image', 'anchor', 'address', 'break']

const notes: Readonly<Record<ComparedKind, string>> = {
  link: 'Use the links of the source text; translate only their text and the locale in a URL. A space inside a bare URL breaks it.',
  image: 'Use the images of the source text.',
  anchor: 'Copy the anchor from the source text: other pages link to it.',
  address: 'Copy the address: a space inside it, or text joined to it, breaks it.',
  break: 'Use as many line breaks (`<br>`) as the source text.',
}

/** Usual causes of a link or an image that Markdown shows as text. */
const repairs: Readonly<Partial<Record<ComparedKind, string>>> = {
  link: 'look for a space in the URL or between `]` and `(`, and for a quotation mark (`"`) in the title.',
  image: 'look for a space in the URL or after `!`, and for a quotation mark (`"`) in the title.',
}

/** The other locales that differ from the source text too, if they are the majority; else none. */
function alikeIn(
  otherTranslations: readonly OtherTranslation[],
  expected: readonly string[],
  kind: ComparedKind,
  { sourceLocale }: Locales,
): readonly string[] {
  const alike = otherTranslations.filter(({ locale, target }) => {
    const actual = inlineCodes(target)[kind]
    const locales = { sourceLocale, targetLocale: locale }
    return (
      without(expected, actual, kind, locales).length > 0 ||
      without(actual, expected, kind, locales).length > 0
    )
  })
  return alike.length * 2 > otherTranslations.length ? alike.map(({ locale }) => `\`${locale}\``) : []
}

/** The values of `these` without counterpart in `those`; repeated values are listed once per surplus occurrence. */
function without(
  these: readonly string[],
  those: readonly string[],
  kind: ComparedKind,
  locales: Locales,
): readonly string[] {
  if (these.length === those.length && these.every((value, at) => value === those[at])) return []
  const keyOf = (value: string) => comparable(value, kind, locales)
  const left = new Map<string, number>()
  for (const value of those) left.set(keyOf(value), (left.get(keyOf(value)) ?? 0) + 1)
  return these.filter((value) => {
    const count = left.get(keyOf(value)) ?? 0
    left.set(keyOf(value), count - 1)
    return count <= 0
  })
}

/**
 * The part of a value that must be equal: for e-mail addresses the domain, since translators change example
 * users.
 */
function comparable(value: string, kind: ComparedKind, locales: Locales): string {
  if (kind === 'link' || kind === 'image') return comparableUrl(value, locales)
  return kind === 'address' ? value.toLowerCase().replace(/^.*@/, '@') : value.trim()
}

function reasonOf(
  kind: ComparedKind,
  missing: readonly string[],
  extra: readonly string[],
  id: string,
): string {
  const name = (values: readonly string[]) => (values.length === 0 ? '' : nameAll(kind, values))
  return differenceReason(id, name(extra), name(missing))
}

function nameAll(kind: ComparedKind, values: readonly string[]): string {
  if (kind === 'break') return values.length === 1 ? 'one line break' : `${values.length} line breaks`
  const one = { link: 'link', image: 'image', anchor: 'anchor', address: 'address' }[kind]
  const name = values.length === 1 ? one : kind === 'address' ? 'addresses' : `${one}s`
  return `${name} ${enumerate(values.map((value) => quoteMarkup(value)))}`
}
