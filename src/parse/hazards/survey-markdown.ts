import type { Nodes, Root } from 'mdast'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { SlotCodec } from '../../bitext/slots.ts'
import type { Syntax } from '../../model/unit.ts'

/** Facts about a Markdown tree, collected in one walk before any transform changes it. */
export interface MarkdownSurvey {
  /** Syntax of each unit's markup, by number of its token: the construct around its slot decides. */
  readonly syntaxes: readonly (Syntax | undefined)[]
  /** Text of each link definition by its normalized label: see {@link referencesIn}. */
  readonly definitions: ReadonlyMap<string, string>
  /** Constructs of Microsoft's Markdown that the tree may contain. */
  readonly holds: { readonly inline: boolean; readonly tabs: boolean }
}

/** Surveys a Markdown tree in one walk. */
export function surveyMarkdown(tree: Root, text: string, codec: SlotCodec): MarkdownSurvey {
  const numbers = new Map(codec.unitKeys().map((key, index) => [key, index]))
  const syntaxes: (Syntax | undefined)[] = []
  const definitions = new Map<string, string>()
  const holds = { inline: /\[!video/i.test(text), tabs: false }
  const note = (value: string, syntax: Syntax) => {
    if (!codec.has(value)) return
    for (const { key } of codec.tokens(value)) syntaxes[numbers.get(key)!] = syntax
  }
  const walk = (nodes: readonly Nodes[]) => {
    for (const node of nodes) {
      if (node.type === 'text') {
        note(node.value, 'markdown')
        if (!holds.inline && node.value.includes(':::')) holds.inline = true
      } else if ('value' in node && typeof node.value === 'string') {
        note(node.value, node.type === 'html' ? 'html' : 'text')
      } else if (node.type === 'link') {
        if (/^#tab\//i.test(node.url)) holds.tabs = true
      } else if (node.type === 'definition' && node.position?.start.offset !== undefined) {
        const name = normalizeIdentifier(node.label ?? node.identifier)
        if (!definitions.has(name))
          definitions.set(name, text.slice(node.position.start.offset, node.position.end.offset))
      }
      if (
        (node.type === 'image' || node.type === 'link') &&
        `${node.title}${'alt' in node ? node.alt : ''}`.includes(':::')
      )
        holds.inline = true
      if ('children' in node) walk(node.children)
    }
  }
  walk(tree.children)
  return { syntaxes, definitions, holds }
}
