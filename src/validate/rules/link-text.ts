import type { OtherTranslation } from '../../model/multilingual.ts'
import type { Segment } from '../../model/unit.ts'
import type { Locales } from '../comparable-url.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { quote, quoteMarkup } from '../engine/quote.ts'
import { evidenceOfOthers, withEvidence } from '../evidence-of-others.ts'
import { type AddressLink, addressLinks } from '../literals/address-links.ts'
import { type Pair, soundPairs } from '../literals/sound-pairs.ts'
import { markupSpans } from '../text/markup-spans.ts'
import { placeIn } from '../text/prose-markup.ts'

/**
 * A link whose text is an address leads to that address. On paper, readers type what they see: a URL with a translated word, another
 * recipient of a mail, or a file name with a space inside lead nowhere, although the link itself is right.
 *
 * The rule looks at links whose text is a URL, an e-mail address, a host name or a file name, if all such links of the source text agree
 * with their target. The scheme, `www.`, the locale, letter case, a final slash, and percent-encoding do not count, and a text can be the
 * begin or the last part of the target (`contoso.com`, `setup.exe`). A text that is no address can be anything. `inline-equal` compares the
 * targets of links, and `literal-token` addresses that are no links.
 *
 * If the document is read in several locales and most of them differ too, the finding is a hint. The repair copies the text of the source
 * text’s link with the same target.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Écrivez à [soutien@contoso.com](mailto:support@contoso.com).</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Write to [support@contoso.com](mailto:support@contoso.com).</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Écrivez à [support@contoso.com](mailto:support@contoso.com).</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Write to [support@contoso.com](mailto:support@contoso.com).</span></span>
 * ```
 */
export const linkText = defineRule({
  id: 'link-text',
  description: 'The text of a link is another address than the one to which it leads.',
  severity: 'warning',
  tags: ['unit', 'content', 'link'],
  checksPairs: true,
  check(document, report, { otherTranslations }) {
    const { sourceLocale } = document
    for (const pair of soundPairs(document)) {
      const { unit, source, target } = pair
      if (!source.content || !target.content || !MAY_HAVE_LINK.test(target.markup)) continue
      const wrong = wrongLinks(source, target, document)
      if (wrong.length === 0) continue
      const differsToo = ({ locale, target: other }: OtherTranslation) =>
        wrongLinks(source, other, { sourceLocale, targetLocale: locale }).length > 0
      const evidence = evidenceOfOthers(otherTranslations?.(unit.key) ?? [], differsToo)
      for (const link of wrong) {
        const { place, fix } = placeOf(pair, link, document)
        report({
          reason: `Unexpected address ${quote(link.text)} as the text of a link to ${quoteMarkup(link.url)} in the translation of unit \`${unit.id}\`, expected the address to which it leads`,
          place,
          unit: unit.key,
          actual: link.text,
          expected: [link.url],
          ...withEvidence(evidence, {
            note: 'Copy the text of the link from the source text, or correct its target.',
          }),
          ...(fix && { fix }),
        })
      }
    }
  },
})

/** A cheap test; bare addresses become links, too. */
const MAY_HAVE_LINK = /\]\(|<a\s|<\w+:|:\/\/|@|www\./i

/** The links of a translation whose text is another address than their target, if those of the source text agree. */
function wrongLinks(source: Segment, target: Segment, locales: Locales): readonly AddressLink[] {
  const wrong = addressLinks(target, locales).filter((link) => !link.agrees)
  if (wrong.length === 0) return wrong
  const expected = addressLinks(source, locales)
  if (expected.length > 0 && expected.every((link) => link.agrees)) return wrong
  return wrong.filter(({ url }) => expected.some((link) => link.url === url && link.agrees))
}

/** The place of the link’s text, and the repair, if the source text has a single link with the same target. */
function placeOf(
  { unit, source, target }: Pair,
  { text, url }: AddressLink,
  locales: Locales,
): Pick<Finding, 'fix'> & { readonly place: Segment['place'] } {
  const spans = (markupSpans(target, unit.syntax) ?? []).filter(
    ({ kind, innerStart, innerEnd }) =>
      kind === 'link' && target.markup.slice(innerStart, innerEnd).includes(text),
  )
  const [span] = spans
  if (!span || spans.length > 1) return { place: target.place }
  const at = target.markup.indexOf(text, span.innerStart)
  const place = placeIn(target, at, at + text.length)
  const right = new Set(addressLinks(source, locales).flatMap((link) => (link.url === url ? link.text : [])))
  const [only] = right
  return { place, ...(only !== undefined && right.size === 1 && { fix: { place, text: only } }) }
}
