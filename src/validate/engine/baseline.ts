import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { BaselineEntry } from '../../model/findings/baseline.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { stableReason } from './fingerprint.ts'

/** Maximum length of a reason in a baseline, in characters. */
const REASON = 120

/** A checked document and its name in a baseline. */
export interface NamedFile {
  /** Path relative to the baseline's folder, with `/`. */
  readonly path: string
  readonly file: VFile
}

/** Comparison of a run's findings with a baseline. */
export interface Comparison {
  /** Number of findings in the baseline. */
  readonly known: number
  /** Messages of findings that are not in the baseline. */
  readonly fresh: ReadonlySet<VFileMessage>
  /** Entries of the baseline that no longer occur; `count` is the number of missing findings. */
  readonly fixed: readonly BaselineEntry[]
  /** Entries of the updated baseline. */
  readonly updated: readonly BaselineEntry[]
}

/**
 * Compares findings with a baseline by fingerprint. Each entry matches as many findings as its `count`: first
 * those of the same document, then those of other documents, since text can move.
 *
 * @param isOpen whether a document outside this run still exists, so that its entries stay in the baseline.
 */
export function compareWithBaseline(
  files: readonly NamedFile[],
  baseline: readonly BaselineEntry[],
  isOpen: (path: string) => boolean,
): Comparison {
  const read = new Set(files.map(({ path }) => path))
  const open = baseline.filter(({ path }) => !read.has(path) && isOpen(path))
  const stock = new Stock(baseline.filter((entry) => !open.includes(entry)))
  const found = files.flatMap(({ path, file }) =>
    file.messages.flatMap((message) =>
      message.fingerprint === undefined ? [] : [{ path, message, fingerprint: message.fingerprint }],
    ),
  )
  const elsewhere = found.filter(({ fingerprint, path }) => !stock.take(fingerprint, path))
  const fresh = elsewhere.filter(({ fingerprint }) => !stock.take(fingerprint))
  const entries = new Map<string, BaselineEntry>()
  for (const { path, message, fingerprint } of found) {
    const key = JSON.stringify([fingerprint, path])
    entries.set(key, entryOf(message, fingerprint, path, (entries.get(key)?.count ?? 0) + 1))
  }
  return {
    known: found.length - fresh.length,
    fresh: new Set(fresh.map(({ message }) => message)),
    fixed: stock.rest(),
    updated: [...entries.values(), ...open],
  }
}

function entryOf(message: VFileMessage, fingerprint: string, path: string, count: number): BaselineEntry {
  const reason = foldSpace(stableReason(message.reason))
  const short = reason.length > REASON ? `${Array.from(reason).slice(0, REASON).join('')}…` : reason
  return { fingerprint, rule: message.ruleId ?? '', path, reason: short, count }
}

/** Entries of a baseline, each to be matched as often as its `count`. */
class Stock {
  readonly #left: { readonly entry: BaselineEntry; count: number }[]
  readonly #byFingerprint = new Map<string, { readonly entry: BaselineEntry; count: number }[]>()

  constructor(entries: readonly BaselineEntry[]) {
    this.#left = entries.map((entry) => ({ entry, count: entry.count }))
    for (const item of this.#left) {
      const { fingerprint } = item.entry
      const same = this.#byFingerprint.get(fingerprint)
      if (same) same.push(item)
      else this.#byFingerprint.set(fingerprint, [item])
    }
  }

  /** Matches an entry of the given document, or of any document; returns whether one was left. */
  take(fingerprint: string, path?: string): boolean {
    const item = this.#byFingerprint
      .get(fingerprint)
      ?.find(({ entry, count }) => count > 0 && (path === undefined || entry.path === path))
    if (!item) return false
    item.count -= 1
    return true
  }

  rest(): readonly BaselineEntry[] {
    return this.#left.flatMap(({ entry, count }) => (count > 0 ? [{ ...entry, count }] : []))
  }
}
