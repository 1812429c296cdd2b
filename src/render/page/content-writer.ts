import type { Element, ElementContent, Properties } from 'hast'
import type { Table } from '../../model/table.ts'
import { otherSide, unitOf } from '../../model/text.ts'
import { foldSpace } from '../../util/fold-space.ts'
import { memoize } from '../../util/memoize.ts'
import { VOID_ELEMENTS } from '../../util/void-elements.ts'
import { localeOf } from '../context.ts'
import { directionOf } from '../direction-of.ts'
import { isEmptySegment, plainTextOf } from '../fill-skeleton.ts'
import { attributeToHtml, textToHtml, toHtml, valueToHtml } from '../to-html.ts'
import { isAlert } from './alerts.ts'
import { CODE_PROPERTIES, languageOf } from './code-blocks.ts'
import { addClassName } from './element.ts'
import { areBlank, isBlankParagraph, propertiesOf, textOf } from './filled.ts'
import { labelsOf } from './labels-of.ts'
import { rewriteLink } from './links.ts'
import type { PageScope } from './page-scope.ts'
import { captionOf, headCell, LONG_CELL, tableFiles } from './tables.ts'

/** What is to be done with an element, by its name; a `part` is one of a table. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ...['p', 'h1', 'h2', 'th', 'table', 'pre'].map((name) => [name, name] as const),
  ...['a', 'area', 'img'].map((name) => [name, 'link'] as const),
  ...['td', 'tr', 'thead', 'tbody', 'tfoot', 'caption'].map((name) => [name, 'part'] as const),
])

/** What is to be known of elements by their names. */
const tagOf = memoize((tagName: string) => ({
  start: `<${tagName}`,
  end: VOID_ELEMENTS.has(tagName) ? '' : `</${tagName}>`,
  isVoid: VOID_ELEMENTS.has(tagName),
  kind: KINDS.get(tagName) ?? 'other',
}))

type Tag = ReturnType<typeof tagOf>

/** Groups of rows. */
const SECTIONS = new Set(['thead', 'tbody', 'tfoot'])

/** Properties that something is done for, and those that nobody but Lockstep itself should have set. */
const MARKS = new Set(['dataTtuId', 'dataAlert', 'dataZone', 'dataMoniker', 'dataMissing'])
const STRANGE = new Set(['dataOther', 'dataContinued', 'dataFootnoteBackref'])

/** Whether a property makes an element one that something is done to. */
function isMark(name: string, value: Properties[string]): boolean {
  return name === 'className' ? isVideo(value) : MARKS.has(name) || STRANGE.has(name)
}

function isVideo(className: Properties[string]): boolean {
  return Array.isArray(className) && className.some((name) => String(name) === 'video')
}

/** Writes the content of one page. `inSegment` says that nodes stand in a segment, so that nothing of them is a slot. */
export class ContentWriter {
  /** Whether it has a first-level heading. */
  hasHeading = false
  /** Whether any segment has an other side. */
  hasOther = false
  /** Whether something was met that is not known here: then nothing of what was written counts. */
  isUnusual = false
  readonly #scope: PageScope
  #html = ''
  /** By unit, where the start tag of its last piece ends that has an other side. */
  readonly #pieces = new Map<string, number>()
  /** Ends of the start tags of pieces that others follow. */
  readonly #continued: number[] = []
  #tables = 0
  /** How many tables and code blocks are around. */
  #tableDepth = 0
  #codeDepth = 0

  constructor(scope: PageScope) {
    this.#scope = scope
  }

  /** What was written. */
  toString(): string {
    if (this.#continued.length === 0) return this.#html
    let html = ''
    let from = 0
    for (const end of this.#continued.sort((a, b) => a - b)) {
      html += `${this.#html.slice(from, end)} data-continued=""`
      from = end
    }
    return html + this.#html.slice(from)
  }

  /** Writes nodes of a skeleton, filled. */
  writeAll(nodes: readonly ElementContent[], inSegment: boolean): void {
    for (const node of nodes) this.#write(node, inSegment)
  }

  #write(node: ElementContent, inSegment: boolean): void {
    // Most texts that are no segments are the ends of lines.
    if (node.type === 'text') this.#html += node.value === '\n' ? '\n' : textToHtml(node.value)
    else if (node.type === 'element') this.#element(node, inSegment)
    else if (node.type === 'slot' && !inSegment) this.#slot(node.unit)
  }

  #element(element: Element, inSegment: boolean): void {
    const tag = tagOf(element.tagName)
    const { kind } = tag
    const scope = this.#scope
    if (kind === 'p' && isBlankParagraph(scope, element, inSegment)) return
    const properties = propertiesOf(scope, element, inSegment)
    if (kind === 'table') this.#table(element, properties, inSegment)
    else if (kind === 'pre') this.#code(element, properties, inSegment)
    else if (kind === 'link') {
      const link = { tagName: element.tagName, properties: { ...properties } }
      rewriteLink(link, scope)
      this.#whole(element, tag, link.properties, inSegment)
    } else {
      if (kind === 'h1') this.hasHeading = true
      // A header cell that stands in no row.
      if (kind === 'th') this.isUnusual = true
      if (kind === 'h2' && properties.id === 'footnote-label') this.isUnusual = true
      this.#whole(element, tag, properties, inSegment)
    }
  }

  #whole(element: Element, tag: Tag, properties: Properties, inSegment: boolean): void {
    this.#start(element, tag, properties, inSegment)
    if (tag.isVoid) {
      if (element.children.length > 0) this.isUnusual = true
      return
    }
    this.writeAll(element.children, inSegment)
    this.#html += tag.end
  }

  #start(element: Element, tag: Tag, properties: Properties, inSegment: boolean): void {
    let attributes = ''
    for (const name in properties) {
      const value = properties[name]
      if (isMark(name, value)) {
        this.#startMarked(element, tag, { ...properties }, inSegment)
        return
      }
      attributes += attributeToHtml(name, value)
    }
    this.#html += attributes === '' ? `${tag.start}>` : `${tag.start}${attributes}>`
  }

  /** Starts a piece of a segment, or what has labels; changes `properties`. */
  #startMarked(element: Element, tag: Tag, properties: Properties, inSegment: boolean): void {
    const isPiece = typeof properties.dataTtuId === 'string'
    const labels = labelsOf(properties, this.#scope)
    if (tag.kind !== 'other' || tag.isVoid || isVideo(properties.className)) this.isUnusual = true
    if (labels.length > 0 && isPiece) this.isUnusual = true
    for (const name in properties) if (STRANGE.has(name)) this.isUnusual = true

    const key = isPiece ? this.#markPiece(element, properties, inSegment) : null
    if (isAlert(properties.dataAlert)) properties.role = 'note'
    this.#html += tag.start
    for (const name in properties) this.#html += attributeToHtml(name, properties[name])
    if (key !== null) this.#addPiece(key)
    this.#html += '>'
    for (const { tagName, className, text } of labels)
      this.#html += `<${tagName} class="${className}">${textToHtml(text)}</${tagName}>`
  }

  /**
   * Marks what is a piece of a segment already, as in a text that was parsed in full.
   *
   * @returns the key of its unit where it has another side.
   */
  #markPiece(element: Element, properties: Properties, inSegment: boolean): string | null {
    const { document, side, locale } = this.#scope
    const written = String(properties.dataTtuId)
    const key = (inSegment ? element.data?.unit : undefined) ?? written
    const unit = unitOf(document, key)
    if (!inSegment) {
      if (unit && !unit[side]) properties.lang = localeOf(document, otherSide(side))
      properties.dataTtuId = unit?.id ?? key
    }
    const other = unit?.[side] ? unit[otherSide(side)]?.text : undefined
    if (other) properties.dataOther = other
    const { lang } = properties
    if (typeof lang === 'string' && directionOf(lang) !== directionOf(locale))
      properties.dir = directionOf(lang)
    return other ? key : null
  }

  /** Takes down that a piece of a unit’s segment is being started, which those before it have to tell. */
  #addPiece(key: string): void {
    const before = this.#pieces.get(key)
    if (before !== undefined) this.#continued.push(before)
    this.#pieces.set(key, this.#html.length)
    this.hasOther = true
  }

  /** Writes the segment of a unit, or the one that stands in for it. */
  #slot(key: string): void {
    const { document, side, locale } = this.#scope
    const unit = unitOf(document, key)
    const segment = unit?.[side] ?? unit?.[otherSide(side)]
    if (!unit || !segment || isEmptySegment(segment)) return
    const id = ` data-ttu-id="${valueToHtml(unit.id)}"`
    const other = unit[otherSide(side)]?.text
    if (!unit[side]) {
      const lang = localeOf(document, otherSide(side))
      const direction = directionOf(lang)
      const dir = direction === directionOf(locale) ? '' : ` dir="${direction}"`
      this.#html += `<span lang="${valueToHtml(lang)}"${id}${dir}>`
    } else if (other) {
      this.#html += `<span${id} data-other="${valueToHtml(other)}"`
      this.#addPiece(key)
      this.#html += '>'
    } else this.#html += `<span${id}>`
    if (segment.content) this.writeAll(segment.content, true)
    else this.#html += textToHtml(plainTextOf(segment))
    this.#html += '</span>'
  }

  /** Writes a table, in a container that scrolls unless it stands in another table. */
  #table(element: Element, properties: Properties, inSegment: boolean): void {
    const scope = this.#scope
    const model = scope.document.tables[this.#tables++]
    const tag = tagOf('table')
    if (this.#tableDepth > 0) {
      this.#start(element, tag, properties, inSegment)
      this.#rows(element, model, inSegment)
      this.#html += tag.end
      return
    }
    const own = element.children.find((child) => child.type === 'element' && child.tagName === 'caption')
    const { text, caption } = own
      ? { text: foldSpace(textOf(scope, [own], inSegment)), caption: null }
      : captionOf(model, scope)
    const label = valueToHtml(text)
    this.#html += `<div class="table"><div class="table-scroll" role="region" tabindex="0" aria-label="${label}">`
    this.#start(element, tag, properties, inSegment)
    if (caption) this.#html += toHtml(caption)
    this.#rows(element, model, inSegment)
    this.#html += `${tag.end}</div>`
    if (model && scope.context.outputs.has('table')) this.#html += toHtml(tableFiles(model, text, scope))
    this.#html += '</div>'
  }

  #rows(table: Element, model: Table | undefined, inSegment: boolean): void {
    const headerRows = model?.headerRows ?? 0
    let rows = 0
    this.#tableDepth++
    for (const child of table.children) {
      if (child.type !== 'element') this.#write(child, inSegment)
      else if (child.tagName === 'tr') this.#row(child, rows++ < headerRows, inSegment)
      else if (!SECTIONS.has(child.tagName)) this.#element(child, inSegment)
      else {
        const isHead = child.tagName === 'thead'
        this.#startSection(child, inSegment)
        for (const row of child.children) {
          if (row.type === 'element' && row.tagName === 'tr')
            this.#row(row, rows++ < headerRows || isHead, inSegment)
          else this.#write(row, inSegment)
        }
        this.#html += tagOf(child.tagName).end
      }
    }
    this.#tableDepth--
  }

  /** Starts a row group; a head that shows nothing is marked. */
  #startSection(section: Element, inSegment: boolean): void {
    let properties = propertiesOf(this.#scope, section, inSegment)
    if (section.tagName === 'thead' && areBlank(this.#scope, section.children, inSegment)) {
      properties = { ...properties }
      addClassName({ properties }, 'blank')
    }
    this.#start(section, tagOf(section.tagName), properties, inSegment)
  }

  #row(row: Element, isColumn: boolean, inSegment: boolean): void {
    const tag = tagOf('tr')
    this.#start(row, tag, propertiesOf(this.#scope, row, inSegment), inSegment)
    for (const child of row.children) {
      if (child.type === 'element' && (child.tagName === 'td' || child.tagName === 'th'))
        this.#cell(child, isColumn, inSegment)
      else this.#write(child, inSegment)
    }
    this.#html += tag.end
  }

  #cell(element: Element, isColumn: boolean, inSegment: boolean): void {
    const scope = this.#scope
    let properties = propertiesOf(scope, element, inSegment)
    let { tagName } = element
    if (tagName === 'th' && areBlank(scope, element.children, inSegment)) {
      tagName = 'td'
      properties = withoutScope(properties)
    }
    const isLong = textOf(scope, element.children, inSegment, LONG_CELL).length > LONG_CELL
    const { align } = properties
    if (tagName === 'th' || isLong || (align !== undefined && align !== null)) {
      properties = { ...properties }
      headCell({ tagName, properties }, { isColumn, isLong })
    }
    this.#whole(element, tagOf(tagName), properties, inSegment)
  }

  #code(element: Element, properties: Properties, inSegment: boolean): void {
    const tag = tagOf('pre')
    const isFramed = this.#codeDepth === 0
    const language = isFramed && languageOf(element)
    if (isFramed)
      this.#html += `<div class="code"${language ? ` data-language="${valueToHtml(language)}"` : ''}>`
    this.#codeDepth++
    this.#whole(element, tag, isFramed ? { ...properties, ...CODE_PROPERTIES } : properties, inSegment)
    this.#codeDepth--
    if (isFramed) this.#html += '</div>'
  }
}

function withoutScope({ scope: _, ...properties }: Properties): Properties {
  return properties
}
