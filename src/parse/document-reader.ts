import type { Element, ElementContent, Root } from 'hast'
import type { Root as MdastRoot } from 'mdast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { Position } from 'unist'
import { type Cores, mayHaveEscapes, offsetAsWritten, withoutAddedEscapes } from '../bitext/added-escapes.ts'
import { MarkedText } from '../bitext/marked-text.ts'
import { Places } from '../bitext/places.ts'
import { scanSxs } from '../bitext/scan-sxs.ts'
import { makeSkeletonText, rewritten, type SkeletonText } from '../bitext/skeleton-text.ts'
import { SlotCodec } from '../bitext/slots.ts'
import { findStrays } from '../bitext/strays.ts'
import type { SxsPiece } from '../bitext/sxs-piece.ts'
import { draftUnits, type UnitDraft } from '../bitext/unit-drafts.ts'
import { work } from '../model/build/work.ts'
import type { BilingualDocument, FullTree, Include, Metadata } from '../model/document.ts'
import type { Simplified } from '../model/findings/simplified.ts'
import type { TextPart } from '../model/hast.ts'
import type { Table } from '../model/table.ts'
import { textOfParts } from '../model/text.ts'
import type { Side, Syntax, TranslationUnit } from '../model/unit.ts'
import { append } from '../util/append.ts'
import { canonicalLocale } from '../util/canonical-locale.ts'
import { escapeMarkup } from '../util/escape-markup.ts'
import { type FrontMatterText, findFrontMatter } from '../util/find-front-matter.ts'
import { visit } from '../util/visit.ts'
import { findHazards, type HazardUnit, planPhrasing } from './hazards/find-hazards.ts'
import { type MarkdownSurvey, surveyMarkdown } from './hazards/survey-markdown.ts'
import { RawBounds } from './html/bound-raw.ts'
import type { OnSimplified } from './html/bound-tree.ts'
import { tidyTree } from './html/tidy-tree.ts'
import { parseAsMarkdig } from './markdown/parse-as-markdig.ts'
import { markdownToTree } from './markdown/parse-markdown.ts'
import { selectCode } from './microsoft/code-selection.ts'
import { IncludeBudget, type IncludeCost } from './microsoft/include-budget.ts'
import { type IncludedContent, includeContent, isTooDeepToInclude } from './microsoft/include-content.ts'
import { microsoftTransforms } from './microsoft/index.ts'
import { withoutNoLoc } from './microsoft/no-loc.ts'
import type { CodeReference, MicrosoftContext } from './microsoft/types.ts'
import type { ParseOptions } from './parse-options.ts'
import type { ParsedBody, SimplifiedText } from './parsed-body.ts'
import { handoffOf, metadataText, readMetadata } from './read-metadata.ts'
import { mayBeSplit, rejoinEmphasis, rejoinTranslated } from './repair/rejoin-emphasis.ts'
import { mayBeBroken, type ReadSide, repairMarkup } from './repair/repair-markup.ts'
import { fillSlots } from './segments/fill-slots.ts'
import {
  fold,
  type InlineContent,
  InlineReader,
  saySame,
  withoutPositions,
} from './segments/inline-content.ts'
import { linksInUnits } from './segments/links-in-units.ts'
import { makeUnits } from './segments/make-units.ts'
import { mayRefer, resolveReferences } from './segments/segment-references.ts'
import { titleUnit } from './segments/title-unit.ts'
import { elementsNamed } from './structure/blocks.ts'
import { collectStructure, type Structure } from './structure/collect-structure.ts'
import { inlineOf, toSkeleton } from './structure/to-skeleton.ts'
import type { XrefContext } from './xref/xrefs.ts'

const SIDES: readonly Side[] = ['source', 'target']
/** How often the markup of a target is mended: what one kind of mark hid may be broken too. */
const REPAIRS = 3
/** What documents cost that are included. */
const costs = new WeakMap<BilingualDocument, IncludeCost>()

/** Reads one document; `including` are the paths of the documents that include it. */
export class DocumentReader {
  readonly input: string
  readonly options: ParseOptions
  readonly including: readonly string[]
  readonly budget: IncludeBudget
  readonly places: Places
  readonly pieces: readonly SxsPiece[]
  readonly drafts: readonly UnitDraft[]
  readonly byKey: ReadonlyMap<string, UnitDraft>
  readonly codec: SlotCodec
  made: SkeletonText
  /** Rows of delimiters that had to be written otherwise to be read as Markdig reads them: places in the input, numbers of cells. */
  readonly delimiters: NonNullable<Table['delimiters']>[] = []
  readonly syntaxes = new Map<string, Syntax>()
  readonly includes: Include[] = []
  /** What was noted of them in units. */
  readonly includesInUnits = new Set<string>()
  /** Number of names of others that it shows. */
  titles = 0
  readonly includedUnits: Record<string, TranslationUnit> = {}
  /** What was read more simply than it is written. */
  readonly simplified: Simplified[] = []
  readonly simplifiedText: SimplifiedText[] = []
  /** What reads the markup of each side. */
  readers: Readonly<Record<Side, InlineReader>>
  /** Cores of each side whose markup was broken, mended, by key. */
  readonly repairs: Readonly<Record<Side, Map<string, string>>> = {
    source: new Map(),
    target: new Map(),
  }
  /** What the cores of each side say, by key: each is read once. */
  readonly inlines: Readonly<Record<Side, Map<string, InlineContent>>> = {
    source: new Map(),
    target: new Map(),
  }
  /** Whether the input is a page of HTML and not Markdown. */
  readonly isPage: boolean
  escapesInHtml: boolean | undefined
  /** What is to be added to positions in the tree to have those in the skeleton's text: they may be of another translation. */
  shift = 0

  constructor(
    input: string,
    options: ParseOptions,
    including: readonly string[],
    budget = new IncludeBudget(),
  ) {
    this.input = input
    this.options = options
    this.including = including
    this.budget = budget
    this.isPage = /\.html?$/i.test(options.path)
    this.places = new Places(input)
    this.pieces = scanSxs(input)
    this.drafts = draftUnits(input, this.pieces, ({ start, end }) =>
      this.simplify('units', this.range(start, end)),
    )
    this.byKey = new Map(this.drafts.map((draft) => [draft.key, draft]))
    this.codec = new SlotCodec(input)
    this.made = makeSkeletonText(input, this.pieces, this.drafts, this.codec)
    this.readers = this.readersOf(new Map())
  }

  read(): BilingualDocument {
    work.documents++
    return this.isPage ? this.readHtml() : this.readMarkdown()
  }

  readMarkdown(): BilingualDocument {
    const known = this.sharedBody()
    if (known) work.bodiesShared++
    const tree = known ? undefined : this.skeletonMarkdown()
    const { text } = this.made
    const front = findFrontMatter(text)
    const body = known ?? this.parseBody(tree!, front)
    if (known) this.adopt(known)
    this.shift = bodyStart(front) - body.start
    for (const { why, position } of known?.simplified ?? []) this.onSimplified(why, position)
    const metadata = this.metadata(front)
    const hazards = SIDES.map((side) => [side, this.hazards(body, side)] as const)
    const skeleton = this.toSkeleton(body.tree)
    const structure = this.structure(skeleton)
    this.shift = 0
    const full = Object.fromEntries(
      hazards
        .filter(([, keys]) => keys.length > 0)
        .map(([side, keys]) => [side, this.fullTree(side, keys, structure)]),
    ) as Partial<Record<Side, FullTree>>
    return this.document('markdown', metadata, skeleton, structure, full, null)
  }

  /** mdast of the skeleton's text. */
  skeletonMarkdown(): MdastRoot {
    const { tree, pieces, rows } = parseAsMarkdig(this.made.text, {
      parser: this.options.parser,
      onSimplified: this.onSimplified,
      isOpaque: (alt) => this.codec.has(alt),
    })
    const toInput = (offset: number) => this.made.map.toInput(offset)
    for (const { start, end, cells } of rows)
      this.delimiters.push({ cells, place: this.range(toInput(start), toInput(end)) })
    if (pieces.length > 0) this.made = rewritten(this.made, pieces)
    return tree
  }

  /** What another translation of the document has parsed already, if it is the same. */
  sharedBody(): ParsedBody | undefined {
    const known = this.options.bodies?.get(this.options.path)
    if (!known) return undefined
    const { text } = this.made
    const start = bodyStart(findFrontMatter(text))
    if (text.length - start !== known.text.length || !text.endsWith(known.text)) return undefined
    const sources = this.sources()
    return sources.every((source, at) => source === known.sources[at]) ? known : undefined
  }

  /** Takes over how the units are to be read. */
  adopt({ syntaxes, definitions }: Pick<ParsedBody, 'syntaxes' | 'definitions'>): void {
    for (const [index, key] of this.codec.unitKeys().entries()) {
      const syntax = syntaxes[index]
      if (key !== undefined && syntax) this.syntaxes.set(key, syntax)
    }
    this.readers = this.readersOf(definitions)
    this.forgetInlines()
    this.parseSegments()
  }

  /** Parses the Markdown of all segments in one go. */
  parseSegments(): void {
    const drafts = this.drafts.filter(({ key }) => this.syntaxes.get(key) === 'markdown')
    const markups = (side: Side) => drafts.flatMap(({ cores }) => cores[side] ?? [])
    const { source, target } = this.readers
    if (source === target) source.parseAhead([...markups('source'), ...markups('target')])
    else for (const side of SIDES) this.readers[side].parseAhead(markups(side))
  }

  /** What reads each side's markup: the same for both, but where a definition that they refer to holds units. */
  readersOf(definitions: ReadonlyMap<string, string>): Readonly<Record<Side, InlineReader>> {
    const { parser } = this.options
    if (![...definitions.values()].some((text) => this.codec.has(text))) {
      const reader = new InlineReader(definitions, parser)
      return { source: reader, target: reader }
    }
    const readerOf = (side: Side) => {
      const own = [...definitions].map(
        ([name, text]) => [name, this.sideText(text, side, escapeMarkup)] as const,
      )
      return new InlineReader(new Map(own), parser)
    }
    return { source: readerOf('source'), target: readerOf('target') }
  }

  /** To be called when it has changed how they are to be read. */
  forgetInlines(): void {
    for (const side of SIDES) {
      this.inlines[side].clear()
      this.repairs[side].clear()
    }
  }

  parseBody(tree: MdastRoot, front: FrontMatterText | null): ParsedBody {
    const { text } = this.made
    const start = bodyStart(front)
    // Before any transform changes the tree.
    const { syntaxes, definitions, holds } = surveyMarkdown(tree, text, this.codec)
    const phrasing = planPhrasing(tree, text, this.codec)
    this.adopt({ syntaxes, definitions })
    const hast = this.markdownTree(tree, text, holds)
    const body = {
      text: text.slice(start),
      start,
      sources: this.sources(),
      syntaxes,
      definitions,
      phrasing,
      simplified: this.simplifiedText,
      tree: hast,
    }
    // What is included belongs to the locale.
    const isShared = this.includes.length === 0 && this.codec.unitKeys().every((key) => key !== undefined)
    if (isShared) this.options.bodies?.set(this.options.path, body)
    return body
  }

  /** The source texts of all units that have a slot. */
  sources(): readonly (string | null)[] {
    return this.codec.unitKeys().map((key) => {
      const draft = key === undefined ? undefined : this.byKey.get(key)
      return draft ? draft.cores.source : null
    })
  }

  readHtml(): BilingualDocument {
    const { text } = this.made
    const front = findFrontMatter(text)
    const metadata = this.metadata(front)
    const start = bodyStart(front)
    const html = ' '.repeat(start) + text.slice(start)
    for (const draft of this.drafts) this.syntaxes.set(draft.key, 'html')
    this.forgetInlines()
    work.htmlPages++
    const bounds = new RawBounds(() => {})
    const dropped: number[] = []
    const bounded = bounds.html(html, 0, (offset) => dropped.push(offset))
    if (dropped[0] !== undefined) this.onSimplified('flattened', pointAt(dropped[0]))
    const page = unified()
      .use(rehypeParse, { fragment: !/<(?:html|body|!doctype)\b/i.test(html) })
      .parse(bounded)
    const body = [...elementsNamed(page.children as ElementContent[], 'body')][0]
    const title = [...elementsNamed(page.children as ElementContent[], 'title')][0]
    const tree: Root = { type: 'root', children: body ? body.children : page.children }
    const titleText =
      title?.children.map((child) => (child.type === 'text' ? child.value : '')).join('') ?? null
    const skeleton = this.toSkeleton(tidyTree(tree, true))
    return this.document('html', metadata, skeleton, this.structure(skeleton), {}, titleText)
  }

  /** hast of Markdown, what Microsoft's means included; tidied and sanitized. */
  markdownTree(
    tree: MdastRoot,
    text: string,
    holds?: MarkdownSurvey['holds'],
    onSimplified = this.onSimplified,
  ): Root {
    const context = this.microsoft(text, holds)
    for (const transform of microsoftTransforms) transform(tree, context)
    return markdownToTree(tree, { text, codec: this.codec, onSimplified })
  }

  toSkeleton(tree: Root): Root {
    const xrefs = this.xrefs((uid, { source, target }) =>
      source === target ? { type: 'text', value: source } : this.title(uid, source, target),
    )
    return toSkeleton(tree, this.codec, (value) => this.sideText(value, 'source'), xrefs)
  }

  xrefs(show: XrefContext['show']): XrefContext {
    return { find: (uid) => this.options.xrefs?.(this.options.path, uid), show }
  }

  /** A name that is another in each language, as a slot. */
  title(uid: string, source: string, target: string): ElementContent {
    // Each stands by itself: pieces with the same key would be parts of one segment.
    const key = `xref:${uid}#${this.titles++}`
    this.addIncludedUnit(key, titleUnit(key, uid, source, target))
    return { type: 'slot', unit: key }
  }

  addIncludedUnit(key: string, unit: TranslationUnit): void {
    Object.defineProperty(this.includedUnits, key, {
      value: unit,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }

  /** One side of a text with tokens; a unit without it gives its other side. */
  sideText(text: string, side: Side, written = (plain: string) => plain): string {
    return this.codec
      .decode(text)
      .map((piece) =>
        typeof piece === 'string' ? piece : piece.type === 'unit' ? written(this.plain(piece.key, side)) : '',
      )
      .join('')
  }

  plain(key: string, side: Side): string {
    const draft = this.byKey.get(key)
    const chosen = draft?.sxs[side] ? side : side === 'source' ? 'target' : 'source'
    const inline = draft && this.inline(draft, chosen, this.syntaxes.get(key) ?? 'text')
    return inline?.text ?? ''
  }

  /** What a side's core says; it is read once. */
  inline(draft: UnitDraft, side: Side, syntax: Syntax): InlineContent | null {
    const inlines = this.inlines[side]
    const known = inlines.get(draft.key)
    if (known) return known
    const written = draft.cores[side]
    if (written === null) return null
    const core = this.core(draft, side, syntax)!
    const reader = this.readers[side]
    const read = core === written ? reader.read(core, syntax) : readPublished(reader, core, written, syntax)
    const repaired = syntax === 'markdown' ? this.repaired(draft, side, read) : read
    const resolved =
      syntax !== 'text' && mayRefer(core) ? this.resolve(repaired, core, draft, side) : repaired
    inlines.set(draft.key, resolved)
    if (read.simplified) this.simplify(read.simplified, this.range(draft.sxs.start, draft.sxs.end))
    return resolved
  }

  /** What a side says once its markup is mended, where the tool split emphasis of both sides or translation broke the target. */
  repaired(draft: UnitDraft, side: Side, inline: InlineContent): InlineContent {
    const { source, target } = draft.cores
    if (source === null) return inline
    const read = (markup: string) => this.readers[side].read(markup, 'markdown')
    const joined = mayBeSplit(source) ? rejoinEmphasis(source, read) : undefined
    let shown: ReadSide
    if (side === 'source' || source === target) {
      if (joined === undefined) return inline
      shown = { markup: joined, inline: read(joined) }
    } else {
      shown = { markup: target!, inline }
      if (joined === undefined && !mayBeBroken(source, shown)) return inline
      const original = { markup: joined ?? source, inline: read(joined ?? source) }
      const own = joined === undefined ? undefined : rejoinTranslated(target!, original.inline, read)
      if (own !== undefined) shown = { markup: own, inline: read(own) }
      for (let round = 0; round < REPAIRS; round++) {
        const markup = repairMarkup(original, shown)
        if (markup === undefined) break
        shown = { markup, inline: read(markup) }
      }
    }
    if (shown.inline === inline) return inline
    this.repairs[side].set(draft.key, shown.markup)
    return { ...shown.inline, written: inline }
  }

  /** A segment with what it refers to. */
  resolve(inline: InlineContent, core: string, draft: UnitDraft, side: Side): InlineContent {
    const place = this.range(draft.sxs.start, draft.sxs.end)
    return resolveReferences(inline, core, {
      xrefs: this.xrefs((_, names) => ({ type: 'text', value: names[side] })),
      include: (url) => {
        const content = this.findInclude(url, place, draft.key)
        return content && inlineOf(fillSlots(content.nodes, content.units, side))
      },
      code: (reference) => this.findCode(reference, place, draft.key),
    })
  }

  /** Notes what is read more simply than it is written. */
  readonly onSimplified: OnSimplified = (why, position) => {
    if (this.simplify(why, this.place(position))) this.simplifiedText.push({ why, position })
  }

  /** @returns whether it is the first of its kind. */
  simplify(why: Simplified['why'], place: Position | undefined): boolean {
    if (this.simplified.some((known) => known.why === why)) return false
    this.simplified.push({ why, ...(place && { place }) })
    return true
  }

  /** A side's core as it is shown: as it is published where that shows, and mended where translation broke it. */
  core(draft: UnitDraft, side: Side, syntax: Syntax): string | null {
    if (syntax === 'html') return this.published(draft, syntax)[side]
    return this.repairs[side].get(draft.key) ?? draft.cores[side]
  }

  /** A unit's cores without what the localization tool has put in. In Markdown they say the same either way. */
  published(draft: UnitDraft, syntax: Syntax): Cores {
    const { cores } = draft
    if (syntax === 'text' || this.isPage || !mayHaveEscapes(cores)) return cores
    if (syntax === 'html' && (this.hasEscapesInHtml() || this.isInCode(draft))) return cores
    return withoutAddedEscapes(cores, syntax, (written, bare) =>
      saySame(this.readers.target.read(written, syntax), this.readers.target.read(bare, syntax)),
    )
  }

  /** Whether a unit in HTML begins in an element of code. */
  isInCode({ sxs: { start }, frame }: UnitDraft): boolean {
    const before = this.input.slice(Math.max(0, start - 200), start) + frame.lead
    return /<(?:code|kbd|pre|samp)\b[^<>]*>[^<]*$/i.test(before)
  }

  /** Whether asterisks are escaped in HTML that the tool has left alone: then the author has done it. */
  hasEscapesInHtml(): boolean {
    this.escapesInHtml ??= this.pieces.some(
      ({ type, start, end }) =>
        type === 'text' &&
        /<[a-z][^\n]{0,500}\\[*`]|\\[*`][^\n]{0,500}<\//i.test(this.input.slice(start, end)),
    )
    return this.escapesInHtml
  }

  microsoft(text: string, holds = { inline: true, tabs: true }): MicrosoftContext {
    return {
      text,
      holds,
      codec: this.codec,
      sourceText: (value) => this.sideText(value, 'source'),
      include: (url, position) => this.include(url, position),
      code: (reference, position) => this.code(reference, position),
    }
  }

  include(url: string, position: Position | undefined): string | null {
    const content = this.findInclude(url, this.place(position) ?? this.range(0, 0))
    if (!content) return null
    for (const [key, unit] of Object.entries(content.units)) this.addIncludedUnit(key, unit)
    return this.codec.encode({ type: 'nodes', nodes: content.nodes })
  }

  /** Notes an include, and those of the included file; what both sides of a unit include once. */
  note(include: Include, unit: string | undefined, inner: readonly Include[] = []): void {
    const name = `${unit}\0${include.url}`
    if (unit !== undefined && this.includesInUnits.has(name)) return
    if (unit !== undefined) this.includesInUnits.add(name)
    this.includes.push(include)
    append(this.includes, inner)
  }

  /** @param unit the key of the unit that it stands in. */
  findInclude(url: string, place: Position, unit?: string): IncludedContent | null {
    const found = this.options.resolve?.(this.options.path, url) ?? { status: 'missing' as const, path: url }
    const chain = [...this.including, this.options.path]
    const status = found.status === 'found' && chain.includes(found.path) ? 'cycle' : found.status
    const entry = {
      ...({ url, path: found.path, status, kind: 'document', place } as const),
      ...('problem' in found && { problem: found.problem }),
    }
    if (found.status !== 'found' || status === 'cycle') {
      this.note(entry, unit)
      return null
    }
    const document = this.includedDocument(found.path, found.text, chain)
    if (!document) {
      this.note({ ...entry, status: 'excess' }, unit)
      return null
    }
    if (isTooDeepToInclude(document)) {
      this.note({ ...entry, status: 'unreadable', problem: 'it is nested too deeply to be included' }, unit)
      return null
    }
    this.note(
      entry,
      unit,
      document.includes.map((each) => ({ ...each, from: each.from ?? document.path })),
    )
    return includeContent(document, this.options.path)
  }

  /** A document that is included; `null` where it is too much. */
  includedDocument(path: string, text: string, chain: readonly string[]): BilingualDocument | null {
    const known = this.options.includes?.get(path)
    const cost = known && costs.get(known)
    if (cost) return this.budget.take(path, cost) ? known : null
    const read = this.budget.takeRead(path, text.length, () =>
      new DocumentReader(text, { ...this.options, path }, chain, this.budget).read(),
    )
    if (!read) return null
    const { result: document } = read
    costs.set(document, read.cost)
    // What a cycle leaves out depends on where it was entered.
    if (!document.includes.some((each) => each.status === 'cycle')) this.options.includes?.set(path, document)
    return document
  }

  code(reference: CodeReference, position: Position | undefined): string | null {
    const code = this.findCode(reference, this.place(position) ?? this.range(0, 0))
    return code === null ? null : this.codec.encode({ type: 'text', value: code })
  }

  findCode(reference: CodeReference, place: Position, unit?: string): string | null {
    const found = this.options.resolve?.(this.options.path, reference.url) ?? {
      status: 'missing' as const,
      path: reference.url,
    }
    const entry = {
      ...({ url: reference.url, path: found.path, kind: 'code', place } as const),
      status: found.status as Include['status'],
    }
    let selected = found.status === 'found' ? selectCode(found.text, reference) : null
    if (selected && 'code' in selected) {
      const isFitting = this.budget.take(reference.url, { length: selected.code.length, files: 1, levels: 1 })
      if (!isFitting) {
        selected = null
        entry.status = 'excess'
      }
    }
    const problem = {
      ...('problem' in found && { problem: found.problem }),
      ...(selected && 'problem' in selected && { problem: selected.problem }),
    }
    this.note({ ...entry, ...problem }, unit)
    return selected && 'code' in selected ? selected.code : null
  }

  structure(tree: Root): Structure {
    const place = (position: Position | undefined) => this.place(position)
    const structure = collectStructure({ tree, place, sourceText: (parts) => this.partsText(parts) })
    if (this.delimiters.length === 0) return structure
    const tables = [...structure.tables]
    const placed = tables
      .flatMap(({ place }, index) => (place ? { index, start: startOf(place), end: endOf(place) } : []))
      .sort((a, b) => a.start - b.start)
    // The tables that a row stands in, outermost first.
    const open: typeof placed = []
    let next = 0
    for (const delimiters of this.delimiters) {
      const at = startOf(delimiters.place)
      for (; next < placed.length && placed[next]!.start <= at; next++) open.push(placed[next]!)
      while (open.length > 0 && open[open.length - 1]!.end <= at) open.pop()
      const index = open[open.length - 1]?.index
      if (index !== undefined) tables[index] = { ...tables[index]!, delimiters }
    }
    return { ...structure, tables }
  }

  partsText(parts: readonly TextPart[]): string {
    const texts = parts.map((part) => (typeof part === 'string' ? part : this.partText(part.unit)))
    return fold(texts.join(''))
  }

  partText(key: string): string {
    const included = Object.hasOwn(this.includedUnits, key) ? this.includedUnits[key] : undefined
    return included ? ((included.source ?? included.target)?.text ?? '') : this.plain(key, 'source')
  }

  hazards({ phrasing }: ParsedBody, side: Side): string[] {
    const { text, slots } = this.made
    const units = slots.map(({ draft, start, end }): HazardUnit => {
      const syntax = this.syntaxes.get(draft.key) ?? 'text'
      const inline = this.inline(draft, side, syntax)
      return { key: draft.key, start, end, core: this.core(draft, side, syntax), inline, syntax }
    })
    return findHazards({ phrasing, text, units })
  }

  /** One side parsed in full, its segments still told apart. */
  fullTree(side: Side, because: readonly string[], structure: Structure): FullTree {
    const marked = new MarkedText(this.input, this.pieces, this.drafts, (draft) =>
      this.core(draft, side, this.syntaxes.get(draft.key) ?? 'text'),
    )
    const clean = (value: string) => marked.clean(value)
    // Positions are of this text only: the unit that it is read for tells where.
    const first = this.byKey.get(because[0]!)
    const onSimplified: OnSimplified = (why) =>
      this.simplify(why, first && this.range(first.sxs.start, first.sxs.end))
    const { tree, text } = parseAsMarkdig(marked.made.text, {
      parser: this.options.parser,
      onSimplified,
      isOpaque: (alt) => clean(alt) !== alt,
    })
    const ids = this.includes.length
    const hast = this.budget.again(() => this.markdownTree(tree, text, undefined, onSimplified))
    // The same files are included as in the skeleton: they are noted already.
    this.includes.length = ids
    const xrefs = this.xrefs((_, names) => ({ type: 'text', value: names[side] }))
    const skeleton = toSkeleton(hast, this.codec, clean, xrefs)
    const unmarked = marked.unmark(skeleton)
    shareIds(unmarked, structure)
    return { tree: withoutPositions(stripFormats(unmarked)), because }
  }

  metadata(text: FrontMatterText | null): Metadata {
    const resolve = (value: string) =>
      withoutNoLoc(this.codec.has(value) ? this.sideText(value, 'target') : value) ?? ''
    const toPlace = (start: number, end: number) =>
      this.range(this.made.map.toInput(start), this.made.map.toInput(end))
    return readMetadata(text, toPlace, resolve)
  }

  document(
    format: BilingualDocument['format'],
    metadata: Metadata,
    tree: Root,
    structure: Structure,
    full: Partial<Record<Side, FullTree>>,
    htmlTitle: string | null,
  ): BilingualDocument {
    const handoff = handoffOf(metadata)
    const units = this.units(structure)
    const { links, anchors } = linksInUnits(units)
    const tables = { units, includedUnits: this.includedUnits }
    const heading = structure.outline[0]
    const headingText = (side: Side) => (heading ? textOfParts(heading.parts, tables, side) || null : null)
    const htmlText = (side: Side) =>
      htmlTitle === null ? null : textOfParts(this.codec.parts(htmlTitle), tables, side) || null
    return {
      type: 'document',
      version: 1,
      path: this.options.path,
      format,
      sourceLocale: this.options.sourceLocale ?? 'en-US',
      targetLocale: canonicalLocale(handoff.contentLocale) ?? this.options.targetLocale ?? 'und',
      title: {
        source: htmlText('source') ?? headingText('source') ?? metadataText(metadata, 'TOCTitle') ?? null,
        target: metadataText(metadata, 'title') ?? htmlText('target') ?? headingText('target') ?? null,
      },
      metadata,
      handoff,
      units,
      includedUnits: this.includedUnits,
      skeleton: {
        parts: this.parts(),
        tree: withoutPositions(tree),
        ...(Object.keys(full).length > 0 ? { full } : {}),
      },
      outline: structure.outline,
      tables: structure.tables,
      ...(this.simplified.length > 0 && { simplified: this.simplified }),
      includes: this.includes,
      links: [...structure.links, ...links].sort((a, b) => startOf(a.place) - startOf(b.place)),
      anchors: [...new Set([...structure.anchors, ...anchors])],
      strays: findStrays(this.input, this.pieces, (start, end) => this.range(start, end)),
    }
  }

  units(structure: Structure): Record<string, TranslationUnit> {
    return makeUnits({
      input: this.input,
      drafts: this.drafts,
      structure,
      syntaxes: this.syntaxes,
      places: this.places,
      inline: (draft, side, syntax) => this.inline(draft, side, syntax),
      published: (draft, syntax) => this.published(draft, syntax),
      readHtml: (markup) => this.readers.target.read(markup, 'html'),
    })
  }

  /** The input as literal text and units. */
  parts(): TextPart[] {
    const outer = this.drafts.filter((draft) => draft.parent === null)
    let next = 0
    return this.pieces.map((piece) =>
      piece.type === 'text' ? this.input.slice(piece.start, piece.end) : { unit: outer[next++]!.key },
    )
  }

  /** Place in the input of a position in the skeleton's text. */
  place(position: Position | undefined): Position | undefined {
    const { start, end } = position ?? {}
    if (start?.offset === undefined || end?.offset === undefined) return undefined
    const toInput = (offset: number) => this.made.map.toInput(offset + this.shift)
    return this.range(toInput(start.offset), toInput(end.offset))
  }

  range(start: number, end: number): Position {
    return this.places.range(start, end)
  }
}

/** Where the text behind the front matter begins. */
function bodyStart(front: FrontMatterText | null): number {
  return front?.end ?? 0
}

function startOf({ start }: Position): number {
  return start.offset ?? 0
}

function endOf({ end }: Position): number {
  return end.offset ?? 0
}

function stripFormats(tree: Root): Root {
  visit(tree, 'element', (node) => {
    delete node.properties.dataFormat
  })
  return tree
}

/** Gives the headings of a side's own tree the ids that they have in the skeleton, where both have as many. */
function shareIds(tree: Root, structure: Structure): void {
  const headings = [...elementsNamed(tree.children as ElementContent[], null)].filter(isHeading)
  if (headings.length !== structure.outline.length) return
  for (const [index, heading] of headings.entries()) heading.properties.id = structure.outline[index]!.id
}

function isHeading(element: Element): boolean {
  return /^h[1-6]$/.test(element.tagName) && element.properties.id !== 'footnote-label'
}

/** A place in the skeleton's text, of which only the offset is known. */
function pointAt(offset: number): Position {
  const point = { line: 1, column: 1, offset }
  return { start: point, end: point }
}

/** Reads what is published, but tells places in what is written. */
function readPublished(reader: InlineReader, core: string, written: string, syntax: Syntax): InlineContent {
  const { tags, ...read } = reader.read(core, syntax)
  return { ...read, tags: tags.map((tag) => ({ ...tag, offset: offsetAsWritten(written, tag.offset) })) }
}
