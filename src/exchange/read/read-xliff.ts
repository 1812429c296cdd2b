/** Reads XLIFF 1.2, 2.0 and 2.1 as translation tools return it. */

import type { ReturnedText, ReturnedUnit, UnitStamp } from '../exchange-file.ts'
import { type Extradata, readExtradata } from '../xliff-extradata.ts'
import { fromNmtoken, METADATA, UNIT_CATEGORY } from '../xliff-names.ts'
import type { ExchangeHandlers, ExchangeReader } from './exchange-reader.ts'
import { createInlineContent, type InlineContent, type InlinePiece, withPartners } from './inline-content.ts'
import { createXmlReader, type XmlElement, type XmlPlace } from './xml-reader.ts'

/** Length of a unit that is read, in characters. */
const LONGEST_UNIT = 1_000_000
/** Length of a document that is read, in characters; its units are in memory together. */
const LONGEST_FILE = 32_000_000

/** Namespace of XLIFF, with its major version. */
const NAMESPACE = /^urn:oasis:names:tc:xliff:document:([12])\.\d$/

/** States of translations that need no more work (XLIFF 1.2, `state`; XLIFF 2.1, section 4.3.1.33). */
const DONE = new Set(['translated', 'signed-off', 'reviewed', 'final'])

/** A document that is being read. */
interface OpenFile {
  readonly path: string
  readonly sourceLocale: string | undefined
  readonly targetLocale: string | undefined
  readonly units: ReturnedUnit[]
  readonly ids: Set<string>
  readonly place: XmlPlace
}

/** A unit that is being read. */
interface OpenUnit {
  readonly id: string
  readonly place: XmlPlace
  /** The value of `approved`. */
  readonly approved: string | undefined
  extradata: Extradata | undefined
  /** What its metadata say. */
  readonly facts: Map<string, string>
  readonly parts: OpenPart[]
}

/** A segment, or text between segments; a unit of XLIFF 1.2 is one segment. */
interface OpenPart {
  readonly isSegment: boolean
  state: string | undefined
  source: readonly InlinePiece[]
  target: readonly InlinePiece[] | undefined
  /** Place of the target among those of the unit, from 1. */
  order: number
}

/** Makes a reader of one file of XLIFF. */
export function createXliffReader({ onFile, onProblem }: ExchangeHandlers): ExchangeReader {
  let version: 1 | 2 | undefined
  let locales: Pick<OpenFile, 'sourceLocale' | 'targetLocale'> = {
    sourceLocale: undefined,
    targetLocale: undefined,
  }
  const paths = new Set<string>()
  let file: OpenFile | undefined
  let unit: OpenUnit | undefined
  let part: OpenPart | undefined
  /** The `source` or `target` that is being read. */
  let content: { readonly side: 'source' | 'target'; readonly inline: InlineContent } | undefined
  /** Metadata that is being read. */
  let group: string | undefined
  let fact: { readonly type: string; text: string } | undefined
  /** What to do at the end of each element that is open. */
  const ends: (() => void)[] = []
  /** How many elements are open from the outermost on that is of no interest. */
  let skipped = 0

  const xml = createXmlReader({ onOpen, onClose, onText, onFault: onProblem })
  return {
    write: xml.write,
    end() {
      xml.end()
      return { complete: !xml.hasFailed() }
    },
  }

  function onOpen(element: XmlElement): void {
    if (unit) limit(element.place, unit.place, LONGEST_UNIT, 'unit')
    if (file) limit(element.place, file.place, LONGEST_FILE, 'document')
    if (skipped > 0) {
      skipped++
      return
    }
    const end = content ? openInline(content.inline, element) : openStructure(element)
    if (end) ends.push(end)
    else skipped = 1
  }

  function onClose(place: XmlPlace): void {
    if (unit) limit(place, unit.place, LONGEST_UNIT, 'unit')
    if (skipped > 0) skipped--
    else ends.pop()?.()
  }

  function onText(text: string): void {
    if (skipped > 0) return
    if (fact) fact.text += text
    else content?.inline.text(text)
  }

  function openInline(inline: InlineContent, element: XmlElement): () => void {
    if (versionOf(element) !== version || !inline.open(element))
      fail(
        element.place,
        `Unexpected element \`${element.name}\` in a text, expected inline codes of XLIFF`,
        'Write `<` as text, `&lt;`, in the translation tool.',
      )
    return () => inline.close()
  }

  /** Opens an element outside of texts; returns what to do at its end, or nothing if it is of no interest. */
  function openStructure(element: XmlElement): (() => void) | undefined {
    if (ends.length === 0) return openRoot(element)
    if (version === 2 && unit && element.namespace === METADATA) return openMetadata(element)
    if (versionOf(element) !== version) return undefined
    switch (element.name) {
      case 'file':
        return file ? undefined : openFile(element)
      case 'body':
      case 'group':
        return file && !unit ? () => {} : undefined
      case version === 1 ? 'trans-unit' : 'unit':
        return file && !unit ? openUnit(file, element) : undefined
      case 'segment':
      case 'ignorable':
        return version === 2 && unit && !part ? openPart(unit, element) : undefined
      case 'source':
      case 'target':
        return part ? openContent(part, element) : undefined
      default:
        return undefined
    }
  }

  function openRoot(element: XmlElement): () => void {
    const found = versionOf(element) ?? (element.namespace === '' ? versionNamed(element) : undefined)
    if (element.name !== 'xliff' || !found)
      fail(
        element.place,
        `Unexpected root \`${element.name}\`${element.namespace ? ` of ${element.namespace}` : ''}, expected \`xliff\` 1.2, 2.0 or 2.1`,
        'Choose the file that the translation tool exported.',
      )
    version = found
    locales = { sourceLocale: element.attribute('srcLang'), targetLocale: element.attribute('trgLang') }
    return () => {}
  }

  function versionOf({ namespace }: XmlElement): 1 | 2 | undefined {
    if (namespace === '') return version
    const major = NAMESPACE.exec(namespace)?.[1]
    return major === '1' ? 1 : major === '2' ? 2 : undefined
  }

  function openFile(element: XmlElement): () => void {
    const { attribute, place } = element
    const id = attribute('id')
    const path = attribute('original') ?? (version === 2 && id !== undefined ? fromNmtoken(id) : undefined)
    if (path === undefined)
      fail(
        place,
        'Unexpected `file` without `original`, expected the path of its document',
        'Export it again.',
      )
    else if (paths.has(path))
      fail(place, `Unexpected second \`file\` of ${path}, expected one`, 'Keep one of them.')
    paths.add(path ?? '')
    file = {
      path: path ?? '',
      sourceLocale: version === 1 ? attribute('source-language') : locales.sourceLocale,
      targetLocale: version === 1 ? attribute('target-language') : locales.targetLocale,
      units: [],
      ids: new Set(),
      place,
    }
    return () => {
      if (!file) return
      const { path, sourceLocale, targetLocale, units } = file
      file = undefined
      onFile({
        path,
        ...(sourceLocale !== undefined && { sourceLocale }),
        ...(targetLocale !== undefined && { targetLocale }),
        units,
      })
    }
  }

  function openUnit({ ids, units }: OpenFile, { attribute, place }: XmlElement): () => void {
    const written = attribute('id')
    const id = version === 2 && written !== undefined ? (attribute('name') ?? fromNmtoken(written)) : written
    if (id === undefined)
      fail(place, 'Unexpected unit without `id`, expected that of the document', 'Export it again.')
    else if (ids.has(id)) fail(place, `Unexpected second unit \`${id}\`, expected one`, 'Keep one of them.')
    ids.add(id ?? '')
    unit = {
      id: id ?? '',
      place,
      approved: attribute('approved'),
      extradata: readExtradata(attribute('extradata') ?? ''),
      facts: new Map(),
      parts: [],
    }
    if (version === 1) {
      part = { isSegment: true, state: undefined, source: [], target: undefined, order: 1 }
      unit.parts.push(part)
    }
    return () => {
      if (unit) units.push(returned(unit))
      unit = undefined
      part = undefined
    }
  }

  function openPart({ parts }: OpenUnit, { name, attribute }: XmlElement): () => void {
    const state = attribute('state')
    part = { isSegment: name === 'segment', state, source: [], target: undefined, order: parts.length + 1 }
    parts.push(part)
    return () => {
      part = undefined
    }
  }

  function openContent(own: OpenPart, { name, attribute }: XmlElement): () => void {
    const side = name === 'source' ? 'source' : 'target'
    content = { side, inline: createInlineContent(version ?? 1) }
    if (side === 'target') {
      if (version === 1) own.state = attribute('state')
      else own.order = Number.parseInt(attribute('order') ?? '', 10) || own.order
    }
    return () => {
      if (content) own[content.side] = content.inline.pieces
      content = undefined
    }
  }

  function openMetadata({ name, attribute }: XmlElement): (() => void) | undefined {
    if (name === 'metadata') return () => {}
    if (name === 'metaGroup') {
      group = attribute('category')
      return () => {
        group = undefined
      }
    }
    if (name !== 'meta' || group !== UNIT_CATEGORY) return undefined
    fact = { type: attribute('type') ?? '', text: '' }
    return () => {
      if (fact) unit?.facts.set(fact.type, fact.text)
      fact = undefined
    }
  }

  function returned({ id, place, approved, extradata, facts, parts }: OpenUnit): ReturnedUnit {
    const source = withPartners(parts.flatMap((each) => each.source))
    const stamp = extradata?.stamp ?? stampIn(facts)
    const isLocked = extradata?.isLocked || facts.get('locked') === 'yes'
    const target = isLocked ? null : targetOf(parts)
    if (target === undefined)
      onProblem({
        reason: `Unexpected unit \`${id}\` with segments without translation, expected all or none translated`,
        note: 'Translate all of its segments.',
        line: place.line,
        column: place.column,
      })
    const isCopy = extradata?.isCopy && JSON.stringify(target) === JSON.stringify(source)
    const segments = parts.filter(({ isSegment }) => isSegment)
    return {
      id,
      source,
      target: isCopy ? null : (target ?? null),
      ...(stamp && { stamp }),
      ...((isCopy || isLocked) && { isUntouched: true }),
      approved:
        approved === 'yes' ||
        (segments.length > 0 && segments.every(({ state }) => state !== undefined && DONE.has(state))),
      line: place.line,
      column: place.column,
    }
  }

  function limit({ line, column, offset }: XmlPlace, start: XmlPlace, most: number, what: string): void {
    if (offset - start.offset > most)
      xml.fail({
        reason: `Unexpected ${what} of more than ${most} characters`,
        note: 'Check which program wrote the file.',
        line,
        column,
      })
  }

  function fail({ line, column }: XmlPlace, reason: string, note: string): void {
    xml.fail({ reason, note, line, column })
  }
}

/** Version of a root without a namespace. */
function versionNamed({ attribute }: XmlElement): 1 | 2 | undefined {
  return /^1\.[0-2]$/.test(attribute('version') ?? '') ? 1 : undefined
}

function stampIn(facts: ReadonlyMap<string, string>): UnitStamp | undefined {
  const [source, target] = [facts.get('source'), facts.get('target')]
  return source === undefined || target === undefined ? undefined : { source, target }
}

/** The translation of a unit: `null` if it has none, `undefined` if some of its segments have none. */
function targetOf(parts: readonly OpenPart[]): ReturnedText | null | undefined {
  const isTranslated = ({ target }: OpenPart) => target !== undefined && target.length > 0
  const segments = parts.filter(({ isSegment }) => isSegment)
  if (!segments.some(isTranslated)) return null
  if (!segments.every(isTranslated)) return undefined
  const ordered = parts.toSorted((a, b) => a.order - b.order)
  return withPartners(ordered.flatMap(({ source, target }) => target ?? source))
}
