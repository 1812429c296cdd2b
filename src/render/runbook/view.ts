import type { BilingualDocument } from '../../model/document.ts'
import { otherSide } from '../../model/text.ts'
import type { Side } from '../../model/unit.ts'
import { textOfNodes } from '../../runbook/content.ts'
import type {
  ProcedureSection,
  Runbook,
  RunbookContent,
  RunbookSection,
  StageSection,
} from '../../runbook/derive-runbook.ts'
import type { RunbookDuration, RunbookHeading } from '../../runbook/types.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import { type BilingualLayout, localeOf, outputPath } from '../context.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { machineDate } from '../i18n/format-date.ts'
import { languageName } from '../i18n/language-name.ts'
import { paperOf } from '../i18n/paper-size.ts'
import { type Online, onlineAddress, onlineOf } from '../online.ts'
import { publishedUrl } from '../page/links.ts'
import { outputRoot, relativeUrl } from '../page/local-url.ts'
import type { PageScope } from '../page/page-scope.ts'
import { pagePath } from '../page-path.ts'
import { faviconOf } from '../site/site-view.ts'
import { titleOf } from '../title-of.ts'
import { isTranslation, noticesOf, type TranslationNotices } from '../translation-notices.ts'
import { type EditionLink, editionsOf } from './editions.ts'
import { hashRunbook } from './hash-runbook.ts'
import { type ScriptLabel, scriptLabels } from './labels.ts'
import { createRunbookLinks } from './links.ts'
import { numberValues } from './mark-values.ts'
import { buildMatrix, type MatrixText, type MatrixView } from './matrix.ts'
import { groupNotIncluded, type NotIncludedGroup } from './not-included.ts'
import { type PaperText, paperStyle } from './paper.ts'
import { itemsToRows, type RowReference, type RunbookRow, stepsToRows, toReference } from './rows.ts'
import { piecesOf } from './shorten-cells.ts'
import { type ValueView, valuesOf } from './values.ts'
import { createRunbookWriter, type RunbookWriter } from './writer.ts'

/** Data of the template `runbook`. */
export interface RunbookView extends TranslationNotices {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly title: string
  /** Key of the label of a doubtful title; empty if it is not doubtful. */
  readonly doubt: string
  /** Path of the input. */
  readonly source: string
  readonly version: string
  /** Name of the icon, for `{{asset}}`. */
  readonly favicon: string
  /** Relative URL of the output folder, ending in `/`, or empty. */
  readonly root: string
  /** Relative URL of the document's page; `null` if there is none. */
  readonly page: string | null
  /** Hash of the runbook's content. */
  readonly revision: string
  /** Hash of its source side, the same in every locale. */
  readonly sourceRevision: string
  /** Layout of the other side; `null` if it is not shown. */
  readonly bilingual: BilingualLayout | null
  /** The other side; `null` if it is not shown. */
  readonly other: OtherSide | null
  /** The language of titles in the source language, or of the other side; `null` if there are none. */
  readonly original: OtherSide | null
  /** The document in other forms. */
  readonly editions: readonly EditionLink[]
  /** Labels for the script. */
  readonly scriptLabels: readonly ScriptLabel[]
  /** The paper and the text in its margins. */
  readonly margins: PaperText
  /** CSS for {@link RunbookView.margins}. */
  readonly paperStyle: string
  /** Displayed number and id of the chapter, if the runbook is part of a book; else `null`. */
  readonly chapter: { readonly number: string; readonly id: string } | null
  /** Online address of the runbook; `null` if unknown. */
  readonly online: Online | null
  /** Public address of the document's page: on the published site, else in the output; `null` if unknown. */
  readonly published: string | null
  readonly facts: readonly RunbookFact[]
  readonly machineTranslated: boolean
  readonly contents: readonly ContentsEntry[]
  /** Id of the heading of the matrix. */
  readonly matrixId: string
  /** Overview of the stages; `null` if there are none. */
  readonly matrix: MatrixView | null
  /** Whether the matrix covers everything in the contents, so that paper needs no contents. */
  readonly matrixOnly: boolean
  readonly context: string
  /** Prerequisites; empty if there are none. */
  readonly prerequisites: string
  /** Conditions on which several lines depend. */
  readonly questions: readonly QuestionView[]
  /** Keys of the labels of answers. */
  readonly answers: { readonly yes: string; readonly no: string }
  /** Locale and direction of the side that questions also show. */
  readonly questionSide: { readonly locale: string; readonly dir: 'ltr' | 'rtl' }
  readonly sections: readonly SectionView[]
  /** Sections of the document that the runbook does not have, by reason. */
  readonly notIncluded: readonly NotIncludedGroup[]
  /** What an operator fills in once for all commands and texts. */
  readonly values: readonly ValueView[]
  /** Tables of symptoms for the front page of a book, as HTML; empty outside of a book. */
  readonly symptoms: readonly string[]
  readonly addresses: readonly AddressView[]
}

/** The address of a link, for paper. */
export interface AddressView {
  readonly number: number
  readonly address: string
  /** Whether it leads to nothing on the site, so that it only names what the link leads to. */
  readonly isUnresolved: boolean
}

/** The side that a bilingual runbook also shows, and any translation under its titles. */
export interface OtherSide {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  /** The document's title; empty if it has none or the same. */
  readonly title: string
}

/** A fact about the document in the header. */
export interface RunbookFact {
  /** Its name, for the script. */
  readonly name: string
  /** Key of its label. */
  readonly label: string
  readonly value: string
  /** Value for HTML's `datetime`, for dates; else `null`. */
  readonly datetime: string | null
  readonly isDate: boolean
  readonly isCode: boolean
}

/** A line of the contents. */
export interface ContentsEntry {
  readonly letter: string
  readonly title: string
  /** The title in the other language; empty if it is not shown or equal. */
  readonly otherTitle: string
  /** Key of the label of a doubtful title; empty if it is not doubtful. */
  readonly doubt: string
  readonly url: string
  /** Number of steps or items, without sub-steps. */
  readonly count: number
}

/** A condition on which several lines depend. */
export interface QuestionView {
  readonly id: string
  /** The condition in the runbook's language. */
  readonly text: string
  /** The condition in the other language; empty if both are equal. */
  readonly other: string
}

/** Data of a section. */
export interface SectionView {
  readonly type: RunbookSection['type']
  /** Empty if the section has no letter. */
  readonly letter: string
  /** Id of the heading; empty if it has none. */
  readonly id: string
  /** Headings above, as one line; empty if there are none. */
  readonly path: string
  readonly title: string
  /** Both in the other language; empty if they are not shown or equal. */
  readonly otherPath: string
  readonly otherTitle: string
  /** Key of the label of a doubtful title; empty if it is not doubtful. */
  readonly doubt: string
  /** Letters of the sections that it is an alternative to. */
  readonly insteadOf: readonly string[]
  readonly groups: readonly GroupView[]
}

/** Rows with a shared heading: the rows of one table at a stage, or a procedure. */
export interface GroupView {
  readonly path: string
  /** The path in the other language; empty if it is not shown or equal. */
  readonly otherPath: string
  readonly context: string
  /** Prerequisites; empty if there are none. */
  readonly prerequisites: string
  /** Header of the column of situations; empty for steps. */
  readonly situationHeader: string
  /** Time that the work takes; `null` if the text names none. */
  readonly duration: RunbookDuration | null
  readonly rows: readonly RunbookRow[]
  /** Sections to go to if the results are not the expected ones. */
  readonly onFailure: readonly RowReference[]
  readonly after: string
}

/** Options of {@link buildRunbookView}. */
export interface RunbookViewOptions {
  /** Layout of the other side, if it is shown. */
  readonly bilingual?: BilingualLayout | null
  /** Whether it is for a book, in which ids of headings must be unique and links can point to other chapters. */
  readonly forBook?: boolean
}

/** Builds the data of the template `runbook`. */
export function buildRunbookView(
  runbook: Runbook,
  scope: PageScope,
  { bilingual = null, forBook = false }: RunbookViewOptions,
): RunbookView {
  const { document, side, locale, context, output } = scope
  const anchors = anchorsOf(runbook, forBook ? document.path : undefined)
  const links = createRunbookLinks(scope, anchors, lettersOf(runbook), forBook, numberValues(runbook.values))
  const other = bilingual ? otherOf(scope) : null
  const original = other ?? (isTranslation(side, context) ? otherOf(scope) : null)
  const writer = createRunbookWriter(scope, links, {
    other: other !== null,
    otherTitles: original !== null,
    isLandscape: bilingual === 'beside',
  })
  const title = titleOf(document.title[side], document.path)
  const sections = withUniqueIds(
    runbook.sections
      .map((section) => toSectionView(section, writer))
      .map((section) => withAnchors(section, anchors)),
  )
  const before = runbook.context.length > 0 ? writer.content(runbook.context) : ''
  const sides = bilingual ? [side, otherSide(side)] : [side]
  const revision = hashRunbook(runbook, document, sides, side === 'target' ? context.isFlagged : undefined)
  const pageFile = pagePath(locale, document.path, context)
  const page = context.outputs.has('page') ? relativeUrl(output, pageFile, context) : null
  const locales = localesOf(locale, other)
  const matrix = buildMatrix(runbook, matrixText(scope, bilingual, writer))
  const margins: PaperText = {
    paper: paperOf(locale, context.paper),
    title,
    revision: [locale, sourceCommitOf(document), revision].filter(Boolean).join(' · '),
    pageOf: pageOfIn(context, locales),
    ...(other?.title && { aside: other.title }),
    ...(bilingual === 'beside' && { isLandscape: true }),
    dir: directionOf(locale),
  }
  return {
    locale,
    dir: directionOf(locale),
    title,
    doubt: writer.doubt([]),
    source: document.path,
    version: context.version,
    favicon: faviconOf(context),
    root: outputRoot(output),
    revision,
    sourceRevision: hashRunbook(runbook, document, ['source']),
    page,
    bilingual,
    other,
    original,
    editions: editionsOf(scope, other !== null),
    scriptLabels: scriptLabels(context, locale, other),
    chapter: null,
    online: onlineOf(scope, outputPath(locale, document.path, '.runbook.html')),
    published: publishedUrl(document.path, '', scope) ?? onlinePageOf(scope, pageFile),
    margins,
    paperStyle: paperStyle(margins),
    facts: factsOf(scope, revision, locales),
    ...noticesOf(scope),
    machineTranslated: isMachineTranslated(scope, other !== null),
    contents: contentsOf(runbook, writer, title),
    matrixId: 'at-a-glance',
    matrix,
    matrixOnly: matrix !== null && runbook.sections.every(({ type }) => type !== 'procedure'),
    context: before,
    prerequisites: runbook.prerequisites.length > 0 ? writer.content(runbook.prerequisites) : '',
    questions: questionsOf(runbook, scope, other !== null),
    answers: { yes: 'runbookBranches.yes', no: 'runbookBranches.no' },
    questionSide: questionSideOf(scope),
    sections,
    symptoms: forBook ? runbook.symptoms.map((table) => writer.content([table])) : [],
    notIncluded: groupNotIncluded(runbook.notIncluded, page, writer),
    values: valuesOf(
      runbook.values,
      sections.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows)),
    ),
    addresses: links.addresses.map((address, at) => ({
      number: at + 1,
      address,
      isUnresolved: links.unresolved.has(address),
    })),
  }
}

/** Public address of the document's page in the output; `null` if there is none. */
function onlinePageOf({ context }: PageScope, page: string): string | null {
  return context.outputs.has('page') ? onlineAddress(page, context) : null
}

/** “Page x of y” in some locales, with placeholders. */
export function pageOfIn(
  { translate }: Pick<PageScope['context'], 'translate'>,
  locales: readonly string[],
): string {
  const texts = locales.map((each) => translate(each, 'runbook.pageOf', { page: '{page}', pages: '{pages}' }))
  return [...new Set(texts)].join(' · ')
}

/** The text functions for the matrix, which compares and shows whole blocks. */
function matrixText(
  { document, side, locale }: PageScope,
  bilingual: BilingualLayout | null,
  { doubt, otherText }: RunbookWriter,
): MatrixText {
  const textIn = (of: Side) => (content: RunbookContent) =>
    textOfNodes(content, document, of).replace(/\s*[:：]$/u, '')
  const shown = textIn(side)
  const inOther = textIn(otherSide(side))
  const other = (content: RunbookContent) => {
    const text = bilingual ? inOther(content) : ''
    return text === shown(content) ? '' : text
  }
  const source = (content: RunbookContent) => textOfNodes(content, document, 'source')
  const pieces = (content: RunbookContent) => piecesOf(content, document, side)
  const otherPieces = (content: RunbookContent) =>
    bilingual ? piecesOf(content, document, otherSide(side)) : []
  const isLandscape = bilingual === 'beside'
  return { shown, other, source, pieces, otherPieces, doubt, otherText, locale, isLandscape }
}

/** The questions, each as the condition at the start of its sentence. A translation always shows the source too, which decides. */
function questionsOf(
  { questions }: Runbook,
  { document, side }: PageScope,
  isBilingual: boolean,
): readonly QuestionView[] {
  return questions.map(({ id, condition }) => {
    const text = conditionIn(textOfNodes(condition, document, side))
    const isShown = isBilingual || side === 'target'
    const other = isShown ? conditionIn(textOfNodes(condition, document, otherSide(side))) : ''
    return { id, text, other: other === text ? '' : other }
  })
}

/** The side of the document that is not shown: questions name their condition in both languages. */
function questionSideOf({ document, side }: PageScope): RunbookView['questionSide'] {
  const locale = localeOf(document, otherSide(side))
  return { locale, dir: directionOf(locale) }
}

/** A sentence up to the comma after its condition; all of it if there is none. */
function conditionIn(sentence: string): string {
  return /^(.{6,}?)(?:[,;:](?=\s)|[，、،；：])/u.exec(sentence)?.[1] ?? sentence
}

/** The contents; empty if there is nothing to choose from. */
function contentsOf(runbook: Runbook, writer: RunbookWriter, title: string): readonly ContentsEntry[] {
  const entries = runbook.sections.flatMap((section): ContentsEntry[] => {
    if (section.type === 'context') return []
    const { letter } = section
    const titles = {
      title: writer.text(section.title) || title,
      otherTitle: writer.otherText(section.title),
      doubt: writer.doubt(section.title),
    }
    return [{ letter, ...titles, url: `#${letter}`, count: countOf(section) }]
  })
  return entries.length > 1 ? entries : []
}

/** Whether the runbook shows any machine translation. */
function isMachineTranslated({ document, side }: PageScope, bilingual: boolean): boolean {
  return (side === 'target' || bilingual) && document.handoff.translationType?.toUpperCase() === 'MT'
}

/** Ids of the headings of the runbook's sections, by ids in the document; they differ in a book. */
function anchorsOf({ sections }: Runbook, path: string | undefined): ReadonlyMap<string, string> {
  const ids = sections.flatMap((section) => ('id' in section && section.id ? [section.id] : []))
  return new Map(ids.map((id) => [id, path === undefined ? id : `${hashOf(path).slice(0, 8)}-${id}`]))
}

/** Letters of sections by ids in the document; the first section of an id counts. */
function lettersOf({ sections }: Runbook): ReadonlyMap<string, string> {
  const own = sections.flatMap((section): [string, string][] =>
    section.type === 'procedure' && section.id ? [[section.id, section.letter]] : [],
  )
  return new Map(own.reverse())
}

/** Number of steps or items of a section. */
function countOf(section: StageSection | ProcedureSection): number {
  if (section.type === 'procedure') return section.steps.length
  return section.groups.reduce((sum, { items }) => sum + items.length, 0)
}

/** Data about the other side of a bilingual runbook. */
function otherOf({ document, side }: PageScope): OtherSide {
  const locale = localeOf(document, otherSide(side))
  const title = document.title[otherSide(side)] ?? ''
  return { locale, dir: directionOf(locale), title: title === document.title[side] ? '' : title }
}

/** Data of a section. */
function toSectionView(section: RunbookSection, writer: RunbookWriter): SectionView {
  const titles = {
    title: writer.title(section.title),
    otherTitle: writer.otherTitle(section.title),
    doubt: writer.doubt(section.title),
  }
  if (section.type === 'stage') {
    const { letter } = section
    let start = 1
    const groups = section.groups.map((group): GroupView => {
      const rows = itemsToRows(group.items, letter, start, writer)
      start += group.items.length
      const { headings, context, after, situationHeader } = group
      return {
        ...pathsOf(headings, writer),
        context: writer.content(context),
        prerequisites: '',
        // A column without a header is a column still.
        situationHeader: writer.content(situationHeader) || (rows.some(hasSituation) ? '\u00A0' : ''),
        duration: null,
        rows,
        onFailure: [],
        after: writer.content(after),
      }
    })
    return { type: 'stage', letter, id: '', path: '', otherPath: '', ...titles, insteadOf: [], groups }
  }
  const common = { ...pathsOf(section.headings, writer), ...titles, id: section.id ?? '' }
  const none = { path: '', otherPath: '', situationHeader: '' }
  if (section.type === 'context') {
    const group = {
      ...none,
      context: writer.content(section.content),
      prerequisites: '',
      duration: null,
      rows: [],
      onFailure: (section.onFailure ?? []).map((each) => toReference(each, writer)),
      after: '',
    }
    return { type: 'context', letter: '', ...common, insteadOf: [], groups: [group] }
  }
  const group: GroupView = {
    ...none,
    context: writer.content(section.context),
    prerequisites: writer.content(section.prerequisites),
    duration: section.duration ?? null,
    rows: stepsToRows(section.steps, section.letter, writer),
    onFailure: [],
    after: writer.content(section.after),
  }
  const { letter, insteadOf = [] } = section
  return { type: 'procedure', letter, ...common, insteadOf, groups: [group] }
}

/** A section with the ids that its headings, and those that it refers to, have in the output. */
function withAnchors(section: SectionView, anchors: ReadonlyMap<string, string>): SectionView {
  const point = (reference: RowReference): RowReference =>
    reference.letter ? reference : { ...reference, id: anchors.get(reference.id) ?? '' }
  return {
    ...section,
    id: anchors.get(section.id) ?? '',
    groups: section.groups.map((group) => ({
      ...group,
      onFailure: group.onFailure.map(point),
      rows: group.rows.map((row) => ({ ...row, onFailure: row.onFailure.map(point) })),
    })),
  }
}

function hasSituation({ situation }: RunbookRow): boolean {
  return situation !== ''
}

function pathsOf(
  headings: readonly RunbookHeading[],
  writer: RunbookWriter,
): Pick<GroupView, 'path' | 'otherPath'> {
  return { path: writer.path(headings), otherPath: writer.otherPath(headings) }
}

/** The sections, with the id of each heading only on the first section below it. */
function withUniqueIds(sections: readonly SectionView[]): readonly SectionView[] {
  const seen = new Set<string>()
  return sections.map((section) => {
    if (seen.has(section.id)) return { ...section, id: '' }
    seen.add(section.id)
    return section
  })
}

/** Facts about the document and its revision in the header. */
function factsOf(
  { document }: PageScope,
  revision: string,
  locales: readonly string[],
): readonly RunbookFact[] {
  const { date, lastHandoff } = document.handoff
  const id = document.metadata.entries['ms:assetid']?.value
  const facts: RunbookFact[] = []
  const add = (label: string, value: string | undefined, kind: 'date' | 'code' | 'text'): void => {
    if (!value?.trim()) return
    const datetime = kind === 'date' ? machineDate(value) : null
    facts.push({
      name: label,
      label: `runbook.${label}`,
      value: value.trim(),
      datetime,
      isDate: kind === 'date',
      isCode: kind === 'code',
    })
  }
  add('documentId', typeof id === 'string' && id.trim() ? id : document.path, 'code')
  add('language', languagesOf(locales), 'text')
  add('sourceDate', date, 'date')
  add('sourceCommit', sourceCommitOf(document), 'code')
  add('handoff', lastHandoff, 'date')
  add('contentHash', revision, 'code')
  return facts
}

/** The locales that a runbook or a book shows: its own and any other. */
export function localesOf(locale: string, other: OtherSide | null): readonly string[] {
  return other ? [locale, other.locale] : [locale]
}

/** Names of the languages of some locales. */
export function languagesOf(locales: readonly string[]): string {
  return locales.map((each) => `${languageName(each)} (${each})`).join(' · ')
}

/** The abbreviated commit of the source. */
function sourceCommitOf({ handoff }: BilingualDocument): string | undefined {
  return handoff.sourceCommit?.slice(0, 12)
}
