import type { Docset } from '../../model/build/docset.ts'
import type { Place } from '../../model/place.ts'
import {
  countWords,
  PLACE_SIZE,
  TEXT_STYLES,
  type TranslationMemory,
} from '../../model/translation-memory.ts'
import { bareWords } from '../../util/text/bare-words.ts'
import { documentsByLocale } from '../documents-by-locale.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'

/**
 * If a repeated sentence has different translations, readers wonder whether the meaning differs. If nearly
 * all documents translate a sentence in the same way, the rule reports the few that differ.
 *
 * It compares texts of 3 to 30 words: headings with headings, cells with cells, running text with running
 * text. Letter case, spaces, punctuation and markup do not count. One translation must occur at least eight
 * times, and four times as often as the other: a sentence can have several right translations, and with fewer places, less than
 * 70% of the findings were useful.
 *
 * Fails:
 *
 * ```md
 * - <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 *
 * Then:
 *
 * - <span data-ttu-id="1f2e3-102">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">Restart the server.</span></span>
 *
 * Then:
 *
 * - <span data-ttu-id="1f2e3-103">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-103">Restart the server.</span></span>
 *
 * Then:
 *
 * - <span data-ttu-id="1f2e3-104">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-104">Restart the server.</span></span>
 *
 * Then:
 *
 * - <span data-ttu-id="1f2e3-105">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-105">Restart the server.</span></span>
 *
 * Then:
 *
 * - <span data-ttu-id="1f2e3-106">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-106">Restart the server.</span></span>
 *
 * Then:
 *
 * - <span data-ttu-id="1f2e3-107">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-107">Restart the server.</span></span>
 *
 * Then:
 *
 * - <span data-ttu-id="1f2e3-108">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-108">Restart the server.</span></span>
 *
 * Then:
 *
 * - <span data-ttu-id="1f2e3-109">Relancez l’ordinateur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-109">Restart the server.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 *
 * <span data-ttu-id="1f2e3-102">Relancez l’ordinateur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">Restart the server.</span></span>
 * ```
 */
export const consistency = defineRule({
  id: 'consistency',
  description: 'A sentence is translated differently than in nearly all other places of the docset.',
  severity: 'info',
  tags: ['docset', 'content', 'terminology'],
  usesTranslationMemory: true,
  checkDocset(docset, report) {
    for (const entries of documentsByLocale(docset).flatMap((own) => [...placesBySource(own).values()])) {
      const versions = versionsOf(entries)
      const [most, ...others] = versions
      if (!most || others.length === 0 || most.length < ENOUGH) continue
      for (const other of others) {
        if (other.length * MAJORITY > most.length) continue
        for (const { path, translationMemory, at } of other) {
          const source = translationMemory.sources[at]!
          const [actual, expected] = [
            translationMemory.targets[at]!,
            most[0]!.translationMemory.targets[most[0]!.at]!,
          ]
          report(path, {
            reason: `Unexpected translation ${quote(actual)}, expected ${quote(expected)} as in ${most.length} other places`,
            place: placeOf(translationMemory, at),
            texts: { source, target: actual },
            actual,
            expected: [expected],
            note: 'Translate the same sentence in the same way, unless it means something else here.',
          })
        }
      }
    }
  },
})

/** Labels inside of texts depend on what they name. */
const LABEL = TEXT_STYLES.indexOf('label')
/** Minimum number of words: shorter names are translated by context. */
const FEWEST = 3
/** Minimum number of occurrences of the usual translation. */
const ENOUGH = 8
/** Minimum ratio between the occurrences of the usual translation and of another one. */
const MAJORITY = 4

/** One unit of the docset. */
interface Entry {
  readonly path: string
  readonly translationMemory: TranslationMemory
  readonly at: number
}

/** Units of frequent source texts, by style and text. */
function placesBySource({ documents }: Pick<Docset, 'documents'>): ReadonlyMap<string, readonly Entry[]> {
  const places = new Map<string, Entry[]>()
  for (const [source, style] of frequent(documents)) places.set(`${style} ${source}`, [])
  for (const { path, translationMemory } of documents.values()) {
    translationMemory?.sources.forEach((source, at) => {
      places.get(`${translationMemory.styles[at]} ${source}`)?.push({ path, translationMemory, at })
    })
  }
  return places
}

/** Source texts that occur more than {@link ENOUGH} times in a style. */
function frequent(documents: Docset['documents']): readonly (readonly [source: string, style: number])[] {
  const counts = TEXT_STYLES.map(() => new Map<string, number>())
  for (const { translationMemory } of documents.values()) {
    translationMemory?.sources.forEach((source, at) => {
      if (translationMemory.styles[at] === LABEL || countWords(source) < FEWEST) return
      const ofStyle = counts[translationMemory.styles[at]!]!
      ofStyle.set(source, (ofStyle.get(source) ?? 0) + 1)
    })
  }
  return counts.flatMap((ofStyle, style) =>
    [...ofStyle].flatMap(([source, count]) => (count > ENOUGH ? [[source, style] as const] : [])),
  )
}

/** Groups units by their translation, the most frequent one first. */
function versionsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const [first] = entries
  // Fast path: most sentences have one translation, and equal texts are mostly the same string.
  if (
    entries.every(
      ({ translationMemory, at }) =>
        translationMemory.targets[at] === first!.translationMemory.targets[first!.at],
    )
  )
    return []
  const versions = new Map<string, Entry[]>()
  for (const entry of entries) {
    const text = bareWords(entry.translationMemory.targets[entry.at]!)
    const version = versions.get(text)
    if (version) version.push(entry)
    else versions.set(text, [entry])
  }
  return [...versions.values()].sort((a, b) => b.length - a.length)
}

function placeOf({ places }: TranslationMemory, at: number): Place {
  return [places[at * PLACE_SIZE]!, places[at * PLACE_SIZE + 1]!]
}
