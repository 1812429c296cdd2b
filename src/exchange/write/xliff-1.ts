/**
 * Writes XLIFF 1.2 (OASIS Standard, 1 February 2008), valid by the schema “strict”.
 *
 * Units have the hashes of their texts in `extradata`, which translation tools keep; see `xliff-extradata.ts`.
 */

import type { CodedText, CodeKind, InlineCode } from '../../model/coded-text.ts'
import type { ExchangeFile, ExchangeNote, ExchangeUnit } from '../exchange-file.ts'
import { writeExtradata } from '../xliff-extradata.ts'
import { XLIFF_1 } from '../xliff-names.ts'
import { notesOf, priorityOf, sideOf } from './notes.ts'
import { isXmlText, xmlAttributes, xmlText } from './xml.ts'

/** Settings of {@link xliff1File}. */
export interface Xliff1Options {
  /**
   * Elements of inline codes:
   * - `bpt`: `bpt`, `ept`, `ph` and `it`, which hold the markup; the default;
   * - `gx`: `g`, `x`, `bx` and `ex`, which stand for it.
   */
  readonly inline?: 'bpt' | 'gx'
  /**
   * Tool that will read the file:
   * - `omegat` shows the content of `target` as the text to translate, and nothing without it, so units that nobody has translated get a
   *   copy of their source there, and the translation by a machine as a proposal;
   * - `weblate`, as all that is built on the Translate Toolkit, reads units that are not approved as unfinished, so translations by persons
   *   are approved, as they are for `generic`.
   */
  readonly for?: 'omegat' | 'weblate' | 'generic'
}

/** The beginning of a file, before its documents. */
export function xliff1Head(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="${XLIFF_1}">
`
}

/** The end of a file, after its documents. */
export function xliff1Tail(): string {
  return '</xliff>\n'
}

/** Writes one document. */
export function* xliff1File(file: ExchangeFile, options: Xliff1Options = {}): Generator<string> {
  const { tool, handoff } = file
  const facts = Object.entries(handoff).map(
    ([name, value]) =>
      `      <note${xmlAttributes({ from: tool.name })}>${xmlText(`${name}: ${value}`)}</note>\n`,
  )
  yield `  <file${xmlAttributes({
    original: file.path,
    'source-language': file.sourceLocale,
    'target-language': file.targetLocale,
    datatype: file.format === 'html' ? 'html' : 'x-markdown',
    'tool-id': tool.name,
    'product-name': handoff['ms.prod'],
    'build-num': handoff['ms.lasthandoff'],
  })}>
    <header>
      <tool${xmlAttributes({ 'tool-id': tool.name, 'tool-name': tool.name, 'tool-version': tool.version })}/>
${facts.join('')}    </header>
    <body>
`
  for (const unit of file.units) yield transUnit(withoutForbidden(unit), tool.name, options)
  yield '    </body>\n  </file>\n'
}

/** Locks a unit with characters that the file cannot hold. */
function withoutForbidden(unit: ExchangeUnit): ExchangeUnit {
  if (hasXmlText(unit.source) && hasXmlText(unit.target ?? [])) return unit
  return { ...unit, locked: 'The text has characters that XML cannot hold, here shown as \ufffd.' }
}

function hasXmlText(coded: CodedText): boolean {
  return coded.every((part) => part.type !== 'text' || isXmlText(part.text))
}

function transUnit(unit: ExchangeUnit, tool: string, options: Xliff1Options): string {
  const { id, source, state, locked, stamp, previous } = unit
  const isDone = state === 'translated' || state === 'approved'
  const isCopy = options.for === 'omegat' && !isDone && locked === undefined
  const target = isCopy ? source : unit.target
  const attributes = {
    id,
    approved: isDone ? 'yes' : 'no',
    translate: locked === undefined ? undefined : 'no',
    'xml:space': 'preserve',
    extradata: writeExtradata({ stamp, isLocked: locked !== undefined, isCopy }),
  }
  let written = `      <trans-unit${xmlAttributes(attributes)}>
        <source>${content(source, options)}</source>
`
  if (target) {
    const states = isCopy ? { state: 'needs-translation' } : targetStates(state)
    written += `        <target${xmlAttributes(states)}>${content(target, options)}</target>\n`
  }
  if (isCopy && unit.target) written += altTrans('proposal', source, unit.target, options)
  if (previous?.target) written += altTrans('previous-version', previous.source, previous.target, options)
  for (const note of notesOf(unit)) written += noteElement(note, tool)
  return `${written}      </trans-unit>\n`
}

function targetStates(state: ExchangeUnit['state']): Readonly<Record<string, string>> {
  if (state === 'machine') return { state: 'needs-review-translation', 'state-qualifier': 'mt-suggestion' }
  return { state: state === 'missing' ? 'needs-translation' : 'translated' }
}

function altTrans(
  alttranstype: 'proposal' | 'previous-version',
  source: CodedText,
  target: CodedText,
  options: Xliff1Options,
): string {
  return `        <alt-trans${xmlAttributes({ alttranstype, 'xml:space': 'preserve' })}>
          <source>${content(source, options)}</source>
          <target>${content(target, options)}</target>
        </alt-trans>
`
}

function noteElement(note: ExchangeNote, from: string): string {
  const attributes = { from, annotates: sideOf(note), priority: priorityOf(note) }
  return `        <note${xmlAttributes(attributes)}>${xmlText(note.text)}</note>\n`
}

function content(coded: CodedText, { inline }: Xliff1Options): string {
  const write = inline === 'gx' ? replacedCode : nativeCode
  let written = ''
  for (const part of coded) written += part.type === 'text' ? xmlText(part.text) : write(part)
  return written
}

/** A code with its markup (section 2.3.1 of the specification). */
function nativeCode({ type, id, kind, markup, shown }: InlineCode): string {
  const native = xmlText(markup)
  if (type === 'open') return `<bpt${xmlAttributes({ id, ctype: spanType(kind) })}>${native}</bpt>`
  if (type === 'close') return `<ept${xmlAttributes({ id })}>${native}</ept>`
  if (type === 'alone')
    return `<ph${xmlAttributes({ id, ctype: placeholderType(kind), 'equiv-text': shown })}>${native}</ph>`
  const pos = type === 'begin' ? 'open' : 'close'
  return `<it${xmlAttributes({ id, pos, ctype: spanType(kind) })}>${native}</it>`
}

/** An element instead of the markup. */
function replacedCode({ type, id, kind, shown }: InlineCode): string {
  if (type === 'open') return `<g${xmlAttributes({ id, ctype: spanType(kind) })}>`
  if (type === 'close') return '</g>'
  if (type === 'alone')
    return `<x${xmlAttributes({ id, ctype: placeholderType(kind), 'equiv-text': shown })}/>`
  return type === 'begin'
    ? `<bx${xmlAttributes({ id, ctype: spanType(kind) })}/>`
    : `<ex${xmlAttributes({ id })}/>`
}

/** `ctype` of a code around a text. */
function spanType(kind: CodeKind): string {
  return kind === 'bold' || kind === 'italic' || kind === 'link' ? kind : `x-${kind}`
}

/** `ctype` of a code without a text. */
function placeholderType(kind: CodeKind): string {
  if (kind === 'break') return 'lb'
  return kind === 'image' ? kind : `x-${kind}`
}
