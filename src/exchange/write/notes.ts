import type { ExchangeNote, ExchangeUnit } from '../exchange-file.ts'

/** What a translator must read first: 1 is most urgent, 10 least (XLIFF 1.2, `priority`; XLIFF 2.1, section 4.3.1.29). */
const PRIORITIES: Readonly<Record<ExchangeNote['category'], number>> = {
  locked: 1,
  finding: 1,
  translation: 2,
  alert: 3,
  step: 3,
  heading: 4,
  table: 4,
  list: 4,
}

/** Priority of a note, from 1. */
export function priorityOf({ category }: ExchangeNote): number {
  return PRIORITIES[category]
}

/** Which text a note is about, if only one. */
export function sideOf({ category }: ExchangeNote): 'source' | 'target' | undefined {
  if (category === 'finding' || category === 'translation') return 'target'
  return category === 'locked' ? undefined : 'source'
}

/** The notes of a unit, with the reason why it is locked. */
export function notesOf({ notes, locked }: ExchangeUnit): readonly ExchangeNote[] {
  if (locked === undefined || notes.some(({ category }) => category === 'locked')) return notes
  return [{ category: 'locked', text: locked }, ...notes]
}
