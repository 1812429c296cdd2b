import type { CodedText, CodeKind, InlineCode } from '../../model/coded-text.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import type { ExchangeFile, ExchangeUnit } from '../exchange-file.ts'
import { xmlAttributes, xmlText } from './xml.ts'

/** Settings of a TMX file. */
export interface TmxOptions {
  /** Default: 1, plain text; 2 has the codes (TMX 1.4b, section 2 “Implementation”). */
  readonly level?: 1 | 2 | undefined
}

/** Writes a TMX file piece by piece. */
export interface TmxWriter {
  readonly head: (file: Pick<ExchangeFile, 'sourceLocale' | 'tool'>) => string
  /** Translations of a document that are not in the file yet. */
  readonly document: (file: ExchangeFile) => Iterable<string>
  readonly tail: () => string
}

/** Digits of hashes in a `tuid`. */
const LENGTH = 16

/**
 * Makes a writer of a translation memory (TMX 1.4b, https://www.gala-global.org/tmx-14b) for one document or for several.
 *
 * - At level 1 a segment is what readers see: texts, and what stands for codes, such as the text of inline code. At level 2 codes are `bpt` and
 *   `ept`, `ph`, or `it`, with their markup; equal `x` are codes that correspond.
 * - A source with its codes is written once for each target. `tuid` is the hash of the source; any further target of it adds a hash of its own.
 *   Where a person and a machine gave the same translation, the first one counts.
 * - A machine translation has `<prop type="x-translation">machine</prop>`.
 * - `segtype` is `block`: units are what the hand-off made of the text, which may be less or more than a sentence or a paragraph.
 * - There are no dates, so that equal documents make equal files.
 *
 * It remembers hashes of what it has written, no texts.
 */
export function createTmxWriter({ level = 1 }: TmxOptions = {}): TmxWriter {
  const segment = level === 1 ? shownSegment : codedSegment
  const seen = new Set<string>()
  let headLocale = ''
  return {
    head({ sourceLocale, tool }) {
      headLocale = sourceLocale
      const attributes = {
        creationtool: tool.name,
        creationtoolversion: tool.version,
        segtype: 'block',
        'o-tmf': tool.name,
        adminlang: 'en',
        srclang: sourceLocale,
        datatype: level === 1 ? 'plaintext' : 'x-markdown',
      }
      return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header${xmlAttributes(attributes)}/>
<body>
`
    },
    *document({ format, sourceLocale, targetLocale, units }) {
      for (const unit of units) {
        if (unit.target === null) continue
        if (isBlank(unit.source) || isBlank(unit.target)) continue
        const [source, target] = [segment(unit.source), segment(unit.target)]
        const own = short(JSON.stringify([sourceLocale, source]))
        const other = short(JSON.stringify([targetLocale, target]))
        const tuid = seen.has(own) ? `${own}-${other}` : own
        if (seen.has(`${own}-${other}`)) continue
        seen.add(own).add(`${own}-${other}`)
        const attributes = {
          tuid,
          datatype: level === 2 && format === 'html' ? format : undefined,
          srclang: sourceLocale === headLocale ? undefined : sourceLocale,
        }
        yield `<tu${xmlAttributes(attributes)}>
${propOf(unit)}${variantOf(sourceLocale, source)}${variantOf(targetLocale, target)}</tu>
`
      }
    },
    tail: () => '</body>\n</tmx>\n',
  }
}

function variantOf(locale: string, segment: string): string {
  return `<tuv${xmlAttributes({ 'xml:lang': locale })}><seg>${segment}</seg></tuv>\n`
}

function propOf({ state }: ExchangeUnit): string {
  return state === 'machine' ? '<prop type="x-translation">machine</prop>\n' : ''
}

function short(text: string): string {
  return hashOf(text).slice(0, LENGTH)
}

/** Whether there is nothing to see. */
function isBlank(coded: CodedText): boolean {
  return shownOf(coded).trim() === ''
}

function shownOf(coded: CodedText): string {
  return coded.map((part) => (part.type === 'text' ? part.text : (part.shown ?? ''))).join('')
}

function shownSegment(coded: CodedText): string {
  return xmlText(shownOf(coded))
}

function codedSegment(coded: CodedText): string {
  return coded.map((part) => (part.type === 'text' ? xmlText(part.text) : elementOf(part))).join('')
}

/** Values of `type` that TMX recommends, and ours. */
const TYPES: Readonly<Record<CodeKind, string>> = {
  bold: 'bold',
  italic: 'italic',
  strike: 'x-strike',
  link: 'link',
  image: 'image',
  code: 'x-code',
  formula: 'x-formula',
  break: 'lb',
  block: 'x-block',
  construct: 'x-construct',
  tag: 'x-tag',
}

/** The element of a code (TMX 1.4b, section 5 “Content Markup”): `i` joins a pair within a segment, `x` those of both segments. */
function elementOf({ type, id, kind, markup }: InlineCode): string {
  const facts = { x: id, type: TYPES[kind] }
  if (type === 'open') return element('bpt', { i: id, ...facts }, markup)
  if (type === 'close') return element('ept', { i: id }, markup)
  if (type === 'alone') return element('ph', facts, markup)
  return element('it', { pos: type, ...facts }, markup)
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text: string): string {
  return `<${name}${xmlAttributes(attributes)}>${xmlText(text)}</${name}>`
}
