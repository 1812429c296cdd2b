import { VFile } from 'vfile'
import { takeWork } from '../../model/build/work.ts'
import type { BilingualDocument } from '../../model/document.ts'
import { storeFile } from '../../model/findings/stored-message.ts'
import { titlePairOf } from '../../model/title-pair.ts'
import { translationMemoryOf } from '../../model/translation-memory.ts'
import type { SizedImage } from '../../read/create-image-sizes.ts'
import { append } from '../../util/data/append.ts'
import type { RulePlan } from '../check/rule-plan.ts'
import type { CheckOptions } from '../options.ts'
import { attempt } from './attempt.ts'
import type { DocumentInputs } from './document-inputs.ts'
import type { DocumentResult, IncludeResult, MemberResult, StoredSummary } from './document-result.ts'
import { createMaker, type MakeSettings } from './make-document.ts'
import { createDocumentReader, type DocumentGroupReader } from './parse-documents.ts'
import type { Member, ParsedDocument, Recheck } from './parsed-document.ts'

type DescribedMember = NonNullable<MemberResult['document']>

/** Whether a summary gets the parts that only some rules read. */
type WantedParts = Readonly<Record<'title' | 'translationMemory', boolean>>

/** Settings that are the same for all documents of a run. */
export interface ProcessSettings {
  readonly options: CheckOptions & { readonly cwd: string }
  /** Collects records for each document in turn, so nothing else may use this plan. */
  readonly plan: RulePlan
  /** How to make outputs; absent if none are made. */
  readonly make?: MakeSettings
  /** Called with each document while its models and texts are in memory. */
  readonly visit?: ((parsed: ParsedDocument, recheck: Recheck) => void) | undefined
  /** Whether models have the trees of sides that need the full parse. Default: they do. */
  readonly full?: boolean
}

/**
 * Makes a function that turns the texts of one document, in all its locales, into plain data: parse → join →
 * validate → render. It writes nothing.
 *
 * @returns a function of the group and its texts, one for each input.
 */
export function createDocumentProcessor({
  options,
  plan,
  make,
  visit,
  full,
}: ProcessSettings): (group: DocumentInputs, files: readonly VFile[]) => DocumentResult {
  const reader = createDocumentReader(options, plan, full)
  const maker = make && createMaker(make, plan.runbooks)
  const wanted: WantedParts = {
    title: plan.rules.some((rule) => rule.usesTitles && plan.isOn(rule)),
    translationMemory: plan.rules.some((rule) => rule.usesTranslationMemory && plan.isOn(rule)),
  }
  // Nobody needs its records of suppressions.
  const rechecker = visit && createDocumentReader(options, plan.fork(), full)

  return (group, files) => {
    takeWork()
    const recheck = rechecker && createRecheck(rechecker, group, files)
    options.onStage?.('parse')
    const asked = files.map(() => new Map<string, boolean>())
    const images = files.map(() => new Map<string, SizedImage>())
    const members = reader.parse(group, files).map(
      (member, at) =>
        member && {
          ...member,
          hasFile: noting(member.hasFile, asked[at]!),
          imageOf: noting(member.imageOf, images[at]!),
        },
    )
    const all = members.filter((member) => member !== undefined)
    // Other documents need these even if a later step fails.
    const documents = members.map((member) => member && describe(member, wanted))
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
          ...(document && {
            document: { ...document, asked: Object.fromEntries(asked[at]!), ...imagesIn(images[at]!) },
          }),
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

/**
 * Returns a function that checks other texts of a group; call it while the files have only the messages of
 * reading.
 */
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

/** Wraps the function to record its answers. */
function noting<Answer>(
  ask: (path: string) => Answer,
  answers: Map<string, Answer>,
): (path: string) => Answer {
  return (path) => {
    const answer = ask(path)
    answers.set(path, answer)
    return answer
  }
}

function imagesIn(images: ReadonlyMap<string, SizedImage>): Pick<DescribedMember, 'images'> {
  return images.size === 0
    ? {}
    : { images: Object.fromEntries([...images].map(([path, { state }]) => [path, state])) }
}

function describe(
  { document, stateOf, xrefsOf }: Member,
  wanted: WantedParts,
): Omit<DescribedMember, 'asked' | 'images'> {
  const xrefs = xrefsOf([document.path, ...document.includes.flatMap(({ path }) => path ?? [])])
  return {
    locale: document.targetLocale,
    units: Object.keys(document.units).length,
    summary: summaryOf(document, wanted),
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
    // Whoever follows the include reports a cycle or excess.
    const found = { status: status === 'cycle' || status === 'excess' ? 'found' : status, path } as const
    return [`${from}\0${url}`, { from, url, ...found, ...(state && { state }) }]
  })
  return [...new Map(results).values()]
}

/**
 * Copies the part of a document that the checks across documents need; a substring would keep the whole text
 * in memory. Links to other sites are not checked, so they are left out.
 */
function summaryOf(document: BilingualDocument, wanted: WantedParts): StoredSummary {
  const { anchors, lines } = document
  const includes = document.includes.flatMap((include) => include.path ?? [])
  const links = document.links.filter(({ url }) => !/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(url))
  const title = wanted.title ? titlePairOf(document) : undefined
  const translationMemory = wanted.translationMemory ? translationMemoryOf(document) : undefined
  return structuredClone({
    lines,
    anchors,
    links,
    includes,
    ...(title && { title }),
    ...(translationMemory && { translationMemory }),
  })
}
