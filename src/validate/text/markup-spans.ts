import type { ElementContent } from 'hast'
import { isFormulaElement } from '../../model/formulas.ts'
import type { Segment, Syntax } from '../../model/unit.ts'
import { visit } from '../../util/tree/visit.ts'
import { asWritten } from './as-written.ts'

/** Bold, italic, code or a link in a segment's markup. */
export interface MarkupSpan {
  readonly kind: 'strong' | 'emphasis' | 'code' | 'link'
  /** Range in the markup, including the delimiters. */
  readonly start: number
  readonly end: number
  /** Range between the delimiters. */
  readonly innerStart: number
  readonly innerEnd: number
  /** Address of a link as written in Markdown, or its tag in HTML. */
  readonly address?: string
}

const KNOWN = new WeakMap<Segment, readonly MarkupSpan[] | null>()

/**
 * Finds the inline markup of a segment in its markup, by position; `null` if the positions are not certain, since Markdown reads the
 * segment in another way. Cached, because several rules need it.
 */
export function markupSpans(segment: Segment, syntax: Syntax): readonly MarkupSpan[] | null {
  if (syntax === 'text') return null
  const { content, markup } = asWritten(segment)
  if (!content) return NONE
  let spans = KNOWN.get(segment)
  if (spans === undefined) {
    const found = scan(markup, syntax)
    spans = found && isRead(found, content) ? found : null
    KNOWN.set(segment, spans)
  }
  return spans
}

const NONE: readonly MarkupSpan[] = []

/** An escape, backticks, the begin of a comment, a tag or an automatic link, brackets of links and images, and marks of emphasis. */
const MARKDOWN =
  /\\[!-/:-@[-`{-~]|`+|<!--|<(?<slash>\/?)(?<tag>[a-z][a-z\d]*)\b[^<>]*>|!?\[|\](?:\((?<address>(?:[^()\n]|\([^()\n]*\))*)\)|\[[^[\]]*\])?|\*+|_+/gi

const HTML = /<!--|<(?<slash>\/?)(?<tag>[a-z][a-z\d]*)\b[^<>]*>/gi

/** Kinds of elements. */
const KINDS: Readonly<Record<string, MarkupSpan['kind']>> = {
  strong: 'strong',
  b: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  code: 'code',
  a: 'link',
}

/** An opening mark whose partner has not come yet. */
interface Opening {
  readonly mark: string
  readonly start: number
  readonly end: number
  readonly tag?: string
}

/** Most marks that can be open at once: texts with more are hostile. */
const DEPTH = 32

function scan(markup: string, syntax: Syntax): readonly MarkupSpan[] | null {
  const spans: MarkupSpan[] = []
  const open: Opening[] = []
  const ticks = syntax === 'markdown' && markup.includes('`') ? closingTicks(markup) : undefined
  let done = 0
  for (const match of markup.matchAll(syntax === 'markdown' ? MARKDOWN : HTML)) {
    const [start, text] = [match.index, match[0]]
    if (start < done) continue
    const end = start + text.length
    const first = text[0]!
    const { tag, slash, address } = match.groups ?? {}
    const close = (
      mark: string,
      kind: MarkupSpan['kind'] | undefined,
      more?: { readonly address: string },
    ) => {
      const at = open.findLastIndex((other) => other.mark === mark)
      if (at < 0) return false
      const opening = open[at]!
      // Brackets that are no link leave the marks in them open.
      if (mark.endsWith('[') && text === ']') open.splice(at, 1)
      else open.length = at
      const url = more?.address ?? opening.tag
      if (kind)
        spans.push({
          kind,
          start: opening.start,
          end,
          innerStart: opening.end,
          innerEnd: start,
          ...(url !== undefined && { address: url }),
        })
      return true
    }
    if (text === '<!--') {
      const closing = markup.indexOf('-->', end)
      if (closing < 0) return null
      done = closing
    } else if (tag !== undefined) {
      const name = tag.toLowerCase()
      if (!Object.hasOwn(KINDS, name)) continue
      if (slash) close(`<${name}`, KINDS[name])
      else if (name !== 'a' || /\shref\s*=/i.test(text))
        open.push({ mark: `<${name}`, start, end, tag: text })
    } else if (first === '`') {
      const closing = ticks?.get(start)
      if (closing === undefined) continue
      done = closing + text.length
      spans.push({ kind: 'code', start, end: done, innerStart: end, innerEnd: closing })
    } else if (first === '[' || first === '!') open.push({ mark: first === '[' ? '[' : '![', start, end })
    else if (first === ']') {
      const image = open.findLastIndex(({ mark }) => mark === '![')
      const link = open.findLastIndex(({ mark }) => mark === '[')
      const isLink = link > image
      close(
        isLink ? '[' : '![',
        isLink && address !== undefined ? 'link' : undefined,
        address === undefined ? undefined : { address },
      )
    } else if (first === '*' || first === '_') {
      if (text.length > 3) return null
      const [before, after] = [markup[start - 1] ?? ' ', markup[end] ?? ' ']
      const isWord = (other: string) => first === '_' && /[\p{L}\p{N}]/u.test(other)
      const kind = text.length === 1 ? 'emphasis' : 'strong'
      if (/\S/.test(before) && !isWord(after) && close(text, kind)) {
        if (text.length === 3) spans.push({ ...spans.at(-1)!, kind: 'emphasis' })
      } else if (/\S/.test(after) && !isWord(before)) open.push({ mark: text, start, end })
    }
    if (open.length > DEPTH) return null
  }
  return spans.sort((one, other) => one.start - other.start || other.end - one.end)
}

/** Maps the start of each run of backticks that begins code to the start of the one that ends it. */
function closingTicks(markup: string): ReadonlyMap<number, number> {
  const partners = new Map<number, number>()
  const next = new Map<number, number>()
  for (const { 0: run, index } of [...markup.matchAll(/`+/g)].reverse()) {
    const partner = next.get(run.length)
    if (partner !== undefined) partners.set(index, partner)
    next.set(run.length, index)
  }
  return partners
}

/** Whether the content has as much of each kind of markup; links can also come from bare addresses. */
function isRead(spans: readonly MarkupSpan[], content: readonly ElementContent[]): boolean {
  const counts = { strong: 0, emphasis: 0, code: 0, link: 0 }
  visit({ type: 'root', children: [...content] }, 'element', (node) => {
    // A reference by uid that was not found is a link all the same.
    if ((node.properties.dataXref ?? null) !== null) counts.link++
    const kind = Object.hasOwn(KINDS, node.tagName) ? KINDS[node.tagName] : undefined
    if (!kind || isFormulaElement(node)) return
    if (kind !== 'link' || (node.properties.href ?? null) !== null) counts[kind]++
  })
  for (const { kind } of spans) counts[kind]--
  return counts.strong === 0 && counts.emphasis === 0 && counts.code === 0 && counts.link >= 0
}
