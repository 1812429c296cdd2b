/**
 * Mends markup that translation broke.
 *
 * Translation breaks marks: `[text] (url)`, `！［alt］（src）`, `** bold **`, `\*\*bold\*\*`, `´code´`, `:: :no-loc`. If a target shows marks that its
 * source does not show, and has fewer links, images, code or emphases, its markup is mended: addresses come from the source, labels and titles
 * from the target; marks that cannot be mended beyond doubt are removed, and their text stays. Segments are read from the mended markup, so every output has
 * it. `markup` stays as written, `written` holds its meaning, and rules about markup look at `asWritten(segment)`, so their findings stay. Marks
 * that the source shows too are text, unless the tool made them: it takes an asterisk of `**x**` or of the line `***` for one of a distant emphasis and
 * writes `_ *x*\*`, `\*\*_` on both sides. `rejoin-emphasis.ts` and `bitext/unit-frame.ts` undo that. Image alts are also translated outside units,
 * with no source to compare: unpaired brackets are escaped in the skeleton's text (`image-brackets.ts`).
 */

import type { InlineContent } from '../segments/inline-content.ts'
import { type InlineMarks, inlineMarks } from './inline-marks.ts'
import { repairCode, stashCode } from './repair-code.ts'
import { repairEmphasis } from './repair-emphasis.ts'
import { repairLinks, resourcesOf, stashLinks } from './repair-links.ts'
import { noLocTexts, repairNoLoc } from './repair-no-loc.ts'
import { Stash } from './stash.ts'

/** One side of a unit as written, and what it says. */
export interface ReadSide {
  readonly markup: string
  readonly inline: InlineContent
}

/** What a text shows where marks of inline Markdown were not read; nearly no text has any of it. */
const SUSPECT = /[*＊`´｀‵［］【】_]|\]\s{0,2}[(（]|[!！]\s{0,2}\[|\[\s?[!！]|[:：]\s?[:：]|no-loc/
const QUOTE = /['‘’]/
const LOOSE_IMAGE = /[!！][ \u00A0\u3000]{1,2}\\?\[/
const ALERT = /^\s*\\?[[［【]\s*\\?[!！]\s*[^[\]［］【】\r\n]{1,40}\\?[\]］】][ \t]*(?:\r?\n[ \t>]*)?/

/** Whether a target shows what may be marks that were not read, for a quick answer: nearly none does. */
export function mayBeBroken(source: string, { markup, inline: { text } }: ReadSide): boolean {
  return (
    SUSPECT.test(text) ||
    (source.includes('`') && QUOTE.test(text)) ||
    (source.includes('![') && LOOSE_IMAGE.test(markup))
  )
}

/**
 * The markup of a target with what translation broke in it mended: the source side tells which images, links, code, emphasis and
 * constructs of Microsoft's it has, so marks that are left unread in the target are those of what it lacks. What cannot be mended
 * without doubt loses its marks and stays text.
 *
 * @returns `undefined` where nothing is broken, as far as the source side tells.
 */
export function repairMarkup(source: ReadSide, target: ReadSide): string | undefined {
  if (!Stash.fits(target.markup)) return undefined
  const [wanted, found] = [inlineMarks(source.inline), inlineMarks(target.inline)]
  const lacks = lacking(wanted, found, target.markup)
  const hasAlert = ALERT.test(target.markup) && !/[[!]/.test(source.markup)
  if (!hasAlert && !Object.values(lacks).some(Boolean)) return undefined
  const stash = new Stash()
  let markup = target.markup
  if (hasAlert) markup = markup.replace(ALERT, '')
  if (lacks.noLoc) markup = repairNoLoc(markup, noLocTexts(source.markup))
  markup = lacks.code ? repairCode(markup, wanted.code, stash) : stashCode(markup, stash)
  markup = lacks.link ? repairLinks(markup, resourcesOf(source.markup), stash) : stashLinks(markup, stash)
  if (lacks.stars) {
    const keepsEscaped = /(?<!\*)\*(?!\*)/.test(wanted.prose)
    markup = repairEmphasis(markup, { mark: '*', keepsEscaped, isEmphasis: true })
  }
  if (lacks.underscores)
    markup = repairEmphasis(markup, {
      mark: '_',
      keepsEscaped: wanted.prose.includes('_'),
      isEmphasis: wanted.em > 0,
    })
  const repaired = stash.restore(markup)
  return repaired === target.markup ? undefined : repaired
}

/** Of which kinds a target has less than its source side, while it shows marks of that kind that the source side does not show. */
function lacking(wanted: InlineMarks, found: InlineMarks, markup: string) {
  const shows = (marks: RegExp) => countOf(marks, found.prose) > countOf(marks, wanted.prose)
  const emphasis = found.strong < wanted.strong || found.em < wanted.em
  return {
    link:
      ((found.link < wanted.link || found.image < wanted.image) &&
        shows(/[\]］】]\s{0,2}\\?[(（]|[!！]\s{0,2}[[［【]/g)) ||
      (found.image < wanted.image && LOOSE_IMAGE.test(markup)),
    code: found.code.length < wanted.code.length && (shows(/[`´｀‵]/g) || quotes(wanted.code, found.prose)),
    noLoc: found.noLoc < wanted.noLoc && shows(/no\s?[-‐–—_]?\s?loc|[:：](?:\s?[:：]){2}/gi),
    stars: (emphasis || wanted.strong > 0) && shows(found.strong < wanted.strong ? /[*＊]/g : /[*＊]{2}/g),
    underscores: emphasis && shows(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g),
  }
}

/** Whether code of the source side stands in quotation marks in a text. */
function quotes(codes: readonly string[], text: string): boolean {
  return codes.some((code) => ["'", '‘', '’'].some((mark) => text.includes(mark + code)))
}

function countOf(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].length
}
