import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type ParsedNode,
  parseDocument,
  YAMLParseError,
} from 'yaml'

/** Maximum nesting of lists and mappings; the parser itself overflows the stack at some hundreds. */
const DEEPEST = 100
/** Maximum number of aliases: the parser walks the whole document to resolve each one. */
const MOST_ALIASES = 100

/** A parsed YAML 1.2 document with its errors in order. */
export type YamlDocument = Document.Parsed<ParsedNode>

/**
 * Parses YAML in linear time: it finds duplicate keys itself, and if a document has too many levels or
 * aliases, drops its content and reports a single error.
 */
export function parseYaml(text: string): YamlDocument {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false })
  const isOverflow = document.errors.some(({ message }) => message.startsWith('Maximum call stack'))
  const found = isOverflow ? undefined : survey(document.contents)
  const excess =
    found === undefined
      ? `Unexpected nesting in more than ${DEEPEST} levels`
      : found.aliases > MOST_ALIASES
        ? `Unexpected ${found.aliases} aliases, expected at most ${MOST_ALIASES}`
        : undefined
  if (excess !== undefined) {
    document.contents = null as unknown as ParsedNode
    document.errors = [new YAMLParseError([0, 1], 'RESOURCE_EXHAUSTION', excess)]
    return document
  }
  for (const at of found!.doubled)
    document.errors.push(new YAMLParseError([at, at + 1], 'DUPLICATE_KEY', 'Map keys must be unique'))
  document.errors.sort((a, b) => a.pos[0] - b.pos[0])
  return document
}

/**
 * Converts a YAML document to plain data; `null` if it is empty.
 *
 * @param text source of the document.
 * @throws the first error with its line.
 */
export function yamlValue(document: YamlDocument, text: string): unknown {
  const [error] = document.errors
  if (error) throw new Error(`${error.message}${lineOf(text, error.pos[0])}`)
  return document.toJS()
}

/** Formats the line of an offset for the end of a sentence: `, line 3`. */
function lineOf(text: string, offset: number): string {
  return `, line ${text.slice(0, offset).split('\n').length}`
}

/** Counts from a walk through a document. */
interface Survey {
  aliases: number
  /** Offsets of keys that repeat an earlier one of the same mapping. */
  readonly doubled: number[]
}

/** Walks all nodes; `undefined` if they are nested too deeply. */
function survey(contents: unknown): Survey | undefined {
  const found: Survey = { aliases: 0, doubled: [] }
  return enter(contents, 0) ? found : undefined

  function enter(node: unknown, depth: number): boolean {
    if (isAlias(node)) found.aliases++
    if (isPair(node)) return enter(node.key, depth) && enter(node.value, depth)
    if (!isMap(node) && !isSeq(node)) return true
    if (isMap(node)) findDoubled(node.items)
    return depth < DEEPEST && (node.items as unknown[]).every((item) => enter(item, depth + 1))
  }

  function findDoubled(items: readonly { readonly key: unknown }[]): void {
    const keys = new Set<unknown>()
    for (const { key } of items) {
      if (!isScalar(key)) continue
      if (keys.has(key.value)) found.doubled.push(key.range?.[0] ?? 0)
      keys.add(key.value)
    }
  }
}
