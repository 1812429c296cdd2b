import type { CodeType } from '../../model/coded-text.ts'
import type { ReturnedCode, ReturnedText } from '../exchange-file.ts'
import type { XmlElement } from './xml-reader.ts'

/** A piece of a text as it stands in a file, before its codes have found their partners. */
export type InlinePiece = string | InlineMark

/** A code before it has found its partner. */
export interface InlineMark {
  readonly type: CodeType
  readonly id: string
  /** What both of a pair have in common; those of other codes are their own. */
  readonly pair?: string
}

/** Collects the content of one `source` or `target`. */
export interface InlineContent {
  readonly pieces: InlinePiece[]
  /** Takes the start of an element; `false` if there is no such element in texts. */
  open(element: XmlElement): boolean
  /** Takes the end of the element that was opened last. */
  close(): void
  text(text: string): void
}

/**
 * What an element of a text is: a code, a pair around its content, or an annotation, whose content is text. Of codes that hold markup, the
 * content is ignored: it is that of the document.
 */
type Role =
  | { readonly role: 'mark'; readonly mark: InlineMark }
  | { readonly role: 'span'; readonly id: string }
  | { readonly role: 'annotation' }
  | { readonly role: 'character'; readonly text: string }

/**
 * Collects the content of a text of XLIFF 1.2 (section 2.3) or 2.0 and 2.1 (section 4.7).
 *
 * @param version of XLIFF.
 */
export function createInlineContent(version: 1 | 2): InlineContent {
  const pieces: InlinePiece[] = []
  const open: Role[] = []
  /** How many elements are open from the outermost code on. */
  let native = 0
  const roleOf = version === 1 ? roleOf1 : roleOf2
  return {
    pieces,
    open(element) {
      if (native > 0) {
        native++
        return true
      }
      const role = roleOf(element)
      if (!role) return false
      if (role.role === 'mark') {
        pieces.push(role.mark)
        native = 1
      } else if (role.role === 'character') {
        pieces.push(role.text)
        native = 1
      } else {
        if (role.role === 'span') pieces.push({ type: 'open', id: role.id, pair: `span ${role.id}` })
        open.push(role)
      }
      return true
    },
    close() {
      if (native > 0) {
        native--
        return
      }
      const role = open.pop()
      if (role?.role === 'span') pieces.push({ type: 'close', id: role.id, pair: `span ${role.id}` })
    },
    text(text) {
      if (native === 0) pieces.push(text)
    },
  }
}

function roleOf1({ name, attribute }: XmlElement): Role | undefined {
  const id = attribute('id') ?? ''
  const pair = attribute('rid') ?? id
  const mark = (type: CodeType, key?: string): Role => ({
    role: 'mark',
    mark: { type, id, ...(key !== undefined && { pair: key }) },
  })
  switch (name) {
    case 'g':
      return { role: 'span', id }
    case 'x':
    case 'ph':
      return mark('alone')
    case 'bx':
    case 'bpt':
      return mark('open', pair)
    case 'ex':
    case 'ept':
      return mark('close', pair)
    case 'it':
      return mark(/^(?:close|end)$/.test(attribute('pos') ?? '') ? 'end' : 'begin')
    case 'mrk':
      return { role: 'annotation' }
    default:
      return undefined
  }
}

function roleOf2({ name, attribute }: XmlElement): Role | undefined {
  const id = attribute('id') ?? ''
  const isIsolated = attribute('isolated') === 'yes'
  switch (name) {
    case 'pc':
      return { role: 'span', id }
    case 'ph':
      return { role: 'mark', mark: { type: 'alone', id } }
    case 'sc':
      return { role: 'mark', mark: isIsolated ? { type: 'begin', id } : { type: 'open', id, pair: id } }
    case 'ec': {
      const start = attribute('startRef') ?? id
      return {
        role: 'mark',
        mark: isIsolated ? { type: 'end', id } : { type: 'close', id: start, pair: start },
      }
    }
    case 'cp': {
      const code = Number.parseInt(attribute('hex') ?? '', 16)
      return code <= 0x10_ff_ff ? { role: 'character', text: String.fromCodePoint(code) } : undefined
    }
    case 'mrk':
    case 'sm':
    case 'em':
      return { role: 'annotation' }
    default:
      return undefined
  }
}

/** Finds the partners of codes, and joins texts. */
export function withPartners(pieces: readonly InlinePiece[]): ReturnedText {
  const found: (string | ReturnedCode)[] = []
  /** Indexes in `found` of codes without their partner yet. */
  const open = new Map<string, number[]>()
  for (const piece of pieces) {
    const last = found.length - 1
    if (typeof piece === 'string') {
      if (typeof found[last] === 'string') found[last] += piece
      else if (piece !== '') found.push(piece)
      continue
    }
    const { type, id, pair = '' } = piece
    if (type === 'close') {
      const partner = open.get(pair)?.pop()
      const opening = partner === undefined ? undefined : found[partner]
      if (typeof opening === 'object') found.push({ type: 'close', id: opening.id })
      else found.push({ type: 'end', id })
      continue
    }
    if (type === 'open') {
      const waiting = open.get(pair)
      if (waiting) waiting.push(found.length)
      else open.set(pair, [found.length])
    }
    found.push({ type, id })
  }
  for (const index of [...open.values()].flat()) {
    const code = found[index]
    if (typeof code === 'object') found[index] = { type: 'begin', id: code.id }
  }
  return found
}
