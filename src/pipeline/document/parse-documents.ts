import { resolve } from 'node:path'
import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { joinDocuments } from '../../join/join-documents.ts'
import { createOtherTranslations } from '../../join/other-translations.ts'
import type { BilingualDocument } from '../../model/document.ts'
import { addMessage } from '../../model/findings/add-message.ts'
import type { Simplified } from '../../model/findings/simplified.ts'
import { isMonolingual } from '../../model/is-monolingual.ts'
import type { MultilingualDocument } from '../../model/multilingual.ts'
import { type Lined, toPosition } from '../../model/place.ts'
import type { ResolveFile } from '../../model/resolve.ts'
import type { ResolveXref } from '../../model/xref.ts'
import { parseDocument } from '../../parse/parse-document.ts'
import { includeName, type ParseOptions } from '../../parse/parse-options.ts'
import type { ParsedBody } from '../../parse/parsed-body.ts'
import { type DocsetFormulas, readDocsetFormulas } from '../../read/config/docset-formulas.ts'
import { createFileLookup } from '../../read/create-file-lookup.ts'
import { createImageSizes, type SizedImage } from '../../read/create-image-sizes.ts'
import { createResolver } from '../../read/create-resolver.ts'
import type { FileState } from '../../read/files/file-state.ts'
import type { Input } from '../../read/input.ts'
import { pathForPeople } from '../../read/path-for-people.ts'
import { memoize } from '../../util/memoize.ts'
import type { RuleContext } from '../../validate/engine/define-rule.ts'
import { runJoinedRules, runRules } from '../../validate/engine/run-rules.ts'
import type { RulePlan } from '../check/rule-plan.ts'
import type { CheckOptions } from '../options.ts'
import { attempt } from './attempt.ts'
import type { DocumentInputs, InputDocset } from './document-inputs.ts'
import type { Member, ParsedDocument } from './parsed-document.ts'
import { notingXrefs, xrefResults, xrefsOf } from './xrefs.ts'

/** What documents of the same root share. */
interface Root {
  readonly resolve: ResolveFile
  readonly hasFile: (path: string) => boolean
  readonly formulas: DocsetFormulas
  readonly imageOf: (path: string) => SizedImage
  /** Parsed includes by name, so that each is read once. */
  readonly includes: Map<string, BilingualDocument>
  /** Findings in these, by the target locale of the including document and the name. */
  readonly includeFindings: Map<string, readonly VFileMessage[]>
  /** State of each included file, by path. */
  readonly states: Map<string, FileState>
  readonly xrefs: ResolveXref
  /** Resolved uids, by the file that refers to them. */
  readonly xrefsAsked: Map<string, Map<string, string>>
}

/** Parses the texts of one document into models and checks them. */
export interface DocumentGroupReader {
  /**
   * Parses the document in each locale.
   *
   * @param files the texts, one for each input of the group; receive messages.
   * @returns one for each input; `undefined` if it could not be read.
   */
  parse(group: DocumentInputs, files: readonly VFile[]): readonly (Member | undefined)[]
  /** Joins the locales and checks them; `undefined` if no locale is left. */
  check(group: DocumentInputs, members: readonly Member[]): ParsedDocument | undefined
}

/**
 * Makes a reader, which caches includes.
 *
 * @param full whether models have the trees of sides that need the full parse.
 */
export function createDocumentReader(
  options: CheckOptions,
  plan: RulePlan,
  full = true,
): DocumentGroupReader {
  const roots = new Map<string, Root>()
  /** Rules of the checks that runbooks show, whose records nobody takes. */
  const quietRules = memoize((_: 'once') => plan.runbookRules ?? plan.fork())
  const rootOf = ({ root }: Input, { docset }: DocumentInputs): Root => {
    const cached = roots.get(root) ?? makeRoot(root, docset)
    roots.set(root, cached)
    return cached
  }
  const makeRoot = (path: string, docset: InputDocset): Root => {
    const states = new Map<string, FileState>()
    const xrefsAsked = new Map<string, Map<string, string>>()
    return {
      xrefs: notingXrefs(xrefsOf(docset, path, options), xrefsAsked),
      xrefsAsked,
      resolve: createResolver(path, options, states),
      hasFile: createFileLookup(path, options),
      formulas: readDocsetFormulas(path),
      imageOf: createImageSizes(path, options),
      includes: new Map(),
      includeFindings: new Map(),
      states,
    }
  }
  return {
    parse(group, files) {
      const bodies = group.inputs.length > 1 ? new Map<string, ParsedBody>() : undefined
      return group.inputs.map((input, at) => parseMember(input, group, files[at]!, bodies))
    },
    check({ path, docset }, all) {
      const [first] = all
      if (!first) return undefined
      const members = withoutDuplicates(all)
      if (members.length === 0) return undefined
      const joined = isMultilingual(docset)
        ? joinDocuments(members.map(({ document }) => document))
        : undefined
      checkMembers({ members, joined }, plan)
      return {
        path,
        members,
        docset,
        ...(joined && { joined }),
        findingsOf: createFindings(members, joined),
      }
    },
  }

  function parseMember(
    input: Input,
    group: DocumentInputs,
    file: VFile,
    bodies: Map<string, ParsedBody> | undefined,
  ): Member | undefined {
    if (file.value === undefined) return undefined
    const root = rootOf(input, group)
    let member: Member | undefined
    attempt(file, 'read as a document', () => {
      const settings = parseOptions(input, group, root, options)
      const document = inItsLanguage(
        parseDocument(file, { ...settings, full, ...(bodies && { bodies }) }),
        input,
        group,
      )
      for (const simplified of document.simplified ?? []) reportSimplified(file, simplified, document)
      plan.see(input, document)
      member = {
        document,
        input,
        file,
        hasFile: root.hasFile,
        ...(settings.formulas !== undefined && { formulas: settings.formulas }),
        formulaMacros: root.formulas.macrosFor(input.path),
        imageOf: root.imageOf,
        stateOf: (path) => root.states.get(path),
        findingsIn: (path) => {
          const place = { ...input, path, absolute: resolve(input.root, path), fragment: true }
          return findingsIn(place, includeName(path, settings), document.targetLocale, root)
        },
        xrefsOf: (paths) => xrefResults(paths, root.xrefsAsked),
      }
    })
    return member
  }

  /** Runs the checks that runbooks show when they are first asked for: most documents have no runbook. */
  function createFindings(
    members: readonly Member[],
    joined: MultilingualDocument | undefined,
  ): ParsedDocument['findingsOf'] {
    const own = ownFindings(members, joined)
    return (member) => [...own(member), ...includedFindings(member)]
  }

  /** Findings in the files that a document includes, which are reported for these files. */
  function includedFindings({ document, findingsIn }: Member): readonly VFileMessage[] {
    const paths = document.includes.flatMap(({ path, status }) => (status === 'found' ? (path ?? []) : []))
    return [...new Set(paths)].flatMap((path) => findingsIn(path))
  }

  /** Checks such a file once for each target locale of the documents that include it; records nothing. */
  function findingsIn(
    input: Input,
    name: string,
    targetLocale: string,
    { includes, includeFindings }: Root,
  ): readonly VFileMessage[] {
    const included = includes.get(name)
    if (!included) return []
    const key = `${targetLocale}\0${name}`
    const known = includeFindings.get(key)
    if (known) return known
    const file = new VFile({ path: input.path })
    runRules(included, file, quietRules('once').rulesFor(input, targetLocale))
    includeFindings.set(key, file.messages)
    return file.messages
  }

  function ownFindings(
    members: readonly Member[],
    joined: MultilingualDocument | undefined,
  ): ParsedDocument['findingsOf'] {
    const { runbookRules } = plan
    if (!runbookRules) return ({ file }) => file.messages
    const checked = memoize((_: 'once') => {
      const copies = members.map((member) => ({ ...member, file: new VFile({ path: member.file.path }) }))
      checkMembers({ members: copies, joined }, runbookRules)
      return new Map(copies.map(({ input, file }) => [input, file.messages]))
    })
    return ({ input }) => checked('once').get(input)!
  }

  function checkMembers(
    { members, joined }: { members: readonly Member[]; joined: MultilingualDocument | undefined },
    { rulesFor, rules, base }: Pick<RulePlan, 'rulesFor' | 'rules' | 'base'>,
  ): void {
    const otherTranslationsOf = joined && members.length > 1 ? createOtherTranslations(joined) : undefined
    for (const { document, input, file } of members) {
      const expectedLocale = input.folderLocale ?? options.targetLocale
      const otherTranslations = otherTranslationsOf?.(document.targetLocale)
      const context: RuleContext = {
        ...(expectedLocale !== undefined && { expectedLocale }),
        ...(otherTranslations && { otherTranslations }),
      }
      runRules(document, file, { ...rulesFor(input, document.targetLocale), ...context })
    }
    if (!joined || members.length < 2) return
    const byLocale = new Map(members.map((member) => [member.document.targetLocale, member]))
    runJoinedRules(joined, (locale) => byLocale.get(locale)!.file, {
      rules,
      settings: base,
      rulesOf: (locale) => rulesFor(byLocale.get(locale)!.input, locale),
      unitsOf: (locale) => byLocale.get(locale)!.document.units,
    })
  }
}

/** Whether a docset has several locales. */
function isMultilingual({ roots }: InputDocset): boolean {
  return new Set(roots.values()).size > 1
}

/** Keeps one document for each locale and none for the source locale; the others get a message. */
function withoutDuplicates(members: readonly Member[]): readonly Member[] {
  const taken = new Map<string, Member>()
  for (const member of members) {
    const { sourceLocale, targetLocale } = member.document
    const first = taken.get(targetLocale)
    if (first) reportConflict(member.file, first.input)
    else if (members.length > 1 && targetLocale === sourceLocale) reportSource(member.file, sourceLocale)
    else taken.set(targetLocale, member)
  }
  return [...taken.values()]
}

/**
 * A document without units is in the source language, unless its front matter, its folder or its other locales say
 * that it is a translation: the locale of the documents around it is not its own.
 */
function inItsLanguage(
  document: BilingualDocument,
  { fragment, folderLocale }: Input,
  { inputs }: DocumentInputs,
): BilingualDocument {
  const { sourceLocale, targetLocale, handoff, title } = document
  const isNamed = handoff.contentLocale !== undefined || folderLocale !== undefined || inputs.length > 1
  const isSource = targetLocale === sourceLocale || !isNamed
  if (fragment || !isSource || !isMonolingual(document)) return document
  const own = title.target ?? title.source
  return { ...document, targetLocale: sourceLocale, title: { source: own, target: own } }
}

const SIMPLIFIED = {
  flattened: [
    'Unexpected elements nested so deeply that the deepest are removed; their content stays',
    'Nest elements less deeply, or close those that are left open.',
  ],
  blocks: [
    'Unexpected lists or quotes nested so deeply that the text is read as plain text, without its markup',
    'Nest lists and quotes less deeply.',
  ],
  marks: [
    'Unexpected paragraph with so many marks that the text is read as plain text, without its markup',
    'Divide the paragraph, or put a backslash before marks that are text.',
  ],
  units: [
    'Unexpected units nested so deeply that the deepest are read as text of the enclosing unit',
    'Restore the delimiters, so that each unit ends before the next one begins.',
  ],
} as const

function reportSimplified(file: VFile, { why, place }: Simplified, input: Lined): void {
  const [reason, note] = SIMPLIFIED[why]
  addMessage(file, {
    ruleId: 'document-simplified',
    severity: 'error',
    reason,
    note,
    place: place && toPosition(input, place),
  })
}

function reportSource(file: VFile, sourceLocale: string): void {
  addMessage(file, {
    ruleId: 'output-doubled',
    severity: 'error',
    reason: `This document has no output: its locale, ${sourceLocale}, is the source locale, which the other locales already contain`,
    note: 'Correct the locale in its front matter, or exclude its folder.',
  })
}

/** Reports that a document's output would overwrite that of another one. */
export function reportConflict(file: VFile, first: Pick<Input, 'absolute'>): void {
  addMessage(file, {
    ruleId: 'output-doubled',
    severity: 'error',
    reason: `This document has no output: it would overwrite the output of ${pathForPeople(first.absolute, file.cwd)}`,
    note: 'Rename one of them, correct the locale in its front matter, or build them to different folders.',
  })
}

function parseOptions(
  input: Input,
  { docset }: DocumentInputs,
  root: Root,
  options: CheckOptions,
): ParseOptions {
  const { sourceLocale } = options
  // Includes often lack front matter, so they get the language of the documents around them.
  const targetLocale = input.folderLocale ?? options.targetLocale ?? docset.roots.get(input.root)
  const formulas = root.formulas.uses(input.path)
  return {
    path: input.path,
    resolve: root.resolve,
    xrefs: root.xrefs,
    includes: root.includes,
    ...(formulas !== undefined && { formulas }),
    ...(sourceLocale !== undefined && { sourceLocale }),
    ...(targetLocale !== undefined && { targetLocale }),
  }
}
