import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { BaselineEntry } from '../../model/findings/baseline.ts'
import { foldSpace } from '../../util/fold-space.ts'
import { stableReason } from './fingerprint.ts'

/** Number of characters of a reason that are kept. */
const REASON = 120

/** A document that was checked, and how a baseline names it. */
export interface NamedFile {
  /** Path relative to the baseline's folder, with `/`. */
  readonly path: string
  readonly file: VFile
}

/** How the findings of a run compare with those that were known. */
export interface Comparison {
  /** Number of findings that were known. */
  readonly known: number
  /** Those that are not known, by their messages. */
  readonly fresh: ReadonlySet<VFileMessage>
  /** What was known and is not found any more; `count` is how many. */
  readonly fixed: readonly BaselineEntry[]
  /** What is to be known from now on. */
  readonly updated: readonly BaselineEntry[]
}

/**
 * Compares what was found with what was known. A finding is known by its fingerprint; each one as often as it was there, first those of
 * the same document, then those of documents where it is fixed: the text may have been moved.
 *
 * @param isOpen whether a document that is not among the files may still have its findings: it was not read, but it is there.
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

/** Known findings, of which each can be taken once. */
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

  /** Takes one of a document, or of any; gives back whether there was one. */
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
