/**
 * Plants faults into units of real documents, one into each copy of a document, and counts those that `check` finds:
 * by a finding in a damaged unit that had none, or, for faults of structure, by a finding that the document did not have.
 *
 *     npx jiti bench/recall/recall.ts LANGUAGE… [ja=FOLDER] [--missed FILE] [--kinds WORD] [--most COUNT] [--whole]
 *     npx jiti bench/recall/recall.ts table
 *
 * Languages are fr, de, zh, ar and ja, whose documents are outside the corpus: `ja=FOLDER` says where. Of each kind there are 30
 * faults (`--most`), or as many as the documents offer. It prints a table and writes `results.json`, in which other
 * languages stay as they are; `table` prints all. `--missed` writes the faults that were not found as JSON lines.
 * `--kinds` plants only kinds with this word in their name, and does not change the results. Of a large docset, only a part is
 * checked; with `--whole` all, which matters to rules that learn from other documents, such as `label-untranslated`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { VFileMessage } from 'vfile-message'
import { stableReason } from '../../src/validate/engine/fingerprint.ts'
import { checkCopy, type Docset, readDocset, readDocuments } from './docset.ts'
import { type Edit, type Fault, oneOf, type PlantableUnit } from './fault.ts'
import { TERMS } from './language-data.ts'
import { literalFaults } from './literal-faults.ts'
import { markupFaults } from './markup-faults.ts'
import { chooseDocuments, isIn, type Planted, plantFaults } from './plant-faults.ts'
import { printResults, printTable, type Result, type Results, storeResults } from './results.ts'
import { structureFaults } from './structure-faults.ts'
import { TITLE_FAULT, textFaults } from './text-faults.ts'

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus')
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  fr: ['lync-2013/fr-FR', 'teams/fr-FR'],
  de: ['lync-2013/de-DE'],
  zh: ['quantum/zh-CN'],
  ar: ['dynamics/ar-SA'],
}
/** Languages whose translations are put in place of those in another. */
const FOREIGN: Readonly<Record<string, string>> = { fr: 'de', de: 'fr', ja: 'zh', zh: 'ja', ar: 'fr' }
const FAULTS: readonly Fault[] = [...literalFaults, ...markupFaults, ...textFaults, ...structureFaults]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    whole: { type: 'boolean' },
    missed: { type: 'string' },
    kinds: { type: 'string' },
    most: { type: 'string', default: '30' },
  },
})
const outside = new Map(positionals.flatMap((each) => (each.includes('=') ? [pairOf(each)] : [])))
const languages = positionals.filter((each) => !each.includes('='))
const faults = FAULTS.filter(({ kind }) => kind.includes(values.kinds ?? ''))
const missed: string[] = []

if (languages.length === 0) throw new Error('Name languages, or `table`.')
if (languages[0] === 'table') printTable()
else {
  for (const language of languages) {
    const results = await measure(language)
    printResults(language, results)
    if (values.kinds === undefined) storeResults(language, results)
    if (values.missed) writeFileSync(values.missed, missed.map((line) => `${line}\n`).join(''))
  }
}

function pairOf(option: string): readonly [name: string, folder: string] {
  const at = option.indexOf('=')
  return [option.slice(0, at), option.slice(at + 1)]
}

function foldersOf(language: string): readonly string[] {
  const folder = outside.get(language)
  return folder === undefined ? (FOLDERS[language] ?? []).map((each) => join(CORPUS, each)) : [folder]
}

async function measure(language: string): Promise<Results> {
  const results = new Map<string, Result>(
    faults.map(({ kind }) => [kind, { planted: 0, found: 0, hints: 0, rules: {} }]),
  )
  const work = mkdtempSync(join(tmpdir(), 'lockstep-recall-'))
  try {
    const own = faults.filter(({ languages: some }) => some?.includes(language) ?? true)
    const ground = { language, most: Number(values.most), foreign: foreignTranslations(language) }
    const docsets: Docset[] = []
    for (const [at, folder] of foldersOf(language).entries())
      docsets.push(
        await readDocset(folder, join(work, String(at)), settingsFor(language), (documents) =>
          values.whole ? documents : chooseDocuments(documents, own, ground),
        ),
      )
    const planted = plantFaults(own, { ...ground, docsets })
    for (const docset of docsets) {
      const inside = planted.filter((each) => each.docset === docset)
      for (const copy of new Set(inside.map((each) => each.copy))) {
        const some = inside.filter((each) => each.copy === copy)
        for (const [each, messages] of await findingsOf(docset, some))
          count(results.get(each.fault.kind)!, each, messages, language)
      }
    }
  } finally {
    rmSync(work, { recursive: true })
  }
  return results
}

/** A glossary with terms that can be translated wrong. */
function settingsFor(language: string): Docset['settings'] {
  const terms = (TERMS[language] ?? []).map(([source, right]) => ({
    sources: [source],
    targets: [right],
    forbidden: [],
    caseSensitive: false,
  }))
  return { glossary: { severity: 'warning', terms } }
}

/** Returns a function that translates into another language: the same source if possible, else one of similar length. */
function foreignTranslations(
  language: string,
): (unit: PlantableUnit, random: () => number) => string | undefined {
  const units = foldersOf(FOREIGN[language] ?? '')
    .slice(0, 1)
    .flatMap((folder) => readDocuments(folder).flatMap((document) => document.units))
  const bySource = new Map(units.map(({ source, target }) => [source, target]))
  const plain = units.filter(
    ({ source, target }) => source.length > 40 && source !== target && !/[\d`<[\]*\\]/.test(target),
  )
  return ({ source, target }, random) => {
    const same = bySource.get(source)
    if (same !== undefined) return same === source || same === target ? undefined : same
    const other = oneOf(plain, random)
    return other && Math.abs(other.source.length - source.length) < source.length / 2
      ? other.target
      : undefined
  }
}

/** Checks a copy of a docset with some damaged documents; returns the new messages of each. */
async function findingsOf(
  docset: Docset,
  some: readonly Planted[],
): Promise<readonly (readonly [Planted, readonly VFileMessage[]])[]> {
  for (const { document, edits } of some)
    writeFileSync(join(docset.copy, document.path), damage(document.text, edits))
  const messages = await checkCopy(docset)
  for (const { document } of some) writeFileSync(join(docset.copy, document.path), document.text)
  return some.map((each) => [each, newMessages(each, messages.get(each.document.path) ?? [])])
}

function damage(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((made, { start, end, text: put }) => made.slice(0, start) + put + made.slice(end), text)
}

/** Returns the messages that a fault causes. */
function newMessages(
  { fault, docset, document, unit, edits }: Planted,
  all: readonly VFileMessage[],
): readonly VFileMessage[] {
  // The title that another document got by mistake can be that of this one.
  const messages = all.filter(({ ruleId }) => ruleId !== 'title-equal' || fault.kind === TITLE_FAULT)
  if (!fault.isStructural) {
    const added = edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0)
    return messages.filter((message) => isIn(message, unit.start, unit.end + added))
  }
  const nameOf = ({ ruleId, reason }: VFileMessage) => `${ruleId} ${stableReason(reason)}`
  const left = new Map<string, number>()
  for (const name of (docset.before.get(document.path) ?? []).map(nameOf))
    left.set(name, (left.get(name) ?? 0) + 1)
  return messages.filter((message) => {
    const name = nameOf(message)
    const before = left.get(name) ?? 0
    left.set(name, before - 1)
    return before <= 0
  })
}

function count(
  result: Result,
  { fault, document, unit, edits }: Planted,
  messages: readonly VFileMessage[],
  language: string,
): void {
  result.planted++
  for (const id of new Set(messages.map(({ ruleId }) => ruleId ?? '')))
    result.rules[id] = (result.rules[id] ?? 0) + 1
  if (messages.length > 0) {
    result.found++
    if (messages.every(({ fatal }) => fatal === undefined)) result.hints++
    return
  }
  const { source, target } = unit
  const damaged = edits.map(({ text }) => text).join(' … ')
  missed.push(JSON.stringify({ language, kind: fault.kind, path: document.path, source, target, damaged }))
}
