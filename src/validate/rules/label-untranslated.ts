import type { Docset } from '../../model/build/docset.ts'
import { countWords, PLACE_SIZE, type TranslationMemory } from '../../model/translation-memory.ts'
import { bareWords } from '../../util/text/bare-words.ts'
import { FUNCTION_WORDS } from '../data/function-words.ts'
import { documentsByLocale } from '../documents-by-locale.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'

/**
 * A heading, a cell, a list item or a bold label of a few words looks like a name, so it is easily left in English, and
 * readers do not find it on their screen.
 *
 * The rule learns from the docset which words are translated. It reports a label that was left as it is if the same label
 * is translated nearly everywhere else, or if nearly no translation keeps its words. Names of products stay as they are everywhere,
 * and so do words that both languages share; labels of documents that keep most of theirs are not reported either. It
 * needs a docset with enough text. `untranslated` reports sentences.
 *
 * Fails:
 *
 * ```md
 * 1. <span data-ttu-id="1f2e3-101">Cliquez sur **Annuler**.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Click **Cancel**.</span></span>
 * 2. <span data-ttu-id="1f2e3-102">Sélectionnez **Annuler** ou **Enregistrer**.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">Select **Cancel** or **Save**.</span></span>
 * 3. <span data-ttu-id="1f2e3-103">Pour fermer, cliquez sur **Annuler**.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-103">To close, click **Cancel**.</span></span>
 * 4. <span data-ttu-id="1f2e3-104">Pour quitter, cliquez sur **Cancel**.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-104">To exit, click **Cancel**.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * 1. <span data-ttu-id="1f2e3-101">Ouvrez **Microsoft Teams**.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Open **Microsoft Teams**.</span></span>
 * 2. <span data-ttu-id="1f2e3-102">Cliquez sur **Options**.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">Click **Options**.</span></span>
 * ```
 */
export const labelUntranslated = defineRule({
  id: 'label-untranslated',
  description: 'A short label is left in English, although the docset translates it elsewhere.',
  severity: 'info',
  tags: ['docset', 'content', 'text'],
  usesTranslationMemory: true,
  checkDocset(docset, report) {
    for (const own of documentsByLocale(docset)) checkLabels(own, report)
  },
})

function checkLabels(docset: Documents, report: (path: string, finding: Finding) => void): void {
  const { labels, kept } = readLabels(docset)
  if (kept.length === 0) return
  const rates = keepingRates(docset, kept)
  for (const { path, memory, at } of kept) {
    const label = memory.sources[at]!
    const known = labels.get(bareWords(label))!
    const usual = usualTranslation(known)
    const isTranslated =
      usual !== undefined &&
      contentWords(label).some((word) => (rates.get(word) ?? 0) <= HALF) &&
      !bareWords(usual).includes(bareWords(label))
    if (!isTranslated && !isOfTranslatedWords(label, known, rates)) continue
    report(path, {
      reason: `Unexpected source text ${quote(label)} in the translation, expected ${isTranslated ? `${quote(usual)} as in ${known.total - known.kept} other places` : 'it translated, as its words are elsewhere'}`,
      place: [memory.places[at * PLACE_SIZE]!, memory.places[at * PLACE_SIZE + 1]!],
      texts: { source: label, target: memory.targets[at]! },
      actual: label,
      ...(isTranslated && { expected: [usual] }),
      note: 'Translate the label as the product shows it; if it is a name that stays unchanged, ignore the finding.',
    })
  }
}

/** Documents in one locale. */
type Documents = Pick<Docset, 'documents'>

/** A label that its translation keeps, in a document. */
interface KeptLabel {
  readonly path: string
  readonly memory: TranslationMemory
  /** Its index in the memory. */
  readonly at: number
}

/** How often a label occurs, how often it is kept, and its translations. */
interface LabelUse {
  total: number
  kept: number
  readonly translations: Map<string, { readonly text: string; count: number }>
}

/** Most words of a label. */
const MOST_WORDS = 4
/** Minimum number of other places in which a label is translated, and of the most frequent translation. */
const ENOUGH = 3
const USUAL = 2
/** Largest share of the places of a label that keep it. */
const RARELY = 0.25
const HALF = 0.5
/** Minimum number of texts with a word, and the largest share that keeps it. */
const MANY_TEXTS = 8
const HARDLY = 0.1

/** A label of words in letters. */
const words = /^\p{L}[\p{L} '’&/-]*[:?.]?$/u
/** A word with capitals inside, an abbreviation, a name with a hyphen, or a text that begins in small letters, such as a value. */
const nameLike = /\p{Ll}\p{Lu}|\p{Lu}{2}|-\p{Lu}|^\p{Ll}/u
const value = /^(?:true|false|null|none)$/i

function isLabel(text: string): boolean {
  if (text.length > LONGEST || !words.test(text) || countWords(text) > MOST_WORDS) return false
  return !nameLike.test(text) && !value.test(text) && contentWords(text).length > 0
}

/** Most characters of a label. */
const LONGEST = 60

/** Words of at least four letters; shorter ones and those of the grammar can be parts of other words, and of names. */
function contentWords(text: string): readonly string[] {
  return (text.match(/[A-Za-z]{4,}/g) ?? []).filter((word) => !grammar.has(word.toLowerCase()))
}

const grammar: ReadonlySet<string> = FUNCTION_WORDS.en!

/** Counts the uses of labels, and lists those that are kept, except in documents that keep most of theirs. */
function readLabels({ documents }: Documents) {
  const labels = new Map<string, LabelUse>()
  const kept: KeptLabel[] = []
  for (const { path, translationMemory: memory } of documents.values()) {
    if (!memory) continue
    const own = new Map<number, { total: number; readonly kept: KeptLabel[] }>()
    memory.sources.forEach((source, at) => {
      if (!isLabel(source)) return
      const [label, translation] = [bareWords(source), bareWords(memory.targets[at]!)]
      const use = labels.get(label) ?? { total: 0, kept: 0, translations: new Map() }
      labels.set(label, use)
      const style = own.get(memory.styles[at]!) ?? { total: 0, kept: [] }
      own.set(memory.styles[at]!, style)
      use.total++
      style.total++
      if (label === translation) {
        use.kept++
        style.kept.push({ path, memory, at })
        return
      }
      const known = use.translations.get(translation)
      if (known) known.count++
      else use.translations.set(translation, { text: memory.targets[at]!, count: 1 })
    })
    for (const style of own.values()) if (style.kept.length * 2 <= style.total) kept.push(...style.kept)
  }
  return { labels, kept }
}

/** How often translations keep each word of labels, as it is written and with the other case of its first letter. */
function keepingRates({ documents }: Documents, labels: readonly KeptLabel[]): ReadonlyMap<string, number> {
  const uses = new Map<string, { total: number; kept: number }>()
  for (const { memory, at } of labels) {
    for (const word of contentWords(memory.sources[at]!)) {
      for (const form of formsOf(word)) uses.set(form, { total: 0, kept: 0 })
    }
  }
  for (const { translationMemory: memory } of documents.values()) {
    memory?.sources.forEach((source, at) => {
      let target: string | undefined
      let counted: Set<string> | undefined
      for (const word of source.match(/[A-Za-z]{4,}/g) ?? []) {
        const use = uses.get(word)
        if (!use || counted?.has(word)) continue
        counted = (counted ?? new Set()).add(word)
        use.total++
        target ??= memory.targets[at]!.toLowerCase()
        if (target.includes(word.toLowerCase())) use.kept++
      }
    })
  }
  const rates = new Map<string, number>()
  for (const word of uses.keys()) {
    const known = formsOf(word).flatMap((form) => {
      const use = uses.get(form)
      return use && use.total >= MANY_TEXTS ? [use] : []
    })
    // The form that is kept most often may be a name.
    if (known.length > 0) rates.set(word, Math.max(...known.map(({ total, kept }) => kept / total)))
  }
  return rates
}

function formsOf(word: string): readonly string[] {
  const lower = word.toLowerCase()
  return [lower, lower[0]!.toUpperCase() + lower.slice(1)]
}

/** The translation that the label has nearly everywhere else; `undefined` if there is none, or it contains the label. */
function usualTranslation({ total, kept, translations }: LabelUse): string | undefined {
  if (total - kept < ENOUGH || kept > total * RARELY) return undefined
  const [usual] = [...translations].sort(([, one], [, other]) => other.count - one.count)
  // Elsewhere, marks of the sentence may belong to it.
  return usual && usual[1].count >= USUAL ? usual[1].text.replace(/[\s.,:;：，。、،]+$/u, '') : undefined
}

/** Whether nearly no translation keeps the words of a label, and it is not itself kept as a rule. */
function isOfTranslatedWords(
  label: string,
  { total, kept }: LabelUse,
  rates: ReadonlyMap<string, number>,
): boolean {
  if (kept > 1 && kept > total * HALF) return false
  return contentWords(label).every((word) => (rates.get(word) ?? 1) <= HARDLY)
}
