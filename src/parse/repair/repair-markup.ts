/**
 * Repairs markup that translation broke.
 *
 * Translation breaks marks: `[text] (url)`, `！［alt］（src）`, `** bold **`, `\*\*bold\*\*`, `´code´`,
 * `:: :no-loc`. If a target shows marks that its source does not show, and has fewer links, images, code or
 * emphases, its markup is repaired: addresses come from the source, labels and titles from the target. Marks
 * whose repair is doubtful are removed, and their text stays.
 *
 * Segments are read from the repaired markup, so every output has it. `markup` stays as written, `written`
 * holds its content, and rules about markup look at `asWritten(segment)`, so their findings stay.
 *
 * Marks that the source shows too are text, unless the tool made them: it takes an asterisk of `**x**` or of
 * the line `***` for one of a distant emphasis and writes `_ *x*\*` and `\*\*_` on both sides.
 * `rejoin-emphasis.ts` and `bitext/unit-frame.ts` undo that.
 *
 * Image alts are also translated outside units, with no source to compare: unpaired brackets are escaped in the
 * skeleton's text (`image-brackets.ts`).
 */

import type { InlineContent } from '../segments/inline-content.ts'
import { type InlineMarks, inlineMarks } from './inline-marks.ts'
import { repairCode, stashCode } from './repair-code.ts'
import { repairEmphasis } from './repair-emphasis.ts'
import { repairLinks, resourcesOf, stashLinks } from './repair-links.ts'
import { noLocTexts, repairNoLoc } from './repair-no-loc.ts'
import { Stash } from './stash.ts'

/** One side of a unit: markup as written, and its content. */
export interface ReadSide {
  readonly markup: string
  readonly inline: InlineContent
}

/** Traces of inline Markdown that was not recognized; very few texts have any. */
const SUSPECT = /[*＊`´｀‵［］【】_]|\]\s{0,2}[(（]|[!！]\s{0,2}\[|\[\s?[!！]|[:：]\s?[:：]|no-loc/
const QUOTE = /['‘’]/
const LOOSE_IMAGE = /[!！][ \u00A0\u3000]{1,2}\\?\[/
const ALERT = /^\s*\\?[[［【]\s*\\?[!！]\s*[^[\]［］【】\r\n]{1,40}\\?[\]］】][ \t]*(?:\r?\n[ \t>]*)?/

/** Quick check: whether a target may show unrecognized marks; very few do. */
export function mayBeBroken(source: string, { markup, inline: { text } }: ReadSide): boolean {
  return (
    SUSPECT.test(text) ||
    (source.includes('`') && QUOTE.test(text)) ||
    (source.includes('![') && LOOSE_IMAGE.test(markup))
  )
}

/**
 * Repairs the markup of a target. The source side has the images, links, code, emphasis and Microsoft constructs
 * that the target should have, so unrecognized marks in the target belong to the ones it lacks.
 *
 * @returns `undefined` if nothing is broken, compared with the source side.
 */
export function repairMarkup(source: ReadSide, target: ReadSide): string | undefined {
  if (!Stash.fits(target.markup)) return undefined
  const [expected, found] = [inlineMarks(source.inline), inlineMarks(target.inline)]
  const lacks = lacking(expected, found, target.markup)
  const hasAlert = ALERT.test(target.markup) && !/[[!]/.test(source.markup)
  if (!hasAlert && !Object.values(lacks).some(Boolean)) return undefined
  const stash = new Stash()
  let markup = target.markup
  if (hasAlert) markup = markup.replace(ALERT, '')
  if (lacks.noLoc) markup = repairNoLoc(markup, noLocTexts(source.markup))
  markup = lacks.code ? repairCode(markup, expected.code, stash) : stashCode(markup, stash)
  markup = lacks.link ? repairLinks(markup, resourcesOf(source.markup), stash) : stashLinks(markup, stash)
  if (lacks.stars) {
    const keepsEscaped = /(?<!\*)\*(?!\*)/.test(expected.prose)
    markup = repairEmphasis(markup, { mark: '*', keepsEscaped, isEmphasis: true })
  }
  if (lacks.underscores)
    markup = repairEmphasis(markup, {
      mark: '_',
      keepsEscaped: expected.prose.includes('_'),
      isEmphasis: expected.em > 0,
    })
  const repaired = stash.restore(markup)
  return repaired === target.markup ? undefined : repaired
}

/**
 * Decides which kinds of markup need repair: those of which the target has less than its source, while it shows
 * more of their marks.
 */
function lacking(expected: InlineMarks, found: InlineMarks, markup: string) {
  const shows = (marks: RegExp) => countOf(marks, found.prose) > countOf(marks, expected.prose)
  const emphasis = found.strong < expected.strong || found.em < expected.em
  return {
    link:
      ((found.link < expected.link || found.image < expected.image) &&
        shows(/[\]］】]\s{0,2}\\?[(（]|[!！]\s{0,2}[[［【]/g)) ||
      (found.image < expected.image && LOOSE_IMAGE.test(markup)),
    code:
      found.code.length < expected.code.length && (shows(/[`´｀‵]/g) || quotes(expected.code, found.prose)),
    noLoc: found.noLoc < expected.noLoc && shows(/no\s?[-‐–—_]?\s?loc|[:：](?:\s?[:：]){2}/gi),
    stars:
      (emphasis || expected.strong > 0) && shows(found.strong < expected.strong ? /[*＊]/g : /[*＊]{2}/g),
    underscores: emphasis && shows(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g),
  }
}

/** Whether a text has code of the source side in quotation marks. */
function quotes(codes: readonly string[], text: string): boolean {
  return codes.some((code) => ["'", '‘', '’'].some((mark) => text.includes(mark + code)))
}

function countOf(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].length
}
