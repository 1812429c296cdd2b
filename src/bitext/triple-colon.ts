import type { Extension as FromMarkdownExtension, Token } from 'mdast-util-from-markdown'
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'
import type { Literal } from 'unist'

/** A whole line of Microsoft's triple-colon syntax: `:::name key="value":::`. */
export interface TripleColon extends Literal {
  type: 'tripleColon'
  /** The line as written, without its line ending. */
  value: string
  /** Lower-cased name: `row`, `row-end`, `image`, `code`, `zone`, … */
  name: string
  attributes: Record<string, string>
}

declare module 'mdast' {
  interface RootContentMap {
    tripleColon: TripleColon
  }
  interface BlockContentMap {
    tripleColon: TripleColon
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    tripleColon: 'tripleColon'
  }
}

const BLOCK_NAMES = /^(?:row|column|zone|moniker|image|code|form|video|questions?|answers?)(?:-end)?$/i
const LINE = /^:{3,}\s*([a-z][a-z-]*)\s*(.*?)\s*(?:(?<!:):{3,}\s*)?$/i
const ATTRIBUTE = /([a-z][a-z-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"':]+))/gi
const COLON = 58
/** Micromark's name of indented code. */
const INDENTED = 'codeIndented'

/** Reads name and attributes of a triple-colon line; returns `null` if the text is not exactly such a line. */
export function readTripleColon(line: string): { name: string; attributes: Record<string, string> } | null {
  const match = LINE.exec(line)
  if (!match || !BLOCK_NAMES.test(match[1]!)) return null
  // A line that continues after the closing colons is text that contains the construct.
  if (/:::\s*\S/.test(match[2]!.replace(/"[^"]*"|'[^']*'/g, ''))) return null
  return { name: match[1]!.toLowerCase(), attributes: readAttributes(match[2]!) }
}

/** Reads attributes written as in HTML; names are lower-cased. Names are letters and hyphens only. */
export function readAttributes(text: string): Record<string, string> {
  const entries: [string, string][] = []
  for (const match of text.matchAll(ATTRIBUTE)) {
    entries.push([match[1]!.toLowerCase(), match[2] ?? match[3] ?? match[4] ?? ''])
  }
  return Object.fromEntries(entries)
}

/** Micromark extension: the lines are flow (block) constructs, so they end a preceding paragraph. */
export const tripleColonSyntax: Extension = {
  flow: { [COLON]: { name: 'tripleColon', tokenize, concrete: true } as Construct },
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const context = this
  let line = ''
  return start

  function start(code: Code) {
    effects.enter('tripleColon')
    return inside(code)
  }
  function inside(code: Code): State | undefined {
    if (code === null || code < -2) {
      effects.exit('tripleColon')
      const read = readTripleColon(line)
      if (!read) return nok(code)
      allowIndents(context, read.name)
      return ok(code)
    }
    if (line.length < 3 && code !== COLON) return nok(code)
    line += code < 0 ? ' ' : String.fromCharCode(code)
    effects.consume(code)
    return inside
  }
}

/** Turns off indented code until the row ends: authors indent columns and their content. */
function allowIndents({ parser }: TokenizeContext, name: string): void {
  parser.constructs.disable.null ??= []
  const disabled = parser.constructs.disable.null
  const at = disabled.indexOf(INDENTED)
  if (name === 'row' && at < 0) disabled.push(INDENTED)
  if (name === 'row-end' && at >= 0) disabled.splice(at, 1)
}

/** mdast extension that makes {@link TripleColon} nodes. */
export const tripleColonFromMarkdown: FromMarkdownExtension = {
  enter: {
    tripleColon(token: Token) {
      const value = this.sliceSerialize(token)
      const { name, attributes } = readTripleColon(value)!
      this.enter({ type: 'tripleColon', value, name, attributes }, token)
    },
  },
  exit: {
    tripleColon(token: Token) {
      this.exit(token)
    },
  },
}
