import type { Element, ElementContent } from 'hast'
import { flanks } from '../hazards/flanks.ts'
import { isAllowedUrl } from '../html/sanitize.ts'
import { USUAL_REFERENCES } from '../html/usual-references.ts'

/** Inline content as it mostly is. */
export interface SimpleInline {
  readonly content: ElementContent[]
  /** As written: white space is not folded. */
  readonly text: string
  readonly hasLink: boolean
  /** Whether each tag has its partner; else it is HTML. */
  readonly isBalanced: boolean
}

/** Something that is open: `*` or `_` (written `size` times), `[`, or an element by its name. */
interface Open {
  readonly mark: string
  readonly size: number
  /** What it stands in, before it. */
  readonly siblings: ElementContent[]
  /** The element that it makes; a link's address is told at its end. */
  readonly element: Element
}

/**
 * The next character that may mean something, or that is left to the parsers: control characters, other line ends and the byte order
 * mark, which are white space to some and not to others. (A regular expression finds it sooner than a loop does.)
 */
const NEXT = {
  markdown: /[*_[\]!\\`:@~<&\0-\x1F\x7F\u2028\u2029\uFEFF]/g,
  html: /[<&\0-\x08\x0B-\x1F\x7F\u2028\u2029\uFEFF]/g,
}
/** What becomes a link by itself (GFM, section 6.9), and our own constructs. */
const BY_ITSELF = /https?:\/\/(?![\s<]|$)|www\.|mailto:|xmpp:|:::|[-+.\w]@[-\w]/i
/** What is read of it: an address or mailbox whose end is beyond doubt. */
const WEB_ADDRESS =
  /:\/\/[a-z\d]+(?:-[a-z\d]+)*(?:\.[a-z\d]+(?:-[a-z\d]+)*)+(?::\d+)?(?:[/?#](?:[\w/?=#-]|[.,:%](?=[a-z\d/]))*)?(?<=[a-z\d/=#-])(?=$|\s|\)?[.,;:!?)](?:$|\s))/iy
const DOMAIN = /@[a-z\d]+(?:-[a-z\d]+)*(?:\.[a-z\d]+(?:-[a-z\d]+)*)*\.[a-z]+(?=$|[\s<")]|[.,;:!?](?:$|\s))/iy
const MAILBOX = /(?:^|[\s(:"])([a-z\d]+(?:[.+-][a-z\d]+)*)$/i
/** Most marks that are open at once. */
const DEEPEST = 32
/** Most characters of the part of a mailbox before its `@`. */
const LONGEST = 64
const URL = String.raw`(?:https?:\/\/)?(?:[\w./?=#-]|%[\dA-Fa-f]{2})+`
/** An address that is written as it is resolved but for escaped parentheses, and a title. */
const RESOURCE = new RegExp(
  String.raw`\((?<url>${URL}(?:(?:\([\w.=-]+\)|\\\([\w.=-]+\\\))[\w.-]*)?)(?: "(?<title>[^"\\&\n\r\0]+)")?\)`,
  'y',
)
const IMAGE = /!\[(?<alt>[^[\]\\`*_<&~\0-\x1F\x7F\u2028\u2029\uFEFF\uD800-\uDFFF]+)\](?=\()/y
const TAG = new RegExp(
  String.raw`<(?<end>\/?)(?<name>strong|em|a|b|i|u|code|sub|sup|br)(?: href="(?<url>${URL}(?:\([\w.=-]+\)[\w./-]*)?)")?(?<slash> ?\/)?>`,
  'iy',
)
const IN_ANGLES = /<(?<url>https?:\/\/[\w./?=#-]+)>/y
const REFERENCE = /&(?:amp|lt|gt|quot|nbsp);/y
const ANY_REFERENCE = /&#?[a-z\d]+;/iy
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const SPACE = /\s/

/**
 * Reads the markup of a segment in which every mark has its partner (in HTML at least nearly), all are well nested, and each can be
 * read in one way only: text with emphasis, links, images, code, usual elements and references, as nearly all segments are. Exactly as
 * the parsers do, in a small part of their time.
 *
 * @returns `undefined` for anything else.
 */
export function readSimpleInline(markup: string, syntax: 'markdown' | 'html'): SimpleInline | undefined {
  const reader = new SimpleReader(markup, syntax === 'markdown')
  return reader.isRead() ? reader : undefined
}

class SimpleReader implements SimpleInline {
  readonly markup: string
  readonly isMarkdown: boolean
  readonly content: ElementContent[] = []
  text = ''
  hasLink = false
  isBalanced = true
  /** What is open, the innermost last. */
  readonly open: Open[] = []
  /** Children of the innermost. */
  nodes = this.content
  /** Text that is not in the tree yet, and where in the markup what comes after it begins. */
  pending = ''
  from = 0
  at = 0
  /** Where the last escape ended: a mark just behind an escaped one may be read in several ways. */
  escaped = -1
  /** Whether something was met that is not known here. */
  isOther = false

  constructor(markup: string, isMarkdown: boolean) {
    this.markup = markup
    this.isMarkdown = isMarkdown
  }

  /** Whether all could be read. */
  isRead(): boolean {
    const { markup, isMarkdown } = this
    const { length } = markup
    if (length === 0 || SPACE.test(markup[0]!) || SPACE.test(markup[length - 1]!)) return false
    const next = isMarkdown ? NEXT.markdown : NEXT.html
    for (;;) {
      next.lastIndex = this.at
      if (!next.test(markup)) break
      this.at = next.lastIndex - 1
      if (!this.mark(markup[this.at]!)) return false
    }
    // HTML ends what is open where the text ends.
    if (isMarkdown && this.open.length > 0) return false
    while (this.open.length > 0) {
      this.isBalanced = false
      this.at = length
      this.leave(length)
    }
    this.flush(length)
    // A paragraph without anything to be seen is left out.
    return !this.isOther && this.text.trim() !== ''
  }

  /** Reads what begins with a character that may mean something. */
  mark(character: string): boolean {
    switch (character) {
      case '*':
      case '_':
        return this.emphasis(character)
      case '[':
        return this.linkStart()
      case ']':
        return this.linkEnd()
      case '!':
        return this.markup[this.at + 1] === '[' ? this.image() : this.literal(1)
      case '<':
        return this.tag()
      case '&':
        return this.reference()
      case '\\':
        return this.escape()
      case ':':
        return this.webAddress()
      case '@':
        return this.mailbox()
      case '`':
        return this.code()
      default:
        return false
    }
  }

  emphasis(mark: string): boolean {
    const { markup, at } = this
    let end = at + 1
    while (markup[end] === mark) end++
    const size = end - at
    const [before, after] = [markup[at - 1] ?? ' ', markup[end] ?? ' ']
    // Underscores in the beginning may be a line across.
    if (size > 2 || (at === 0 && mark === '_' && after === ' ')) return false
    if (this.escaped === at && /[*_~]/.test(before)) return false
    if (SPACE.test(before) && SPACE.test(after)) return this.literal(size)
    if (isSurrogate(before) || isSurrogate(after)) return false
    if (mark === '_' && LETTER_OR_DIGIT.test(before) && LETTER_OR_DIGIT.test(after)) return this.literal(size)
    const { opens, closes } = flanks(before, mark, after)
    const last = this.open.at(-1)
    if (closes && last?.mark === mark && last.size === size) return this.leave(end)
    // Where it could close something else, the parsers decide: to remark, a mark behind another one always could.
    if ((closes || /[*_]/.test(before)) && this.open.some((each) => each.mark === mark)) return false
    return opens && this.enter({ mark, size }, elementOf(size === 1 ? 'em' : 'strong', {}), end)
  }

  linkStart(): boolean {
    if (this.isInLink() || this.markup[this.at + 1] === '^') return false
    return this.enter({ mark: '[', size: 1 }, elementOf('a', {}), this.at + 1)
  }

  linkEnd(): boolean {
    const link = this.open.at(-1)
    const found = link?.mark === '[' ? match(RESOURCE, this.markup, this.at + 1) : undefined
    if (!link || !found || holdsConstruct(found.groups.title)) return false
    link.element.properties = resourceOf('href', found.groups)
    const isLeft = this.leave(found.end)
    return isLeft && link.element.children.length > 0
  }

  image(): boolean {
    const label = match(IMAGE, this.markup, this.at)
    const found = label && match(RESOURCE, this.markup, label.end)
    if (!label || !found) return false
    const { alt = '' } = label.groups
    if (holdsConstruct(alt) || holdsConstruct(found.groups.title)) return false
    const { src, ...title } = resourceOf('src', found.groups)
    this.add(elementOf('img', { src, alt, ...title }), found.end)
    this.text += alt
    return true
  }

  tag(): boolean {
    const { markup, at } = this
    if (/[ \d]/.test(markup[at + 1] ?? '')) return this.literal(1)
    const { groups, end } = match(TAG, markup, at) ?? { groups: undefined, end: at }
    if (!groups) return this.isMarkdown && this.inAngles()
    const name = groups.name!.toLowerCase()
    if (groups.end) {
      if (groups.url !== undefined || groups.slash) return false
      if (this.open.at(-1)?.mark === name) return this.leave(end)
      // What ends nothing is no more than left out, but for a line break.
      if (this.isMarkdown || this.open.length > 0 || name === 'br') return false
      this.isBalanced = false
      return this.replace(end, '')
    }
    if ((name === 'a') !== (groups.url !== undefined)) return false
    if (groups.url !== undefined && !isAllowedUrl('href', groups.url)) return false
    if (name === 'br') {
      this.add(elementOf('br', {}), end)
      this.text += ' '
      return true
    }
    if (groups.slash || (name === 'a' && this.isInLink())) return false
    return this.enter(
      { mark: name, size: 1 },
      elementOf(name, name === 'a' ? { href: groups.url! } : {}),
      end,
    )
  }

  inAngles(): boolean {
    const found = match(IN_ANGLES, this.markup, this.at)
    if (!found || this.isInLink()) return false
    const url = found.groups.url!
    return this.linkTo(url, url, this.at, found.end)
  }

  webAddress(): boolean {
    const { markup, at } = this
    if (!markup.startsWith('://', at) || this.isIn('[')) return this.literal(1)
    const scheme = /(^|.)(https?)$/is.exec(markup.slice(Math.max(this.from, at - 6), at))
    if (!scheme || /^(?:[\s\\<]|$)/.test(markup.slice(at + 3, at + 4))) return this.literal(3)
    const found = match(WEB_ADDRESS, markup, at)
    const start = at - scheme[2]!.length
    const isBegun = start === 0 || /[\s(]/.test(markup[start - 1]!)
    if (!found || !isBegun || this.isIn('a') || scheme[2] !== scheme[2]!.toLowerCase()) return false
    const url = markup.slice(start, found.end)
    return this.linkTo(url, url, start, found.end)
  }

  mailbox(): boolean {
    const { markup, at } = this
    if (this.isIn('[') || !/[-\w]/.test(markup[at + 1] ?? ' ') || !/[-+.\w]/.test(markup[at - 1] ?? ' '))
      return this.literal(1)
    const first = Math.max(this.from, at - LONGEST)
    const local = MAILBOX.exec(markup.slice(first, at))?.[1]
    const found = match(DOMAIN, markup, at)
    if (local === undefined || !found || this.isIn('a')) return false
    const start = at - local.length
    if (start > 0 && !/[\s(:"]/.test(markup[start - 1]!)) return false
    const address = markup.slice(start, found.end)
    return this.linkTo(`mailto:${address}`, address, start, found.end)
  }

  /** Adds a link that has no marks of its own. */
  linkTo(href: string, text: string, start: number, end: number): boolean {
    this.at = start
    this.add(elementOf('a', { href }, text), end)
    this.text += text
    this.hasLink = true
    return true
  }

  reference(): boolean {
    const { markup, at } = this
    const found = match(REFERENCE, markup, at)
    if (found) return this.replace(found.end, USUAL_REFERENCES[markup.slice(at, found.end)]!)
    // Without a semicolon some mean something to HTML, none to Markdown.
    const isText = this.isMarkdown ? !match(ANY_REFERENCE, markup, at) : markup[at + 1] === ' '
    return isText && this.literal(1)
  }

  escape(): boolean {
    const next = this.markup[this.at + 1]
    if (next === undefined) return false
    if (!ASCII_PUNCTUATION.test(next)) return this.literal(1)
    this.escaped = this.at + 2
    return this.replace(this.at + 2, next)
  }

  code(): boolean {
    const { markup, at } = this
    const end = markup.indexOf('`', at + 1)
    if (end <= at + 1 || markup[end + 1] === '`') return false
    const written = markup.slice(at + 1, end)
    if (/[\n\r\0\t]/.test(written) || written.trim() === '') return false
    const isPadded = written.startsWith(' ') && written.endsWith(' ')
    const value = isPadded ? written.slice(1, -1) : written
    this.add(elementOf('code', {}, value), end + 1)
    this.text += value
    return true
  }

  literal(size: number): boolean {
    this.at += size
    return true
  }

  /** Text that is written otherwise. */
  replace(end: number, text: string): boolean {
    this.pending += this.markup.slice(this.from, this.at) + text
    this.from = end
    this.at = end
    return true
  }

  enter({ mark, size }: Pick<Open, 'mark' | 'size'>, element: Element, end: number): boolean {
    if (this.open.length === DEEPEST) return false
    this.add(element, end)
    this.open.push({ mark, size, siblings: this.nodes, element })
    this.nodes = element.children
    return true
  }

  /** Ends the innermost thing that is open, where its end is marked; the mark ends at `end`. */
  leave(end: number): boolean {
    this.flush(this.at)
    const { siblings, element } = this.open.pop()!
    if (element.tagName === 'a') this.hasLink = true
    this.nodes = siblings
    this.from = end
    this.at = end
    return true
  }

  add(node: ElementContent, end: number): void {
    this.flush(this.at)
    this.nodes.push(node)
    this.from = end
    this.at = end
  }

  /** Puts the text before an offset into the tree. */
  flush(end: number): void {
    const value = this.pending + this.markup.slice(this.from, end)
    if (value === '') return
    this.pending = ''
    this.nodes.push({ type: 'text', value })
    this.text += value
    if (this.isMarkdown && BY_ITSELF.test(value) && (!this.isIn('[') || value.includes(':::')))
      this.isOther = true
  }

  isIn(mark: string): boolean {
    return this.open.some((each) => each.mark === mark)
  }

  isInLink(): boolean {
    return this.isIn('[') || this.isIn('a')
  }
}

/** Whether a text may hold a construct of Microsoft's Markdown. */
function holdsConstruct(text: string | undefined): boolean {
  return text?.includes(':::') === true
}

function resourceOf(name: 'href' | 'src', { url, title }: Groups): Record<string, string> {
  const address = url!.replaceAll('\\', '')
  return title === undefined ? { [name]: address } : { [name]: address, title }
}

function elementOf(tagName: string, properties: Element['properties'], text?: string): Element {
  const children: ElementContent[] = text === undefined ? [] : [{ type: 'text', value: text }]
  return { type: 'element', tagName, properties, children }
}

type Groups = Readonly<Record<string, string | undefined>>

/** What a sticky pattern finds at an offset. */
function match(pattern: RegExp, text: string, at: number): { groups: Groups; end: number } | undefined {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  return found ? { groups: found.groups ?? {}, end: pattern.lastIndex } : undefined
}

function isSurrogate(character: string): boolean {
  return character >= '\uD800' && character <= '\uDFFF'
}
