import type { ElementContent } from 'hast'
import type { BilingualDocument } from '../../model/document.ts'
import { unitOf } from '../../model/text.ts'
import { memoize } from '../../util/memoize.ts'
import { contentsIn, textOfNodes } from '../content.ts'
import { inQuotes } from '../decision.ts'
import type { Runbook, RunbookValue } from '../types.ts'
import { codeIn, codeTextOf, type FillSlot } from './code-text.ts'
import { type FoundPlaceholder, findPlaceholders, keyOf } from './find-placeholders.ts'
import { findTokens, requestFor } from './named-placeholders.ts'

/** What is known of a placeholder that occurs in commands. */
interface Candidate {
  readonly name: string
  readonly spellings: Set<string>
  /** The parameters that it is the value of; empty texts for other places. */
  readonly parameters: Set<string>
  /** Whether one line has it as the value of two parameters, which need not be the same. */
  isAmbiguous: boolean
  reason: string
}

/**
 * Collects the placeholders of a runbook’s commands, in order of first use. What could be several values under one name is left out, and
 * stays in the commands as written.
 */
export function collectValues(
  runbook: Pick<Runbook, 'context' | 'prerequisites' | 'sections'>,
  document: BilingualDocument,
): readonly RunbookValue[] {
  const fill: FillSlot = (key) => {
    const unit = unitOf(document, key)
    const segment = unit?.source ?? unit?.target
    return segment?.content ?? (segment ? [{ type: 'text', value: segment.text }] : [])
  }
  const candidates = new Map<string, Candidate>()
  let prose: string | undefined
  const requestOf = memoize((token: string) => {
    prose ??= textOfNodes(
      withoutBlocks(document.skeleton.tree.children as ElementContent[]),
      document,
      'source',
    )
    return requestFor(token, prose)
  })
  for (const code of contentsIn(runbook).flatMap((content) => codeIn(content, fill))) {
    const command = codeTextOf(code, fill)
    const inLines = new Map<string, string>()
    for (const found of findPlaceholders(command, code))
      add(found, `${inQuotes(found.written)} stands in a command`)
    for (const found of findTokens(command.text)) {
      const request = requestOf(found.written)
      if (request !== null) add(found, `the text asks to replace it: ${inQuotes(request)}`)
    }

    function add(found: FoundPlaceholder, reason: string): void {
      const key = keyOf(found.name)
      const candidate = candidates.get(key) ?? {
        name: found.name,
        spellings: new Set<string>(),
        parameters: new Set<string>(),
        isAmbiguous: false,
        reason,
      }
      candidates.set(key, candidate)
      candidate.spellings.add(found.written)
      const parameter = parameterBefore(command.text, found.start)
      candidate.parameters.add(parameter)
      const line = `${command.text.slice(0, found.start).split('\n').length}:${key}`
      const known = inLines.get(line)
      if (known !== undefined && known !== parameter) candidate.isAmbiguous = true
      inLines.set(line, parameter)
    }
  }
  return [...candidates.values()].flatMap(
    ({ name, spellings, parameters, isAmbiguous, reason }): RunbookValue[] => {
      // A single word such as `<Fqdn>` describes what kind of value each parameter takes.
      const isKind = parameters.size > 1 && !/[\s_-]/.test(name)
      return isAmbiguous || isKind ? [] : [{ name, spellings: [...spellings], reason }]
    },
  )
}

/** Name of the parameter whose value contains an offset of a command; empty if there is none. */
function parameterBefore(text: string, end: number): string {
  const line = /[^\n]*$/.exec(text.slice(Math.max(0, end - 2000), end))![0]
  const last = [...line.matchAll(/(?<!\S)\[?--?([A-Za-z][\w-]*)(?=[\s:="'])/g)].at(-1)
  return last?.[1]?.toLowerCase() ?? ''
}

/** A copy of trees without blocks of code. */
function withoutBlocks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    return node.tagName === 'pre' ? [] : [{ ...node, children: withoutBlocks(node.children) }]
  })
}
