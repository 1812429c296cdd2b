import type { OtherTranslation } from '../../model/multilingual.ts'
import type { Segment } from '../../model/unit.ts'
import { decodeUrlPart } from '../../util/text/decode-url-part.ts'
import { readableUrl } from '../../util/text/readable-url.ts'
import { comparableUrl, type Locales } from '../comparable-url.ts'
import { defineRule } from '../engine/define-rule.ts'
import { enumerate, quoteMarkup } from '../engine/quote.ts'
import { brokenMark } from '../literals/broken-mark.ts'
import { type InlineCodes, type InlineKind, inlineCodes } from '../literals/inline-codes.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { isBlank } from '../text/blank.ts'
import { differenceReason } from '../text/difference-reason.ts'

/**
 * Links, also those to a uid (`xref:`), images, anchors and line breaks are not translated: both sides of a unit have the same ones, in any
 * order. A missing one was lost in translation; a different one often means that machine translation has
 * translated a URL or a path. `code-equal` compares code.
 *
 * If the document is read in several locales and most of the others differ too, the finding is a hint: the
 * source text may be wrong.
 *
 * URLs that differ only in the locale (`/en-us/`, `/fr-fr/`) are equal, and so are e-mail addresses in the
 * text with the same domain. A mail address can be in the text on one side and behind a text on the other.
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
      const differences = compare(source, target, document)
      const [first] = differences
      // `unit-empty` reports a blank side.
      if (!first || isBlank(target) !== isBlank(source)) continue
      const alike = alikeIn(otherTranslations?.(unit.key) ?? [], source, document)
      const broken = differences
        .filter(({ missing, extra }) => missing.length > extra.length)
        .flatMap(({ kind }) => {
          const mark = brokenMark(target, source, kind)
          return mark ? [{ ...mark, repair: repairs[kind] }] : []
        })[0]
      const shown = (segment: Segment, values: 'missing' | 'extra') =>
        differences.map((each) => nameAll(each.kind, each[values], segment)).filter((name) => name !== '')
      report({
        ...(alike.length > 0 && { severity: 'info' as const }),
        reason: differenceReason(
          unit.id,
          shown(target, 'extra').join(' and '),
          shown(source, 'missing').join(' and '),
        ),
        place: broken?.place ?? target.place,
        actual: valuesOf(target, differences),
        expected: [valuesOf(source, differences)],
        note: [
          broken
            ? `Markdown shows ${quoteMarkup(broken.actual)} as text: ${broken.repair}`
            : notes[first.kind],
          ...(alike.length > 0
            ? [`It differs in ${enumerate(alike)} too: the source text may be wrong.`]
            : []),
        ].join(' '),
      })
    }
  },
})

/** What one side has and the other lacks. */
interface Difference {
  readonly kind: ComparedKind
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

/** Compares the markup of two sides by kind; kinds of which something is missing come first. */
function compare(source: Segment, target: Segment, locales: Locales): readonly Difference[] {
  const [expected, actual] = [inlineCodes(source), inlineCodes(target)]
  return kinds
    .map((kind) => ({
      kind,
      missing: without(wanted(expected, kind), wanted(actual, kind), kind, locales).filter(
        (value) => !isMailOf(value, kind, actual),
      ),
      extra: without(wanted(actual, kind), wanted(expected, kind), kind, locales).filter(
        (value) => !isMailOf(value, kind, expected) && !isApartIn(source, value, kind),
      ),
    }))
    .filter(({ kind, extra }) => kind !== 'break' || !isLineEnd(source, extra))
    .filter(({ missing, extra }) => missing.length > 0 || extra.length > 0)
    .sort((a, b) => Number(b.missing.length > 0) - Number(a.missing.length > 0))
}

/** The values to compare: a language can repeat an address where another says “it”, and “non-@contoso.com” is none. */
function wanted(codes: InlineCodes, kind: ComparedKind): readonly string[] {
  if (kind !== 'address') return codes[kind]
  return [...new Set(codes.address)].filter((address) => /[\p{L}\p{N}_]@/u.test(address))
}

/** Whether the other side has the same mail address, which one side can show as such and the other behind a text. */
function isMailOf(value: string, kind: ComparedKind, { link, address }: InlineCodes): boolean {
  const mail = kind === 'address' ? value : /^mailto:([^?]+)/i.exec(value)?.[1]
  if (mail === undefined || (kind !== 'address' && kind !== 'link')) return false
  const same = (other: string) => other.toLowerCase() === mail.toLowerCase()
  return kind === 'link' ? address.some(same) : link.some((url) => same(url.replace(/^mailto:|\?.*$/gis, '')))
}

/** Whether the source text has a URL as text, with a space in it (`https:// server/`). */
function isApartIn({ text }: Segment, value: string, kind: ComparedKind): boolean {
  if (kind !== 'link' || !/^https?:/i.test(value) || text.includes(value)) return false
  return text.replace(/\s+/g, '').includes(value)
}

/** Whether line breaks stand where the lines of the source text end; a translation adds the spaces that make them breaks. */
function isLineEnd({ markup }: Segment, extra: readonly string[]): boolean {
  return extra.length > 0 && (markup.match(/\n/g)?.length ?? 0) >= extra.length
}

/** The values of the kinds that differ, one to a line. */
function valuesOf(segment: Segment, differences: readonly Difference[]): string {
  const codes = inlineCodes(segment)
  return differences.flatMap(({ kind }) => codes[kind].map((value) => asShown(value, segment))).join('\n')
}

/** A value as its segment has it; parsers encode characters of URLs. */
function asShown(value: string, { markup }: Segment): string {
  return [value, decodeUrlPart(value)].find((each) => markup.includes(each)) ?? readableUrl(value)
}

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
  source: Segment,
  { sourceLocale }: Locales,
): readonly string[] {
  const alike = otherTranslations.filter(
    ({ locale, target }) => compare(source, target, { sourceLocale, targetLocale: locale }).length > 0,
  )
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
 * The part of a value that must be equal: for e-mail addresses the domain, since translators change example users and put full stops
 * into the text of a link.
 */
function comparable(value: string, kind: ComparedKind, locales: Locales): string {
  if (kind === 'link' || kind === 'image') return comparableUrl(value, locales)
  return kind === 'address' ? value.toLowerCase().replace(/^.*@|\p{P}+$/gu, '') : value.trim()
}

function nameAll(kind: ComparedKind, values: readonly string[], segment: Segment): string {
  if (values.length === 0) return ''
  if (kind === 'break') return values.length === 1 ? 'one line break' : `${values.length} line breaks`
  const one = { link: 'link', image: 'image', anchor: 'anchor', address: 'address' }[kind]
  const name = values.length === 1 ? one : kind === 'address' ? 'addresses' : `${one}s`
  return `${name} ${enumerate(values.map((value) => quoteMarkup(asShown(value, segment))))}`
}
