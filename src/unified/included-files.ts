import { posix } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Position } from 'unist'
import { VFile } from 'vfile'
import type { SlotCodec } from '../bitext/slots.ts'
import type { ResolvedFile, ResolveFile } from '../model/resolve.ts'
import { selectCode } from '../parse/microsoft/code-selection.ts'
import { IncludeBudget } from '../parse/microsoft/include-budget.ts'
import { directoryOf, rebaseUrl } from '../parse/microsoft/include-content.ts'
import type { MicrosoftContext, Properties } from '../parse/microsoft/types.ts'
import { escapeMarkup } from '../util/text/escape-markup.ts'
import { findFrontMatter } from '../util/text/find-front-matter.ts'
import { NodeReplacements } from '../util/tree/replace-nodes.ts'
import { SKIP, visit } from '../util/tree/visit.ts'
import { readAsMarkdown } from './remark-sxs.ts'

/** A file that includes others. */
interface Includer {
  /** Path relative to the root, with `/`; `undefined` if the file has no path. */
  readonly path: string | undefined
  readonly codec: SlotCodec
  readonly resolve: ResolveFile
}

/** The includes of one file. */
export interface IncludesOfFile extends Pick<MicrosoftContext, 'include' | 'code'> {
  /** Puts the content in place of its tokens. */
  insert(tree: Root): void
}

/** The part of a node's data that names its element. */
interface ElementData {
  readonly hProperties?: Properties
}

/** Where a file is included: the paths of the files around it, outermost first, and what they have included so far. */
interface Within {
  readonly chain: readonly string[]
  readonly budget: IncludeBudget
}

const REASONS: Readonly<Record<Exclude<ResolvedFile['status'], 'found'> | 'cycle' | 'excess', string>> = {
  missing: 'that is missing, expected a file',
  private: 'with a hidden name, expected a file without',
  outside: 'outside the root, expected a file in it (option `root`)',
  unreadable: 'that cannot be read, expected a text file',
  cycle: 'of a file that contains it, expected another file',
  excess: 'beyond the limits (1,000 files, 2 MB of text, 100 levels), expected less',
}

/** Reads included files with the parser of the pipeline, and what they include in turn. */
export class IncludedFiles {
  readonly #parse: (file: VFile) => Root
  readonly #within = new WeakMap<VFile, Within>()

  /** @param parse reads a file, with its includes. */
  constructor(parse: (file: VFile) => Root) {
    this.#parse = parse
  }

  /** The includes of a file, in the order of reading. */
  of(file: VFile, { path, codec, resolve }: Includer): IncludesOfFile {
    const { chain, budget } = this.#within.get(file) ?? { chain: [], budget: new IncludeBudget() }
    const contents = new Map<string, Root>()
    const around = path === undefined ? chain : [...chain, path]
    const report = (url: string, status: keyof typeof REASONS, position: Position | undefined) => {
      file.message(`Unexpected include of \`${url}\` ${REASONS[status]}`, {
        ruleId: 'include-missing',
        source: 'lockstep',
        ...(position && { place: position }),
      })
      return null
    }
    const find = (url: string): ResolvedFile =>
      path === undefined ? { status: 'missing', path: url } : resolve(path, url)
    const read = (from: string, text: string): Root => {
      const inner = new VFile({ cwd: file.cwd, value: text, data: file.data })
      inner.path = posix.join(toRoot(file, path!), from)
      this.#within.set(inner, { chain: around, budget })
      readAsMarkdown.add(inner)
      const tree = this.#parse(inner)
      file.messages.push(...inner.messages)
      return prepared(tree, text, (url) => rebaseUrl(url, directoryOf(from), directoryOf(path!)))
    }

    return {
      include(url, position, isInline = false) {
        const found = find(url)
        if (found.status !== 'found') return report(url, found.status, position)
        if (around.includes(found.path)) return report(url, 'cycle', position)
        const taken = budget.takeRead(found.path, found.text.length, () => read(found.path, found.text))
        if (!taken) return report(url, 'excess', position)
        if (isInline && textOf(taken.result).trim() === '') return null
        const key = String(contents.size)
        contents.set(key, taken.result)
        return codec.encode({ type: 'unit', key })
      },
      code(reference, position) {
        const found = find(reference.url)
        if (found.status !== 'found') return report(reference.url, found.status, position)
        const selected = selectCode(found.text, reference)
        if ('problem' in selected) {
          file.message(`Unexpected reference to \`${reference.url}\`: ${selected.problem}`, {
            ruleId: 'include-missing',
            source: 'lockstep',
            ...(position && { place: position }),
          })
          return null
        }
        if (!budget.take(found.path, { length: selected.code.length, files: 1, levels: 1 }))
          return report(reference.url, 'excess', position)
        return codec.encode({ type: 'text', value: selected.code })
      },
      insert: (tree) => insert(tree, codec, contents),
    }
  }
}

/** The path of the root, as the path of a file in it is written. */
function toRoot(file: VFile, path: string): string {
  const written = file.path.replaceAll('\\', '/')
  return written.endsWith(path) ? written.slice(0, written.length - path.length) || '.' : file.cwd
}

/** An included tree without its front matter, its URLs as the including file writes them. */
function prepared(tree: Root, text: string, url: (value: string) => string): Root {
  const end = findFrontMatter(text)?.end ?? 0
  const children = tree.children.filter(({ position }) => (position?.end.offset ?? Infinity) > end)
  const root: Root = { type: 'root', children }
  visit(root, (node: Nodes) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') node.url = url(node.url)
    const { hProperties } = (node.data ?? {}) as ElementData
    if (typeof hProperties?.src === 'string') hProperties.src = url(hProperties.src)
    if (node.type === 'html')
      node.value = node.value.replace(
        /(\s(?:href|src)\s*=\s*)(["'])(.*?)\2/gis,
        (_, name: string, quote: string, value: string) => `${name}${quote}${url(value)}${quote}`,
      )
  })
  return root
}

function insert(tree: Root, codec: SlotCodec, contents: ReadonlyMap<string, Root>): void {
  const replacements = new NodeReplacements()
  visit(tree, (node: Nodes, _, parent) => {
    if (node.type === 'paragraph' && parent) {
      const whole = wholeInclude(node.children, codec)
      if (whole === undefined) return
      replacements.add(parent, node, contents.get(whole)?.children ?? [])
      return SKIP
    }
    if (!('value' in node) || !codec.has(node.value)) return
    const pieces = codec.decode(node.value)
    if (node.type === 'text' && parent) {
      const nodes = pieces.flatMap((piece): PhrasingContent[] => {
        if (typeof piece === 'string') return [{ type: 'text', value: piece }]
        if (piece.type === 'unit') return inLine(contents.get(piece.key)?.children ?? [])
        return [{ type: 'text', value: piece.type === 'text' ? piece.value : '' }]
      })
      replacements.add(parent, node, nodes)
      return
    }
    const isHtml = node.type === 'html'
    node.value = pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece
        if (piece.type === 'text') return isHtml ? escapeMarkup(piece.value) : piece.value
        return piece.type === 'unit' && isHtml ? toMarkup(contents.get(piece.key)) : ''
      })
      .join('')
    return
  })
  replacements.apply()
}

/** Key of the include that is all of a paragraph. */
function wholeInclude(children: readonly PhrasingContent[], codec: SlotCodec): string | undefined {
  const [first] = children
  if (children.length !== 1 || first?.type !== 'text' || !codec.has(first.value)) return undefined
  const [piece, ...others] = codec.decode(first.value.trim())
  return others.length === 0 && typeof piece === 'object' && piece.type === 'unit' ? piece.key : undefined
}

/** Content of blocks for the middle of a sentence. */
function inLine(nodes: readonly RootContent[]): PhrasingContent[] {
  return nodes.flatMap((node) =>
    node.type === 'paragraph' ? node.children : [{ type: 'text' as const, value: textOf(node) }],
  )
}

function toMarkup(content: Root | undefined): string {
  if (!content) return ''
  const [only, ...others] = content.children
  const children = only?.type === 'paragraph' && others.length === 0 ? only.children : content.children
  const tree = toHast({ type: 'root', children }, { allowDangerousHtml: true })
  return toHtml(tree, { allowDangerousHtml: true })
}
