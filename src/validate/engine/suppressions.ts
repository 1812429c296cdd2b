import type { BilingualDocument } from '../../model/document.ts'
import type { PlacedSuppression } from '../../model/findings/suppression.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { matchGlobs } from '../../util/text/match-globs.ts'
import { rules as allRules } from '../rules/index.ts'
import type { Rule } from './define-rule.ts'
import type { Identified } from './fingerprint.ts'
import { assertRuleId } from './rule-settings.ts'

/** The suppressions of a run, with a record of their use. */
export interface Suppressions {
  /** Registers a document before its check; `path` is relative to the configuration's folder, with `/`. */
  see(path: string, document: Pick<BilingualDocument, 'units'>): void
  /** Whether a finding in a document is suppressed. */
  covers(path: string, finding: Identified): boolean
  /** Number of suppressions. */
  readonly size: number
  /** Number of suppressed findings. */
  readonly count: number
  /** Returns the tally since the last call, and resets it. */
  take(): SuppressionTally
  /** Adds the tally of another run or thread. */
  add(tally: SuppressionTally): void
  /**
   * Lists unused suppressions. In a partial run, a suppression counts as unused only if its source text
   * occurred.
   */
  unused(isPartial: boolean): readonly PlacedSuppression[]
}

/** Use of suppressions, as plain data. */
export interface SuppressionTally {
  /** Number of suppressed findings. */
  readonly count: number
  /** Indexes of suppressions that matched a finding. */
  readonly used: readonly number[]
  /** Indexes of suppressions that apply to at least one checked document. */
  readonly reached: readonly number[]
  /** Indexes of suppressions whose source text occurred in such a document. */
  readonly seen: readonly number[]
}

/** A suppression and its use. */
interface Entry {
  readonly suppression: PlacedSuppression
  readonly isFor: (path: string) => boolean
  /** Source text, hash or fingerprint that it names, with white space folded. */
  readonly wanted: string
  used: boolean
  /** Whether it applies to at least one checked document. */
  reached: boolean
  /** Whether its source text occurred in one of these. */
  seen: boolean
}

/**
 * Prepares suppressions for a run.
 *
 * @throws {UserError} if one names an unknown rule.
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
