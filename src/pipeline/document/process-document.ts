import { VFile } from 'vfile'
import { takeWork } from '../../model/build/work.ts'
import type { BilingualDocument } from '../../model/document.ts'
import { storeFile } from '../../model/findings/stored-message.ts'
import { translationMemoryOf } from '../../model/translation-memory.ts'
import { append } from '../../util/append.ts'
import { consistency } from '../../validate/rules/consistency.ts'
import type { RulePlan } from '../check/rule-plan.ts'
import type { CheckOptions } from '../options.ts'
import { attempt } from './attempt.ts'
import type { DocumentInputs } from './document-inputs.ts'
import type { DocumentResult, IncludeResult, MemberResult, StoredSummary } from './document-result.ts'
import { createMaker, type MakeSettings } from './make-document.ts'
import { createDocumentReader, type DocumentGroupReader } from './parse-documents.ts'
import type { Member, ParsedDocument, Recheck } from './parsed-document.ts'

/** What processing is made with: the same for all documents of a run. */
export interface ProcessSettings {
  readonly options: CheckOptions & { readonly cwd: string }
  /** Its notes are taken with each document, so nothing else may use it. */
  readonly plan: RulePlan
  /** How outputs are made; without it none are. */
  readonly make?: MakeSettings
  /** Is shown each document while its models and texts are at hand. */
  readonly visit?: ((parsed: ParsedDocument, recheck: Recheck) => void) | undefined
}

/**
 * Makes what turns the texts of one document, in all its locales, into all that a run wants of it: parse → join → validate → render.
 * Nothing is written, and the result is plain data.
 *
 * @returns a function of the group and its texts, one for each input.
 */
export function createDocumentProcessor({
  options,
  plan,
  make,
  visit,
}: ProcessSettings): (group: DocumentInputs, files: readonly VFile[]) => DocumentResult {
  const reader = createDocumentReader(options, plan)
  const maker = make && createMaker(make, plan.runbooks)
  const wantsTranslationMemory = plan.isOn(consistency)
  // What it notes of suppressions is for nobody.
  const rechecker = visit && createDocumentReader(options, plan.fork())

  return (group, files) => {
    takeWork()
    const recheck = rechecker && createRecheck(rechecker, group, files)
    options.onStage?.('parse')
    const asked = files.map(() => new Map<string, boolean>())
    const members = reader
      .parse(group, files)
      .map((member, at) => member && { ...member, hasFile: noting(member.hasFile, asked[at]!) })
    const all = members.filter((member) => member !== undefined)
    // What is needed of the documents by others, before anything is done with them.
    const documents = members.map((member) => member && describe(member, wantsTranslationMemory))
    let made: ReturnType<NonNullable<typeof maker>> | undefined
    if (all[0]) {
      attempt(all[0].file, 'checked', () => {
        options.onStage?.('check')
        const parsed = reader.check(group, all)
        if (!parsed) return
        if (recheck) visit?.(parsed, recheck)
        made = maker?.(parsed, ({ input }) => group.inputs.indexOf(input))
      })
    }
    return {
      path: group.path,
      members: files.map((file, at): MemberResult => {
        const document = documents[at]
        return {
          file: storeFile(file),
          ...(file.data.state && { state: file.data.state }),
          ...(document && { document: { ...document, asked: Object.fromEntries(asked[at]!) } }),
        }
      }),
      outputs: made?.outputs ?? [],
      chapters: made?.chapters ?? [],
      pages: made?.pages ?? [],
      ...(made?.document && { made: made.document }),
      suppressions: plan.suppressions.take(),
      runbookNames: all.flatMap(({ input, document }) => plan.runbooks.namesIn(input, document)),
      work: takeWork(),
    }
  }
}

/** Makes what checks other texts of a group, whose files have only the messages of reading them so far. */
function createRecheck(reader: DocumentGroupReader, group: DocumentInputs, files: readonly VFile[]): Recheck {
  const read = files.map(({ messages }) => [...messages])
  return (texts) => {
    const others = files.map(({ path, cwd, value }, at) => {
      const file = new VFile({ path, cwd, value: texts.get(group.inputs[at]!) ?? value })
      append(file.messages, read[at]!)
      return file
    })
    reader.check(
      group,
      reader.parse(group, others).filter((member) => member !== undefined),
    )
    return new Map(group.inputs.map((input, at) => [input, others[at]!.messages]))
  }
}

/** The function; what it answers is noted. */
function noting(hasFile: Member['hasFile'], answers: Map<string, boolean>): (path: string) => boolean {
  return (path) => {
    const answer = hasFile(path)
    answers.set(path, answer)
    return answer
  }
}

function describe(
  { document, stateOf, xrefsOf }: Member,
  wantsTranslationMemory: boolean,
): Omit<NonNullable<MemberResult['document']>, 'asked'> {
  const xrefs = xrefsOf([document.path, ...document.includes.flatMap(({ path }) => path ?? [])])
  return {
    locale: document.targetLocale,
    units: Object.keys(document.units).length,
    summary: summaryOf(document, wantsTranslationMemory),
    includes: includesOf(document, stateOf),
    ...(xrefs.length > 0 && { xrefs }),
  }
}

function includesOf(
  { path: own, includes }: BilingualDocument,
  stateOf: Member['stateOf'],
): readonly IncludeResult[] {
  const results = includes.map(({ from = own, url, path, status }): [string, IncludeResult] => {
    const state = path === null ? undefined : stateOf(path)
    // A cycle, or too much, is seen by those who follow it.
    const found = { status: status === 'cycle' || status === 'excess' ? 'found' : status, path } as const
    return [`${from}\0${url}`, { from, url, ...found, ...(state && { state }) }]
  })
  return [...new Map(results).values()]
}

/**
 * Keeps what the checks across documents need; as a copy, because a part of a text keeps all of it in memory. Links to other sites are
 * not checked, so they are not kept.
 */
function summaryOf(document: BilingualDocument, wantsTranslationMemory: boolean): StoredSummary {
  const { anchors, lines } = document
  const includes = document.includes.flatMap((include) => include.path ?? [])
  const links = document.links.filter(({ url }) => !/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(url))
  const translationMemory = wantsTranslationMemory ? translationMemoryOf(document) : undefined
  return structuredClone({ lines, anchors, links, includes, ...(translationMemory && { translationMemory }) })
}
