import { foldSpace } from '../../util/text/fold-space.ts'
import type { Stash } from './stash.ts'

/** Target of a link or an image of the source side. */
export interface Resource {
  readonly kind: 'link' | 'image'
  /** As written. */
  readonly url: string
  readonly title: string
  /** URL normalized for comparison. */
  readonly folded: string
}

/** The end of a label and the start of a resource, sound or damaged by translation. */
const TURN = /\\?[\]］】][ \u00A0\u3000]{0,2}\\?[(（]/g
const CLOSERS = /\\?[)）]/g
const RESOURCE =
  /(?<!\\)\]\(\s*(<[^<>\n]*>|(?:[^\s()<>]|\((?:[^\s()]|\([^\s()]*\))*\))+)(?:\s+(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'))?\s*\)/g
/** Maximum length of a damaged URL. */
const LONGEST = 2000
/** Maximum number of closing parentheses in a damaged URL and its title. */
const MOST_CLOSERS = 20
/** A title between quotation marks, sound or damaged. */
const QUOTED = /^(?:["“”„«＂'‘’「]|&\s?quot;)([\s\S]*?)(?:["“”»«＂'‘’」]|&\s?quot;)$/i
const BANG = /\\?[!！][ \u00A0\u3000]{0,2}$/

/** Lists the resources of links and images in sound markup, in order. */
export function resourcesOf(markup: string): Resource[] {
  return [...markup.matchAll(RESOURCE)].map((found) => {
    const start = openingOf(markup, found.index)
    const kind = start !== undefined && markup[start - 1] === '!' ? 'image' : 'link'
    const url = found[1]!
    return { kind, url, title: found[2] ?? found[3] ?? '', folded: folded(url) }
  })
}

/** Stashes the resources of sound links and images. */
export function stashLinks(markup: string, stash: Stash): string {
  return markup.replace(RESOURCE, (resource) => stash.put(resource))
}

/**
 * Repairs links and images with broken marks in a target, with resources from the source side. Stashes
 * everything except the labels of links.
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

/** Returns the source side's resource that a sound link or image of the target corresponds to. */
function soundResource(
  markup: string,
  offset: number,
  url: string,
  left: readonly Resource[],
): Resource | undefined {
  const start = openingOf(markup, offset)
  if (start === undefined) return undefined
  const kind = markup[start - 1] === '!' ? 'image' : 'link'
  const foldedUrl = folded(url)
  const same = left.find((each) => each.folded === foldedUrl)
  if (same) return same.kind === kind ? same : undefined
  return left.find((each) => each.kind === kind)
}

interface Found {
  readonly resource: Resource
  readonly title: string
  readonly end: number
}

/** A text normalized for the comparison of URLs. */
interface Folding {
  readonly text: string
  /** Offsets in the normalized text by offsets in the text as written. */
  readonly starts: readonly number[]
  /** End offsets, in the text as written, of the normalized characters. */
  readonly ends: readonly number[]
}

/** Finds the source side's resource at an offset of a text, and its title there. */
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
  // Repairs so far are before the offset, so offsets are counted from the end.
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
  // A translated address, if there is only one candidate.
  const only = left.length === 1 ? left[0] : undefined
  const first = ends.find(({ written }) => isBalanced(written))
  return only && first && isLikeUrl(first.written) ? { resource: only, title: '', end: first.end } : undefined
}

/** Returns the title after a URL, empty if nothing follows; `undefined` if the text is not a title. */
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

/** Normalizes a URL: removes or folds the characters that damage adds or changes. */
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

/** Splits the text up to the end of a label into the text before the link and the label. */
function labelBefore(
  text: string,
  end: number,
  kind: Resource['kind'],
): { readonly before: string; readonly label: string } {
  const opening = openingOf(text, end)
  const isBanged = opening !== undefined && BANG.test(text.slice(0, opening).replace(/\\$/, ''))
  const start = kind === 'image' && !isBanged ? (lastBang(text, end) ?? opening) : opening
  // Without an opening bracket there is nothing to link: the text stays text.
  if (start === undefined) return { before: text.slice(0, end), label: '' }
  const before = text.slice(0, start).replace(/\\$/, '')
  return {
    before: kind === 'image' ? before.replace(BANG, '') : before,
    label: text.slice(start + 1, end).trim(),
  }
}

/** Returns the offset of the bracket that opens the label ending at `end`, if it is near enough. */
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

function linkOf(label: string, { kind, url, title }: Resource, targetTitle: string, stash: Stash): string {
  const shown = targetTitle === '' ? title : targetTitle.replace(/(?<!\\)"/g, '\\"')
  const resource = `](${url}${shown === '' ? '' : ` "${shown}"`})`
  if (kind === 'image') {
    const alt = label.replace(/(?:\\?\*){2,}/g, '').replace(/(?<!\\)[[\]]/g, '\\$&')
    return stash.put(`![${alt}${resource}`)
  }
  if (label === '') return ''
  return `[${isNested(label) ? label : label.replace(/(?<!\\)[[\]]/g, '\\$&')}${stash.put(resource)}`
}

/** Whether the brackets in a label are balanced, so that they do not end it. */
function isNested(label: string): boolean {
  let depth = 0
  for (const [bracket] of label.matchAll(/(?<!\\)[[\]]/g)) {
    depth += bracket === '[' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}
