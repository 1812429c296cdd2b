import type { Element, ElementContent } from 'hast'
import { createLowlight } from 'lowlight'
import { memoize } from '../../../util/memoize.ts'
import { memoizeSome } from '../../../util/memoize-some.ts'
import { GRAMMARS, type GrammarName } from './grammars.ts'

/** Kinds of token, which are class names of pages (`hl-keyword`); all others look like plain code. */
type TokenKind =
  | 'keyword'
  | 'string'
  | 'comment'
  | 'number'
  | 'type'
  | 'function'
  | 'name'
  | 'meta'
  | 'added'
  | 'removed'

/** A piece of code; pieces follow one another without gaps. */
export interface Token {
  /** In UTF-16 code units. */
  readonly length: number
  readonly kind?: TokenKind
}

/** Kinds by the first class of highlight.js, and by class and subclass where those differ. */
const KINDS: Readonly<Record<string, TokenKind | undefined>> = {
  addition: 'added',
  attr: 'name',
  attribute: 'name',
  built_in: 'function',
  bullet: 'keyword',
  'char escape_': 'keyword',
  code: 'string',
  comment: 'comment',
  deletion: 'removed',
  doctag: 'comment',
  keyword: 'keyword',
  link: 'string',
  literal: 'number',
  meta: 'meta',
  'meta-keyword': 'meta',
  'meta-string': 'string',
  name: 'type',
  number: 'number',
  property: 'name',
  quote: 'comment',
  regexp: 'string',
  section: 'type',
  'selector-attr': 'name',
  'selector-class': 'type',
  'selector-id': 'type',
  'selector-pseudo': 'name',
  'selector-tag': 'keyword',
  string: 'string',
  symbol: 'number',
  'template-variable': 'name',
  title: 'function',
  'title class_': 'type',
  type: 'type',
  variable: 'name',
  'variable language_': 'keyword',
}

/** Scopes that are coloured like plain code inside a coloured one: `${…}` in a string. */
const PLAIN = new Set(['subst'])

/** Longer code stays plain: grammars take quadratic time for some texts. In UTF-16 code units. */
const MOST_CODE = 10_000
/** Code with longer lines, such as data in Base64, stays plain. In UTF-16 code units. */
const MOST_LINE = 500

/** Number of texts whose tokens are kept: the sides of a document usually show the same code. */
const MOST_KEPT = 100
const kept = memoizeSome<readonly Token[]>(MOST_KEPT)

/** Splits code into tokens; `null` if it is too long. */
export function tokensOf(code: string, grammar: GrammarName): readonly Token[] | null {
  if (code.length > MOST_CODE || hasLongLine(code)) return null
  return kept(`${grammar} ${code}`, () => flatten(highlighterOf(grammar)(code)))
}

/** Makes highlighters when they are needed, since a grammar is compiled when it is first used. */
const highlighterOf = memoize((grammar: GrammarName) => {
  const grammars = GRAMMARS[grammar]
  const [name] = Object.keys(grammars) as [string]
  const lowlight = createLowlight(grammars)
  return (code: string) => lowlight.highlight(name, code, { prefix: '' }).children as ElementContent[]
})

/** Flattens highlighted nodes, which can be nested as deeply as the code; adjacent pieces of one kind become one token. */
function flatten(nodes: readonly ElementContent[]): readonly Token[] {
  const tokens: { length: number; kind?: TokenKind }[] = []
  const open: (readonly [ElementContent, TokenKind | undefined])[] = []
  const push = (children: readonly ElementContent[], kind: TokenKind | undefined) => {
    for (const child of children.toReversed()) open.push([child, kind])
  }
  push(nodes, undefined)
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, kind] = next
    if (node.type === 'element') push(node.children, kindOf(node, kind))
    if (node.type !== 'text') continue
    const before = tokens.at(-1)
    if (before && before.kind === kind) before.length += node.value.length
    else tokens.push({ length: node.value.length, ...(kind && { kind }) })
  }
  return tokens
}

/** Kind of the tokens in a scope of highlight.js; by default, that of the enclosing scope. */
function kindOf({ properties }: Element, enclosing: TokenKind | undefined): TokenKind | undefined {
  const [scope = '', below = ''] = properties.className as string[]
  if (PLAIN.has(scope)) return undefined
  return KINDS[`${scope} ${below}`] ?? KINDS[scope] ?? enclosing
}

function hasLongLine(code: string): boolean {
  for (let start = 0; start < code.length; ) {
    const newline = code.indexOf('\n', start)
    const end = newline < 0 ? code.length : newline
    if (end - start > MOST_LINE) return true
    start = end + 1
  }
  return false
}
