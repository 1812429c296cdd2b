import { foldSpace } from '../../util/fold-space.ts'
import type { Stash } from './stash.ts'

/** Where a link or an image of the source side leads. */
export interface Resource {
  readonly kind: 'link' | 'image'
  /** As written. */
  readonly url: string
  readonly title: string
  /** Its URL, folded as what is compared with it. */
  readonly folded: string
}

/** The end of a label and the beginning of a resource, however translation has damaged them. */
const TURN = /\\?[\]］】][ \u00A0\u3000]{0,2}\\?[(（]/g
const CLOSERS = /\\?[)）]/g
const RESOURCE =
  /(?<!\\)\]\(\s*(<[^<>\n]*>|(?:[^\s()<>]|\((?:[^\s()]|\([^\s()]*\))*\))+)(?:\s+(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'))?\s*\)/g
/** What one written URL may be as long as, damaged. */
const LONGEST = 2000
/** Most closing parentheses of a damaged URL and its title. */
const MOST_CLOSERS = 20
/** A title between marks of quotation, also as damage writes them. */
const QUOTED = /^(?:["“”„«＂'‘’「]|&\s?quot;)([\s\S]*?)(?:["“”»«＂'‘’」]|&\s?quot;)$/i
const BANG = /\\?[!！][ \u00A0\u3000]{0,2}$/

/** The resources of links and images in sound markup, in order. */
export function resourcesOf(markup: string): Resource[] {
  return [...markup.matchAll(RESOURCE)].map((found) => {
    const start = openingOf(markup, found.index)
    const kind = start !== undefined && markup[start - 1] === '!' ? 'image' : 'link'
    const url = found[1]!
    return { kind, url, title: found[2] ?? found[3] ?? '', folded: folded(url) }
  })
}

/** Puts what is sound of links and images aside: all but their labels. */
export function stashLinks(markup: string, stash: Stash): string {
  return markup.replace(RESOURCE, (resource) => stash.put(resource))
}

/**
 * Writes links and images of the source side as they have to be in a target where their marks are broken, and puts aside all of them
 * but the labels of links.
 */
export function repairLinks(markup: string, resources: readonly Resource[], stash: Stash): string {
  const left = [...resources]
  let text = markup.replace(RESOURCE, (resource, url: string, ...rest) => {
    const offset = rest.find((each) => typeof each === 'number') ?? 0
    const known = soundResource(markup, offset, url, left)
    if (!known) return resource
    left.splice(left.indexOf(known), 1)
    return stash.put(resource)
  })
  const folding = foldingOf(text)
  for (let from = 0; ; ) {
    TURN.lastIndex = from
    const turn = TURN.exec(text)
    if (!turn) return text
    const start = turn.index
    const found = resourceAt(text, start + turn[0].length, left, folding)
    if (!found) {
      from = start + turn[0].length
      continue
    }
    left.splice(left.indexOf(found.resource), 1)
    const { before, label } = labelBefore(text, start, found.resource.kind)
    const made = before + linkOf(label, found.resource, found.title, stash)
    text = made + text.slice(found.end)
    from = made.length
  }
}

/** The resource of the source side that a sound link or image of the target stands for. */
function soundResource(
  markup: string,
  offset: number,
  url: string,
  left: readonly Resource[],
): Resource | undefined {
  const start = openingOf(markup, offset)
  if (start === undefined) return undefined
  const kind = markup[start - 1] === '!' ? 'image' : 'link'
  const wanted = folded(url)
  const same = left.find((each) => each.folded === wanted)
  if (same) return same.kind === kind ? same : undefined
  return left.find((each) => each.kind === kind)
}

interface Found {
  readonly resource: Resource
  readonly title: string
  readonly end: number
}

/** A text as URLs are compared. */
interface Folding {
  readonly text: string
  /** Offsets in it by offsets in the text as written. */
  readonly starts: readonly number[]
  /** Where its characters end in the text as written. */
  readonly ends: readonly number[]
}

/** The resource of the source side that stands at an offset of a text, and what is its title there. */
function resourceAt(
  text: string,
  start: number,
  left: readonly Resource[],
  folding: Folding,
): Found | undefined {
  CLOSERS.lastIndex = start
  const ends: { end: number; written: string }[] = []
  for (
    let closer = CLOSERS.exec(text);
    closer && closer.index - start < LONGEST && ends.length < MOST_CLOSERS;
    closer = CLOSERS.exec(text)
  )
    ends.push({ end: CLOSERS.lastIndex, written: text.slice(start, closer.index) })
  if (ends.length === 0) return undefined
  // What was mended so far stands before it.
  const at = folding.starts.length - 1 - (text.length - start)
  const from = folding.starts[at]!
  const candidates = left.flatMap((resource) =>
    folding.text.startsWith(resource.folded, from)
      ? { resource, length: (folding.ends[from + resource.folded.length - 1] ?? at) - at }
      : [],
  )
  for (const { end, written } of ends) {
    for (const { resource, length } of candidates) {
      const title = length > written.length ? undefined : titleIn(written.slice(length))
      if (title !== undefined) return { resource, title, end }
    }
  }
  // An address that was translated, where it cannot be another one.
  const only = left.length === 1 ? left[0] : undefined
  const first = ends.find(({ written }) => isBalanced(written))
  return only && first && isLikeUrl(first.written) ? { resource: only, title: '', end: first.end } : undefined
}

/** The title that stands behind a URL, empty where nothing does; `undefined` where that is no title. */
function titleIn(written: string): string | undefined {
  const rest = written.replace(/^>/, '').trim()
  if (rest === '') return ''
  const title = QUOTED.exec(rest)?.[1]
  return title === undefined ? undefined : foldSpace(title)
}

function foldingOf(written: string): Folding {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < written.length; at++) {
    starts.push(text.length)
    text += folded(written[at]!)
    while (ends.length < text.length) ends.push(at + 1)
  }
  return { text, starts: [...starts, text.length], ends }
}

/** Without what damage puts in or writes otherwise. */
function folded(url: string): string {
  return url
    .replace(/[\s\\<>\u200B-\u200F]/g, '')
    .normalize('NFKC')
    .toLowerCase()
}

function isBalanced(text: string): boolean {
  return text.split(/[(（]/).length === text.split(/[)）]/).length
}

function isLikeUrl(text: string): boolean {
  return /^\s*(?:https?\s?[:：]|\.{0,2}\s?\/|#|~\s?\/|mailto\s?[:：]|xref\s?[:：]|[^\s()]*\.(?:md|png|jpe?g|gif|svg|html?)\b)/i.test(
    text,
  )
}

/** What stands before a link, and its label. */
function labelBefore(
  text: string,
  end: number,
  kind: Resource['kind'],
): { readonly before: string; readonly label: string } {
  const opening = openingOf(text, end)
  const isBanged = opening !== undefined && BANG.test(text.slice(0, opening).replace(/\\$/, ''))
  const start = kind === 'image' && !isBanged ? (lastBang(text, end) ?? opening) : opening
  // Without a beginning there is nothing to link: its text stays text.
  if (start === undefined) return { before: text.slice(0, end), label: '' }
  const before = text.slice(0, start).replace(/\\$/, '')
  return {
    before: kind === 'image' ? before.replace(BANG, '') : before,
    label: text.slice(start + 1, end).trim(),
  }
}

/** Where the bracket stands that opens the label that ends at an offset, not too far before it. */
function openingOf(text: string, end: number): number | undefined {
  let depth = 1
  for (let at = end - 1; at >= Math.max(0, end - LONGEST); at--) {
    if (']］】'.includes(text[at]!)) depth++
    else if ('[［【'.includes(text[at]!) && --depth === 0) return at
  }
  return undefined
}

function lastBang(text: string, end: number): number | undefined {
  const from = Math.max(0, end - LONGEST)
  const found = [...text.slice(from, end).matchAll(/[!！][ \u00A0\u3000]{0,2}\\?(?=[[［【])/g)].at(-1)
  return found && from + found.index + found[0].length
}

function linkOf(label: string, { kind, url, title }: Resource, own: string, stash: Stash): string {
  const shown = own === '' ? title : own.replace(/(?<!\\)"/g, '\\"')
  const resource = `](${url}${shown === '' ? '' : ` "${shown}"`})`
  if (kind === 'image') {
    const alt = label.replace(/(?:\\?\*){2,}/g, '').replace(/(?<!\\)[[\]]/g, '\\$&')
    return stash.put(`![${alt}${resource}`)
  }
  if (label === '') return ''
  return `[${isNested(label) ? label : label.replace(/(?<!\\)[[\]]/g, '\\$&')}${stash.put(resource)}`
}

/** Whether brackets in a label are well nested, so that they end nothing. */
function isNested(label: string): boolean {
  let depth = 0
  for (const [bracket] of label.matchAll(/(?<!\\)[[\]]/g)) {
    depth += bracket === '[' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}
