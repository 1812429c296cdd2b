/**
 * Writes XLIFF 2.0 (OASIS Standard, 5 August 2014), which XLIFF 2.1 is compatible with.
 *
 * Units have the hashes of their texts in the metadata module, and texts of an earlier version as translation candidates.
 */

import { type CodedText, type CodeKind, codesOf, type InlineCode, plainOf } from '../../model/coded-text.ts'
import type { ExchangeFile, ExchangeNote, ExchangeUnit } from '../exchange-file.ts'
import { MATCHES, METADATA, toNmtoken, UNIT_CATEGORY, XLIFF_2 } from '../xliff-names.ts'
import { notesOf, priorityOf, sideOf } from './notes.ts'
import { xmlAttributes, xmlText } from './xml.ts'

/** The beginning of a file, before its documents, which all have the same locales. */
export function xliff2Head({
  sourceLocale,
  targetLocale,
}: Pick<ExchangeFile, 'sourceLocale' | 'targetLocale'>): string {
  const attributes = xmlAttributes({
    version: '2.0',
    srcLang: sourceLocale,
    trgLang: targetLocale,
    xmlns: XLIFF_2,
    'xmlns:mda': METADATA,
    'xmlns:mtc': MATCHES,
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff${attributes}>\n`
}

/** The end of a file, after its documents. */
export function xliff2Tail(): string {
  return '</xliff>\n'
}

/** Writes one document; without units nothing, since a `file` must have some. */
export function* xliff2File({ path, tool, handoff, units }: ExchangeFile): Generator<string> {
  if (units.length === 0) return
  const attributes = {
    id: toNmtoken(path),
    original: path,
    canResegment: 'no',
    'xml:space': 'preserve',
  }
  yield [
    `  <file${xmlAttributes(attributes)}>`,
    ...metadata({ tool: { name: tool.name, version: tool.version }, 'hand-off': handoff }, '    '),
    '',
  ].join('\n')
  for (const unit of units) yield unitElement(unit)
  yield '  </file>\n'
}

function unitElement(unit: ExchangeUnit): string {
  const { id, source, target, state, locked, stamp, previous } = unit
  const attributes = {
    id: toNmtoken(id),
    name: id,
    translate: locked === undefined ? undefined : 'no',
  }
  const facts = { source: stamp.source, target: stamp.target, ...(locked !== undefined && { locked: 'yes' }) }
  const notes = notesOf(unit)
  const old = previous && !previous.target ? [earlierSource(previous.source)] : []
  const own = contentOf(source, target)
  return `${[
    `    <unit${xmlAttributes(attributes)}>`,
    ...(previous?.target ? candidate(previous.source, previous.target) : []),
    ...metadata({ [UNIT_CATEGORY]: facts }, '      '),
    ...noteElements([...notes, ...old]),
    ...own.data.map((line) => `      ${line}`),
    `      <segment${xmlAttributes({ id: 's1', ...stateOf(state) })}>`,
    ...own.texts.map((line) => `        ${line}`),
    '      </segment>',
    '    </unit>',
  ].join('\n')}\n`
}

/** A translation by a machine stays in its initial state until somebody confirms it. */
function stateOf(state: ExchangeUnit['state']): Readonly<Record<string, string>> {
  if (state === 'machine') return { state: 'initial', subState: 'lockstep:mt-suggestion' }
  if (state === 'approved') return { state: 'reviewed' }
  return { state: state === 'translated' ? 'translated' : 'initial' }
}

function metadata(
  groups: Readonly<Record<string, Readonly<Record<string, string>>>>,
  indent: string,
): readonly string[] {
  const lines = Object.entries(groups).flatMap(([category, facts]) => {
    const metas = Object.entries(facts).map(
      ([type, value]) => `    <mda:meta${xmlAttributes({ type })}>${xmlText(value)}</mda:meta>`,
    )
    if (metas.length === 0) return []
    return [`  <mda:metaGroup${xmlAttributes({ category })}>`, ...metas, '  </mda:metaGroup>']
  })
  return ['<mda:metadata>', ...lines, '</mda:metadata>'].map((line) => indent + line)
}

/** A candidate must have a target, so an earlier source alone is a note. */
function earlierSource(source: CodedText): ExchangeNote {
  return { category: 'translation', text: `Earlier source: ${plainOf(source)}` }
}

function candidate(source: CodedText, target: CodedText): readonly string[] {
  const { data, texts } = contentOf(source, target)
  return [
    '      <mtc:matches>',
    `        <mtc:match${xmlAttributes({ ref: '#s1', type: 'tm', origin: 'previous-version' })}>`,
    ...[...data, ...texts].map((line) => `          ${line}`),
    '        </mtc:match>',
    '      </mtc:matches>',
  ]
}

function noteElements(notes: readonly ExchangeNote[]): readonly string[] {
  if (notes.length === 0) return []
  const lines = notes.map((note) => {
    const attributes = { appliesTo: sideOf(note), category: note.category, priority: priorityOf(note) }
    return `        <note${xmlAttributes(attributes)}>${xmlText(note.text)}</note>`
  })
  return ['      <notes>', ...lines, '      </notes>']
}

/** The texts of a unit or candidate, with the markup of their codes. */
function contentOf(
  source: CodedText,
  target: CodedText | null,
): { readonly data: readonly string[]; readonly texts: readonly string[] } {
  /** Numbers of markup in `originalData`. */
  const numbers = new Map<string, number>()
  const dataRef = ({ markup }: InlineCode) => {
    const number = numbers.get(markup) ?? numbers.size + 1
    numbers.set(markup, number)
    return `d${number}`
  }
  const kept = new Set(codesOf(target ?? source).map(({ id }) => id))
  const shared = new Set(codesOf(source).flatMap(({ id }) => (kept.has(id) ? [id] : [])))
  const texts = [`<source>${content(source, dataRef, shared)}</source>`]
  if (target) texts.push(`<target>${content(target, dataRef, shared)}</target>`)
  const data = [...numbers].map(
    ([markup, number]) =>
      `  <data${xmlAttributes({ id: `d${number}` })}>${xmlText(markup, codePoint)}</data>`,
  )
  return { data: data.length === 0 ? [] : ['<originalData>', ...data, '</originalData>'], texts }
}

/**
 * Writes a text with its codes (section 4.2.3).
 *
 * @param shared ids of codes that both texts have; their translation must keep them.
 */
function content(
  coded: CodedText,
  dataRef: (code: InlineCode) => string,
  shared: ReadonlySet<number>,
): string {
  const ends = new Map(codesOf(coded).flatMap((code) => (code.type === 'close' ? [[code.id, code]] : [])))
  const write = (code: InlineCode) => {
    const { type, id, kind, shown } = code
    if (type === 'close') return '</pc>'
    const rights = { canCopy: 'no', canDelete: shared.has(id) ? 'no' : undefined }
    if (type === 'open') {
      const refs = { dataRefStart: dataRef(code), dataRefEnd: dataRef(ends.get(id)!) }
      return `<pc${xmlAttributes({ id, ...rights, ...refs, ...typeOf(kind) })}>`
    }
    const attributes = { id, ...rights, dataRef: dataRef(code), ...typeOf(kind) }
    if (type === 'alone') return `<ph${xmlAttributes({ ...attributes, equiv: shown })}/>`
    return `<${type === 'begin' ? 'sc' : 'ec'}${xmlAttributes({ ...attributes, isolated: 'yes' })}/>`
  }
  return coded.map((part) => (part.type === 'text' ? xmlText(part.text, codePoint) : write(part))).join('')
}

/** A character that XML cannot hold (section 4.2.3.1). */
function codePoint(character: string): string {
  const hex = character.codePointAt(0)!.toString(16).toUpperCase()
  return `<cp hex="${hex.padStart(hex.length + (hex.length % 2), '0').padStart(4, '0')}"/>`
}

/** `type` and `subType` of a code (section 4.3.1). */
function typeOf(kind: CodeKind): Readonly<Record<string, string>> {
  if (kind === 'link' || kind === 'image') return { type: kind }
  if (kind === 'bold') return { type: 'fmt', subType: 'xlf:b' }
  if (kind === 'italic') return { type: 'fmt', subType: 'xlf:i' }
  if (kind === 'break') return { type: 'fmt', subType: 'xlf:lb' }
  return { type: kind === 'strike' ? 'fmt' : 'other', subType: `lockstep:${kind}` }
}
