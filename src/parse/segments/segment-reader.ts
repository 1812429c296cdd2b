import {
  type Cores,
  mayHaveEscapes,
  offsetAsWritten,
  withoutAddedEscapes,
} from '../../bitext/added-escapes.ts'
import type { UnitDraft } from '../../bitext/unit-drafts.ts'
import type { Place } from '../../model/place.ts'
import { otherSide } from '../../model/text.ts'
import type { Side, Syntax } from '../../model/unit.ts'
import { escapeMarkup } from '../../util/text/escape-markup.ts'
import type { DocumentText } from '../document-text.ts'
import type { MarkdownParser } from '../markdown/parse-markdown.ts'
import { isBlankContent } from '../microsoft/include-content.ts'
import type { References } from '../microsoft/references.ts'
import { mayBeSplit, rejoinEmphasis, rejoinTranslated } from '../repair/rejoin-emphasis.ts'
import { mayBeBroken, type ReadSide, repairMarkup } from '../repair/repair-markup.ts'
import type { Simplifications } from '../simplifications.ts'
import { inlineOf } from '../structure/to-skeleton.ts'
import { fillSlots } from './fill-slots.ts'
import { type InlineContent, InlineReader, saySame } from './inline-content.ts'
import { mayRefer, resolveReferences } from './segment-references.ts'

/** Maximum rounds of repairs of one target: one kind of mark can hide another. */
const REPAIRS = 3

/** Context in which the segments of a document are read. */
export interface SegmentSettings {
  readonly text: DocumentText
  /** Whether the document is a page of HTML. */
  readonly isHtml: boolean
  /** How the markup of each unit is read, by key. Default: structural units are Markdown, others plain text. */
  readonly syntaxes: ReadonlyMap<string, Syntax>
  /** Markdown link definitions of the document by name, which segments can refer to; they can contain slots. */
  readonly definitions: ReadonlyMap<string, string>
  readonly references: References
  readonly simplifications: Simplifications
  readonly parser: MarkdownParser | undefined
}

/** Reads each segment of a document once: undoes the localization tool's escapes, repairs broken markup, resolves references. */
export class SegmentReader {
  readonly #settings: SegmentSettings
  readonly #readers: Readonly<Record<Side, InlineReader>>
  readonly #inlines = { source: new Map<string, InlineContent>(), target: new Map<string, InlineContent>() }
  /** Cores with repaired markup, by key. */
  readonly #repairs = { source: new Map<string, string>(), target: new Map<string, string>() }
  #hasEscapesInHtml: boolean | undefined

  constructor(settings: SegmentSettings) {
    this.#settings = settings
    this.#readers = createReaders(settings)
  }

  /** Parses the Markdown of all segments in one batch. */
  parseAhead(): void {
    const drafts = this.#settings.text.drafts.filter(
      (draft) => !draft.frame.structural && this.syntaxOf(draft) === 'markdown',
    )
    const markups = (side: Side) => drafts.flatMap(({ cores }) => cores[side] ?? [])
    const { source, target } = this.#readers
    if (source === target) source.parseAhead([...markups('source'), ...markups('target')])
    else for (const side of ['source', 'target'] as const) this.#readers[side].parseAhead(markups(side))
  }

  /** How a unit's markup is read. */
  syntaxOf({ key, frame }: UnitDraft): Syntax {
    return this.#settings.syntaxes.get(key) ?? (frame.structural ? 'markdown' : 'text')
  }

  /** Content of a side; `null` if the unit lacks it. */
  read(draft: UnitDraft, side: Side): InlineContent | null {
    const inlines = this.#inlines[side]
    const known = inlines.get(draft.key)
    if (known) return known
    const written = draft.cores[side]
    if (written === null) return null
    const syntax = this.syntaxOf(draft)
    const core = this.core(draft, side)!
    const reader = this.#readers[side]
    const read = core === written ? reader.read(core, syntax) : readPublished(reader, core, written, syntax)
    const repaired = syntax === 'markdown' ? this.#repaired(draft, side, read) : read
    const resolved =
      syntax !== 'text' && mayRefer(core) ? this.#resolved(repaired, core, draft, side) : repaired
    inlines.set(draft.key, resolved)
    if (read.simplified) this.#settings.simplifications.add(read.simplified, this.#placeOf(draft))
    return resolved
  }

  /** Content of HTML markup. */
  readHtml(markup: string): InlineContent {
    return this.#readers.target.read(markup, 'html')
  }

  /** A side's core as displayed: as published if that makes a visible difference, and repaired if translation broke it. */
  core(draft: UnitDraft, side: Side): string | null {
    if (this.syntaxOf(draft) === 'html') return this.published(draft)[side]
    return this.#repairs[side].get(draft.key) ?? draft.cores[side]
  }

  /** A unit's cores without the localization tool's additions. In Markdown both forms have the same meaning. */
  published(draft: UnitDraft): Cores {
    const { cores } = draft
    const syntax = this.syntaxOf(draft)
    if (syntax === 'text' || this.#settings.isHtml || !mayHaveEscapes(cores)) return cores
    if (syntax === 'html' && (this.#isEscapedInHtml() || this.#isInCode(draft))) return cores
    return withoutAddedEscapes(cores, syntax, (written, bare) =>
      saySame(this.#readers.target.read(written, syntax), this.#readers.target.read(bare, syntax)),
    )
  }

  /** One side of a text with slots; units without this side use the other one. */
  sideText(text: string, side: Side, escaped = (plain: string) => plain): string {
    return this.#settings.text.codec
      .decode(text)
      .map((piece) =>
        typeof piece === 'string' ? piece : piece.type === 'unit' ? escaped(this.plain(piece.key, side)) : '',
      )
      .join('')
  }

  /** Plain text of a side, or of the other one if the unit lacks it. */
  plain(key: string, side: Side): string {
    const draft = this.#settings.text.draftsByKey.get(key)
    const chosen = draft?.sxs[side] ? side : otherSide(side)
    return (draft && this.read(draft, chosen)?.text) ?? ''
  }

  /** Content of a side with markup. */
  content(key: string, side: Side): InlineContent['content'] {
    const draft = this.#settings.text.draftsByKey.get(key)
    return (draft && this.read(draft, side)?.content) ?? undefined
  }

  /** A side's content after repairs: if the tool split emphasis on both sides, or translation broke the target. */
  #repaired(draft: UnitDraft, side: Side, inline: InlineContent): InlineContent {
    const { source, target } = draft.cores
    if (source === null) return inline
    const read = (markup: string) => this.#readers[side].read(markup, 'markdown')
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
    this.#repairs[side].set(draft.key, shown.markup)
    return { ...shown.inline, written: inline }
  }

  #resolved(inline: InlineContent, core: string, draft: UnitDraft, side: Side): InlineContent {
    const { references } = this.#settings
    const referrer = { place: this.#placeOf(draft), unit: draft.key }
    return resolveReferences(inline, core, {
      xrefs: references.xrefsOf(side),
      include: (url) => {
        const content = references.findInclude(url, referrer)
        const inline = content && inlineOf(fillSlots(content.nodes, content.units, side))
        return inline && !isBlankContent(inline) ? inline : null
      },
      code: (reference) => references.findCode(reference, referrer),
    })
  }

  /** Whether a unit in HTML begins inside an element of code. */
  #isInCode({ sxs: { start }, frame }: UnitDraft): boolean {
    const before = this.#settings.text.input.slice(Math.max(0, start - 200), start) + frame.lead
    return /<(?:code|kbd|pre|samp)\b[^<>]*>[^<]*$/i.test(before)
  }

  /** Whether asterisks are escaped in HTML outside of units, which means that the author escaped them. */
  #isEscapedInHtml(): boolean {
    const { input, pieces } = this.#settings.text
    this.#hasEscapesInHtml ??= pieces.some(
      ({ type, start, end }) =>
        type === 'text' && /<[a-z][^\n]{0,500}\\[*`]|\\[*`][^\n]{0,500}<\//i.test(input.slice(start, end)),
    )
    return this.#hasEscapesInHtml
  }

  #placeOf({ sxs: { start, end } }: UnitDraft): Place {
    return [start, end]
  }
}

/** Both sides share a reader, unless definitions contain slots. */
function createReaders(settings: SegmentSettings): Readonly<Record<Side, InlineReader>> {
  const { definitions, parser, text } = settings
  if (![...definitions.values()].some((definition) => text.codec.has(definition))) {
    const reader = new InlineReader(definitions, parser)
    return { source: reader, target: reader }
  }
  const segments = new SegmentReader({ ...settings, definitions: new Map() })
  const readerOf = (side: Side) => {
    const own = [...definitions].map(
      ([name, definition]) => [name, segments.sideText(definition, side, escapeMarkup)] as const,
    )
    return new InlineReader(new Map(own), parser)
  }
  return { source: readerOf('source'), target: readerOf('target') }
}

/** Reads the published form; offsets refer to the written one. */
function readPublished(reader: InlineReader, core: string, written: string, syntax: Syntax): InlineContent {
  const { tags, ...read } = reader.read(core, syntax)
  return { ...read, tags: tags.map((tag) => ({ ...tag, offset: offsetAsWritten(written, tag.offset) })) }
}
