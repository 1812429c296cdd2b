/** What a sentence names of a table: one of its columns, or the table before or after the sentence. */
export type TableReference =
  | { readonly type: 'column'; readonly at: number | 'middle' | 'last' }
  | { readonly type: 'before' | 'after' }

const COLUMN =
  /\b(first|second|third|fourth|fifth|sixth|last|middle|center|left|right)(?:[- ]?(?:hand|most))? column\b/i
const AFTER = /\b(?:the (?:following|next) table|the table (?:below|that follows))\b/i
const BEFORE = /\b(?:the (?:preceding|previous|above) table|the table above)\b/i

const PLACES: Readonly<Record<string, number | 'middle' | 'last'>> = {
  first: 0,
  left: 0,
  second: 1,
  third: 2,
  fourth: 3,
  fifth: 4,
  sixth: 5,
  middle: 'middle',
  center: 'middle',
  right: 'last',
  last: 'last',
}

/** Reads what an English sentence names of a table; a column before the table. `null` if it names neither. */
export function readTableReference(sentence: string): TableReference | null {
  const place = COLUMN.exec(sentence)?.[1]
  if (place) return { type: 'column', at: PLACES[place.toLowerCase()]! }
  if (AFTER.test(sentence)) return { type: 'after' }
  return BEFORE.test(sentence) ? { type: 'before' } : null
}
