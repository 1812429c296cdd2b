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

/** Most levels of lists and mappings in each other; the parser itself ends at some hundreds, depending on the stack. */
const DEEPEST = 100
/** Most aliases of a text: to resolve each, the parser goes through all of it. */
const MOST_ALIASES = 100

/** A text as YAML 1.2, its errors in order. */
export type YamlDocument = Document.Parsed<ParsedNode>

/**
 * Parses YAML so that time follows the length of the text: the keys of a mapping are compared all at once, and too many levels or
 * aliases are an error, after which there is no content.
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
 * What YAML says, as plain data; `null` where it says nothing.
 *
 * @param text what the document was parsed from.
 * @throws with the first error and its place.
 */
export function yamlValue(document: YamlDocument, text: string): unknown {
  const [error] = document.errors
  if (error) throw new Error(`${error.message}${lineOf(text, error.pos[0])}`)
  return document.toJS()
}

/** The line of an offset, for the end of a sentence. */
export function lineOf(text: string, offset: number): string {
  return `, line ${text.slice(0, offset).split('\n').length}`
}

/** What a walk through a document counts. */
interface Survey {
  aliases: number
  /** Offsets of keys that stand in the same mapping before. */
  readonly doubled: number[]
}

/** Goes through all nodes; `undefined` where they are nested too deeply. */
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
