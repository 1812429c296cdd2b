import { stateOf } from '../../review/decisions/state-of.ts'
import type { Review } from '../../review/types/review.ts'
import { clean } from '../text/words.ts'
import type { ReviewReport } from './options.ts'

const COLUMNS = [
  'risk',
  'headline',
  'path',
  'line',
  'locale',
  'new ids',
  'old ids',
  'source',
  'target',
  'structure',
  'moved',
  'join',
  'words',
  'old source',
  'new source',
  'old target',
  'new target',
  'new findings',
  'state',
  'reviewers',
  'comments',
  'suggestions',
] as const

/** Spreadsheets read UTF-8 by it. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Writes the units to review as CSV (RFC 4180), in the order of the list, a row for each unit. */
export function* reviewCsv({ documents, items }: Review): ReviewReport {
  yield `${BYTE_ORDER_MARK}${rowOf(COLUMNS)}`
  for (const { risk, members } of items) {
    for (const [document, index] of members) {
      const { path, locale, units } = documents[document]!
      const unit = units[index]!
      const { texts, findings, decisions = [] } = unit
      const all = (values: readonly (string | undefined)[]) => values.filter(Boolean).join(' | ')
      yield rowOf([
        risk,
        unit.headline,
        path,
        String(unit.line ?? ''),
        locale,
        unit.newIds.join(' '),
        unit.oldIds.join(' '),
        unit.source,
        unit.target,
        unit.structure,
        String(unit.moved),
        unit.join.method,
        String(unit.words),
        texts?.oldSource ?? '',
        texts?.newSource ?? '',
        texts?.oldTarget ?? '',
        texts?.newTarget ?? '',
        (findings?.added ?? []).map(({ rule }) => rule).join(' '),
        stateOf(decisions),
        all(decisions.map(({ reviewer }) => reviewer)),
        all(decisions.map(({ comment }) => comment)),
        all(decisions.map(({ suggestion }) => suggestion)),
      ])
    }
  }
}

function rowOf(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

/** A cell; an apostrophe keeps spreadsheets from reading a document's text as a formula. */
function cellOf(text: string): string {
  const bare = clean(text.replace(/\s*[\r\n]+\s*/g, ' '))
  const safe = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(bare) ? `'${bare}` : bare
  return /[",]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
