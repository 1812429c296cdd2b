import type { BilingualDocument } from '../../model/document.ts'
import type { PlacedSuppression } from '../../model/findings/suppression.ts'
import { foldSpace } from '../../util/fold-space.ts'
import { matchGlobs } from '../../util/match-globs.ts'
import { rules as allRules } from '../rules/index.ts'
import type { Rule } from './define-rule.ts'
import type { Identified } from './fingerprint.ts'
import { assertRuleId } from './rule-settings.ts'

/** Suppressions at work: what they are asked is remembered. */
export interface Suppressions {
  /** Takes note of a document (by its path relative to the configuration's folder, with `/`), before it is checked. */
  see(path: string, document: Pick<BilingualDocument, 'units'>): void
  /** Whether a finding in a document is suppressed. */
  covers(path: string, finding: Identified): boolean
  /** Number of suppressions. */
  readonly size: number
  /** Number of findings that were suppressed. */
  readonly count: number
  /** Gives what was noted since it was asked for the last time, and forgets it. */
  take(): SuppressionTally
  /** Takes note of what another run, or another thread, has noted. */
  add(tally: SuppressionTally): void
  /**
   * The suppressions that were not needed, of those that could have been: in a run over some documents only, a suppression is not
   * unused where its source text did not come up.
   */
  unused(isPartial: boolean): readonly PlacedSuppression[]
}

/** What came of suppressions, as plain data. */
export interface SuppressionTally {
  /** Number of findings that were suppressed. */
  readonly count: number
  /** Indexes of the suppressions that were needed. */
  readonly used: readonly number[]
  /** Indexes of those that are for a document that was read. */
  readonly reached: readonly number[]
  /** Indexes of those whose source text came up in one. */
  readonly seen: readonly number[]
}

/** A suppression and what came of it. */
interface Entry {
  readonly suppression: PlacedSuppression
  readonly isFor: (path: string) => boolean
  /** What it names, white space folded. */
  readonly wanted: string
  used: boolean
  /** Whether a document was read that it is for. */
  reached: boolean
  /** Whether its source text came up in one of these. */
  seen: boolean
}

/**
 * Puts suppressions to work.
 *
 * @throws {UserError} where one names an unknown rule.
 */
export function createSuppressions(
  list: readonly PlacedSuppression[],
  rules: readonly Rule[] = allRules,
): Suppressions {
  const known = rules.map(({ id }) => id)
  const entries = list.map((suppression): Entry => {
    assertRuleId(suppression.rule, known, 'suppressions')
    return {
      suppression,
      isFor: suppression.files ? matchGlobs(suppression.files) : () => true,
      wanted: foldSpace(suppression.source),
      used: false,
      reached: false,
      seen: false,
    }
  })
  const byRule = groupBy(entries, ({ suppression }) => suppression.rule)
  const byText = groupBy(entries, ({ wanted }) => wanted)
  let count = 0
  return {
    see(path, { units }) {
      const here = entries.filter(({ isFor }) => isFor(path))
      if (here.length === 0) return
      for (const entry of here) entry.reached = true
      for (const { source } of Object.values(units)) {
        if (!source) continue
        const found = byText.get(source.text) ?? byText.get(source.markup) ?? []
        for (const entry of found) entry.seen ||= here.includes(entry)
      }
    },
    covers(path, finding) {
      const covering = (byRule.get(finding.rule) ?? []).filter(
        (entry) => isAbout(entry.wanted, finding) && entry.isFor(path),
      )
      for (const entry of covering) entry.used = true
      if (covering.length > 0) count += 1
      return covering.length > 0
    },
    size: entries.length,
    get count() {
      return count
    },
    take() {
      const tally: SuppressionTally = {
        count,
        used: indexesOf(entries, 'used'),
        reached: indexesOf(entries, 'reached'),
        seen: indexesOf(entries, 'seen'),
      }
      count = 0
      for (const entry of entries) entry.used = entry.reached = entry.seen = false
      return tally
    },
    add(tally) {
      count += tally.count
      for (const mark of MARKS) for (const at of tally[mark]) entries[at]![mark] = true
    },
    unused: (isPartial) =>
      entries
        .filter(({ used, reached, seen }) => !used && reached && (seen || !isPartial))
        .map(({ suppression }) => suppression),
  }
}

const MARKS = ['used', 'reached', 'seen'] as const

function indexesOf(entries: readonly Entry[], mark: (typeof MARKS)[number]): number[] {
  return entries.flatMap((entry, at) => (entry[mark] ? [at] : []))
}

function isAbout(wanted: string, { fingerprint, sourceHash, subject }: Identified): boolean {
  if (wanted === fingerprint || wanted === sourceHash) return true
  const { source = null, sourceText = null } = subject ?? {}
  return (
    (sourceText !== null && foldSpace(sourceText) === wanted) ||
    (source !== null && foldSpace(source) === wanted)
  )
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
