import { tokenizeSxs } from '../../bitext/tokenize-sxs.ts'
import type { StrayDelimiter } from '../../model/document.ts'
import type { TranslationUnit, UnitDefect } from '../../model/unit.ts'
import { unitsOf } from '../../model/units-of.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { quote, quoteMarkup } from '../engine/quote.ts'

/**
 * A tool writes the delimiters that pair a translation with its source text, always in the same form. If they
 * have a different form (such as a quotation mark escaped as `&quot;`), are truncated or left over, other
 * tools do not find the units, and pages show markup as text.
 *
 * Damaged units usually occur in runs: each run has one finding.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101&quot;>Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 */
export const sxsMarkupDamaged = defineRule({
  id: 'sxs-markup-damaged',
  description: 'Delimiters of a unit are damaged, truncated or left over.',
  severity: 'error',
  tags: ['unit', 'markup'],
  check(document, report) {
    let run: TranslationUnit[] = []
    const endRun = () => {
      if (run.length > 0) report(damaged(run))
      run = []
    }
    for (const unit of unitsOf(document)) {
      if (isDamaged(unit)) run.push(unit)
      else endRun()
      if (unit.defects.includes('truncated')) report(truncated(unit))
    }
    endRun()
    const escaped = document.strays.filter((stray) => stray.reason === 'damaged')
    if (escaped.length > 0) report(escapedTags(escaped))
    for (const stray of document.strays) if (stray.reason !== 'damaged') report(leftOver(stray))
  },
})

/**
 * Whether delimiters are damaged, unless the translation is missing with them, which `unit-target-missing`
 * reports.
 */
function isDamaged(unit: TranslationUnit): boolean {
  return unit.defects.includes('damaged') && !unit.defects.includes('target-missing')
}

/** The tags of a sound unit. */
function tagsOf(id: string): { readonly target: string; readonly source: string } {
  return {
    target: `<span data-ttu-id="${id}">`,
    source: `</span><span class="sxs-lookup"><span data-stu-id="${id}">`,
  }
}

/** A whole sound unit, for people who do not know the markup. */
function sampleOf(id: string): string {
  const { target, source } = tagsOf(id)
  return `\`${target}…translation…${source}…source text…</span></span>\``
}

function damaged(run: readonly TranslationUnit[]): Finding {
  const [first, last] = [run[0]!, run.at(-1)!]
  const more = run.length > 1 ? ` and of the ${run.length - 1} after it, up to \`${last.id}\`` : ''
  const tag = tokenizeSxs(first.written ?? '').find((token) => token.damaged && token.type !== 'close')
  const related = last !== first && { related: { reason: 'The last one', place: last.place } }
  const many = run.length > 1 ? ' As there are several, restore the file from the hand-off if you can.' : ''
  if (!tag)
    return {
      reason: `Unexpected spelling of the tags of unit \`${first.id}\`${more}, expected ${sampleOf(first.id)}`,
      place: first.place,
      note: `Write the tags around its two texts as shown.${many}`,
      ...related,
    }
  const actual = (first.written ?? '').slice(tag.start, tag.end)
  const right = tagsOf(first.id)[tag.type === 'target' ? 'target' : 'source']
  const where = tag.type === 'target' ? 'before the translation' : 'between the two texts'
  return {
    reason: `Unexpected ${quoteMarkup(actual)} ${where} of unit \`${first.id}\`${more}, expected ${quoteMarkup(right)}`,
    place: [first.place[0] + tag.start, first.place[0] + tag.end],
    unit: first.key,
    actual,
    expected: [right],
    note: `These tags pair a translation with its source text; a sound pair is ${sampleOf(first.id)}.${many}`,
    ...related,
  }
}

function truncated(unit: TranslationUnit): Finding {
  const text = (unit.source ?? unit.target)?.text ?? ''
  return {
    reason: `Unexpected end of unit \`${unit.id}\` ${quote(text)}, expected \`</span></span>\` after its source text`,
    place: unit.place,
    note: `Put \`</span></span>\` where the source text ends, as in ${sampleOf(unit.id)}. Lockstep guessed that end, so check the text after it too.`,
  }
}

function escapedTags(strays: readonly StrayDelimiter[]): Finding {
  const [first, last] = [strays[0]!, strays.at(-1)!]
  const more = strays.length > 1 ? ` and in ${strays.length - 1} more tags after it` : ''
  return {
    reason: `Unexpected \`&quot;\` in ${quoteMarkup(first.markup)}${more}, expected \`"\``,
    place: first.place,
    actual: first.markup,
    expected: [first.markup.replaceAll('&quot;', '"')],
    note: 'Write the quotation marks of tags as `"`; if there are many, restore the file from the hand-off.',
    ...(last !== first && { related: { reason: 'The last one', place: last.place } }),
  }
}

function leftOver(stray: StrayDelimiter): Finding {
  const id = tokenizeSxs(stray.markup)[0]?.id ?? ''
  const [expected, note] = missingHalf(stray.reason, id)
  return {
    reason: `Unexpected ${quoteMarkup(stray.markup)} that belongs to no unit, expected ${expected}`,
    place: stray.place,
    actual: stray.markup,
    note: `${note} If the text was removed on purpose, delete this tag too.`,
  }
}

/** What is missing beside a left-over tag, and what to do. */
function missingHalf(reason: UnitDefect, id: string): readonly [expected: string, note: string] {
  if (reason === 'target-missing')
    return [
      'a translation before it',
      `Put \`<span data-ttu-id="${id}">\` and the translation before it, as in ${sampleOf(id)}.`,
    ]
  if (reason === 'source-missing')
    return ['a source text after it', `Restore the source text and its tags, as in ${sampleOf(id)}.`]
  if (reason === 'truncated')
    return [
      'its closing tag',
      `Put \`</span></span>\` after the source text${id === '' ? '' : `, as in ${sampleOf(id)}`}.`,
    ]
  return ['tags in pairs', 'Restore the other tags of the unit from the hand-off.']
}
