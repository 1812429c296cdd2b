import type { Docset } from '../../model/build/docset.ts'
import {
  countWords,
  PLACE_SIZE,
  TEXT_STYLES,
  type TranslationMemory,
} from '../../model/translation-memory.ts'
import { bareWords } from '../../util/text/bare-words.ts'
import { FUNCTION_WORDS } from '../data/function-words.ts'
import { documentsByLocale } from '../documents-by-locale.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'
import { scriptOf } from '../text/language-of.ts'

/**
 * A heading, a cell, a list item or a bold label of a few words looks like a name, so it is easily left in English, and
 * readers do not find it on their screen.
 *
 * The rule learns from the docset which words are translated. It reports a label that was left as it is if the same label
 * is translated nearly everywhere else, or if nearly no translation keeps its words. Names of products stay as they are everywhere,
 * and so do words that both languages share; labels of documents that keep most of their other ones are not reported either. Words
 * of a label with a capital only at its start are looked up in small letters, since in capitals they can be names. A label whose words
 * occur nowhere else is reported if the document translates all its others, and it has a word in small letters or is not in the script
 * of the language. The rule needs a docset with enough text. `untranslated` reports sentences.
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
  const uses = usesOfWords(docset, kept)
  for (const label of kept) {
    const { path, memory, at } = label
    const text = memory.sources[at]!
    const known = labels.get(bareWords(text))!
    const usual = usualTranslation(text, known, uses)
    if (usual === undefined && !isOfTranslatedWords(label, known, uses)) continue
    report(path, {
      reason: `Unexpected source text ${quote(text)} in the translation, expected ${usual === undefined ? 'it translated, as its words are elsewhere' : `${quote(usual)} as in ${known.total - known.kept} other places`}`,
      place: [memory.places[at * PLACE_SIZE]!, memory.places[at * PLACE_SIZE + 1]!],
      texts: { source: text, target: memory.targets[at]! },
      actual: text,
      ...(usual !== undefined && { expected: [usual] }),
      note: 'Translate the label as the product shows it; if it is a name that stays unchanged, ignore the finding.',
    })
  }
}

/** Documents in one locale. */
type Documents = Pick<Docset, 'documents'>

/** A label that its translation keeps, in a document. */
interface KeptLabel {
  readonly path: string
  /** Whether the document translates all its other labels of the style, which are several. */
  readonly isOnly: boolean
  /** Whether the translation is into a language in Latin script, in which a name is not conspicuous. */
  readonly isLatin: boolean
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

/** How many texts have a word, and how many translations keep it. */
interface WordUse {
  total: number
  kept: number
}

/** Style of labels in bold, whose text is an entry of its own. */
const LABEL = TEXT_STYLES.indexOf('label')
const CELL = TEXT_STYLES.indexOf('cell')
/** Most words of a label. */
const MOST_WORDS = 6
/** Minimum number of other places in which a label is translated, and of the most frequent translation. */
const ENOUGH = 3
const USUAL = 2
/** Largest share of the places of a label that keep it. */
const RARELY = 0.25
const HALF = 0.5
/** Minimum number of other labels of a document that show how it treats them. */
const SEVERAL = 4
/** Minimum number of other texts with a word, and the largest share that keeps it. */
const MANY_TEXTS = 5
const HARDLY = 0.1
/** The same for words in small letters, which are hardly names. */
const SELDOM = 0.2

/** A label of words in letters. */
const words = /^\p{L}[\p{L} '’&/-]*\p{L}[:?.]?$/u
/** A word with capitals inside, an abbreviation, a name with a hyphen, or a text that begins in small letters, such as a value. */
const nameLike = /\p{Ll}\p{Lu}|\p{Lu}{2}|-\p{Lu}|^\p{Ll}/u
const value = /^(?:true|false|null)$/i
/** A value in a sentence, such as that of a parameter; a word in a cell. */
const valueInText = /^(?:none|any)$/i

function isLabel(text: string, style: number): boolean {
  if (text.length > LONGEST || !words.test(text) || countWords(text) > MOST_WORDS) return false
  if (nameLike.test(text) || value.test(text) || (style === LABEL && valueInText.test(text))) return false
  return /\p{L}{2}/u.test(text)
}

/** Most characters of a label. */
const LONGEST = 60

/** Words of at least four letters; shorter ones and those of the grammar can be parts of other words, and of names. */
function contentWords(text: string): readonly string[] {
  return (text.match(/[A-Za-z]{4,}/g) ?? []).filter((word) => !grammar.has(word.toLowerCase()))
}

const grammar: ReadonlySet<string> = FUNCTION_WORDS.en!

/** Counts the uses of labels, and lists those that are kept, except in documents that keep most of their other ones. */
function readLabels({ documents }: Documents) {
  const labels = new Map<string, LabelUse>()
  const kept: KeptLabel[] = []
  for (const { path, translationMemory: memory, targetLocale } of documents.values()) {
    if (!memory) continue
    const isLatin = targetLocale === undefined || scriptOf(targetLocale) === 'Latn'
    const own = new Map<number, { total: number; readonly kept: number[] }>()
    memory.sources.forEach((source, at) => {
      if (!isLabel(source, memory.styles[at]!)) return
      const [label, translation] = [bareWords(source), bareWords(memory.targets[at]!)]
      const use = labels.get(label) ?? { total: 0, kept: 0, translations: new Map() }
      labels.set(label, use)
      const style = own.get(memory.styles[at]!) ?? { total: 0, kept: [] }
      own.set(memory.styles[at]!, style)
      use.total++
      style.total++
      // A translation can be the same words with a hyphen.
      if (label === translation && source.includes('-') === memory.targets[at]!.includes('-')) {
        use.kept++
        style.kept.push(at)
        return
      }
      const known = use.translations.get(translation)
      if (known) known.count++
      else use.translations.set(translation, { text: memory.targets[at]!, count: 1 })
    })
    for (const { kept: ats, total } of own.values()) {
      if ((ats.length - 1) * 2 > total - 1) continue
      const isOnly = ats.length === 1 && total > SEVERAL
      kept.push(...ats.map((at) => ({ path, memory, at, isOnly, isLatin })))
    }
  }
  return { labels, kept }
}

/** How often translations keep each word of labels, as it is written and with the other case of its first letter. */
function usesOfWords({ documents }: Documents, labels: readonly KeptLabel[]): ReadonlyMap<string, WordUse> {
  const uses = new Map<string, WordUse>()
  for (const { memory, at } of labels) {
    for (const word of contentWords(memory.sources[at]!)) {
      for (const form of formsOf(word).flat()) uses.set(form, { total: 0, kept: 0 })
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
  return uses
}

/** A word in small letters and with a capital, each in the singular and in the plural. */
function formsOf(word: string): readonly (readonly string[])[] {
  const lower = word.toLowerCase()
  const other = lower.endsWith('s') ? lower.slice(0, -1) : `${lower}s`
  const upper = (text: string) => text[0]!.toUpperCase() + text.slice(1)
  return [
    [lower, other],
    [upper(lower), upper(other)],
  ]
}

/**
 * How often translations keep a word of a label: in small letters, if the label is in sentence case, since in capitals it may be a name;
 * else in the form that is kept most often. `undefined` if too few texts have it.
 *
 * @param own texts with the label itself, which say nothing.
 */
function keepingRate(word: string, isSentence: boolean, uses: ReadonlyMap<string, WordUse>, own: number) {
  const [small, capital] = formsOf(word)
  const rates = (isSentence ? [small!] : [small!, capital!]).flatMap((forms) => {
    const self = forms.includes(word) ? own : 0
    const [total, kept] = (['total', 'kept'] as const).map((key) =>
      forms.reduce((sum, form) => sum + (uses.get(form)?.[key] ?? 0), -self),
    )
    return total! >= MANY_TEXTS ? [Math.max(0, kept!) / total!] : []
  })
  return rates.length > 0 ? Math.max(...rates) : undefined
}

/** Whether a label of several words has a capital only at its start. */
function isSentenceCase(label: string): boolean {
  return label.includes(' ') && !/\s\p{Lu}/u.test(label)
}

/** The translation that the label has nearly everywhere else; `undefined` if there is none, or it contains the label. */
function usualTranslation(
  label: string,
  { total, kept, translations }: LabelUse,
  uses: ReadonlyMap<string, WordUse>,
): string | undefined {
  if (total - kept < ENOUGH || kept > total * RARELY) return undefined
  const [usual] = [...translations].sort(([, one], [, other]) => other.count - one.count)
  if (!usual || usual[1].count < USUAL) return undefined
  const content = contentWords(label)
  const isWord = content.some((word) => (keepingRate(word, false, uses, kept) ?? 0) <= HALF)
  if (content.length > 0 && !isWord) return undefined
  // Elsewhere, marks of the sentence may belong to it.
  const text = usual[1].text.replace(/[\s.,:;：，。、،]+$/u, '')
  return bareWords(text).includes(bareWords(label)) ? undefined : text
}

/** Whether nearly no translation keeps the words of a label, and it is not itself kept as a rule. */
function isOfTranslatedWords(
  { memory, at, isOnly, isLatin }: KeptLabel,
  { total, kept }: LabelUse,
  uses: ReadonlyMap<string, WordUse>,
): boolean {
  if (kept > 1 && kept > total * HALF) return false
  const label = memory.sources[at]!
  const isSentence = isSentenceCase(label)
  const own = kept * (memory.styles[at] === LABEL ? 2 : 1)
  const rates = contentWords(label).map((word) => keepingRate(word, isSentence, uses, own))
  const known = rates.filter((rate) => rate !== undefined)
  if (rates.length === 0) return false
  // A word alone in a cell can be a value or the name of a column.
  if (known.length === 0)
    return isOnly && (isSentence || (!isLatin && (memory.styles[at] !== CELL || label.includes(' '))))
  if (known.length * 2 < rates.length || (known.length < rates.length && !isSentence)) return false
  return known.every((rate) => rate <= (isSentence ? SELDOM : HARDLY))
}
