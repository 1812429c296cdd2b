import type { Element, ElementContent } from 'hast'
import type { BilingualDocument } from '../../model/document.ts'
import { unitOf } from '../../model/text.ts'
import { memoize } from '../../util/memoize.ts'
import { contentsIn, textOfNodes } from '../content.ts'
import { inQuotes } from '../decision.ts'
import type { Runbook, RunbookValue } from '../types.ts'
import { type FoundPlaceholder, findPlaceholders, keyOf } from './find-placeholders.ts'
import { findTokens, requestFor } from './named-placeholders.ts'
import { type FillSlot, type TextRun, textRunsIn } from './text-runs.ts'
import { usesInText } from './use-in-text.ts'

/** What is known of a placeholder. */
interface Candidate {
  readonly name: string
  readonly spellings: Set<string>
  /** The parameters that it is the value of; empty texts for other places. */
  readonly parameters: Set<string>
  /** The commands that write to a file of this name; several would overwrite it. */
  readonly outputs: Set<string>
  /** Whether one line has it as the value of two parameters, which need not be the same. */
  isAmbiguous: boolean
  /** Whether a step has it. */
  isUsed: boolean
  reason: string
}

/**
 * Collects the placeholders of a runbook’s commands, and of the texts of its steps, in order of first use. What could be several values under
 * one name is left out, and stays as written.
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
  const inSteps = new Set(stepsOf(runbook.sections).flatMap(contentsIn))
  for (const content of contentsIn(runbook)) {
    const isStep = inSteps.has(content)
    for (const run of textRunsIn({ type: 'root', children: [...content] }, fill)) {
      if (run.code) addCommand(run, run.code, isStep)
      else if (isStep) addText(run)
    }
  }
  return [...candidates.values()].flatMap(
    ({ name, spellings, parameters, outputs, isAmbiguous, isUsed, reason }): RunbookValue[] => {
      // A single word such as `<Fqdn>` describes what kind of value each parameter takes.
      const isKind = parameters.size > 1 && !/[\s_-]/.test(name)
      return !isUsed || isAmbiguous || isKind || outputs.size > 1
        ? []
        : [{ name, spellings: [...spellings], reason }]
    },
  )

  function addCommand(run: TextRun, { tagName }: Element, isStep: boolean): void {
    const inLines = new Map<string, string>()
    const whole = tagName === 'code' ? run.text.trim() : ''
    const addUse = (found: FoundPlaceholder, reason: string): void => {
      const key = keyOf(found.name)
      const candidate = add(found, reason, isStep)
      const parameter = parameterBefore(run.text, found.start)
      candidate.parameters.add(parameter)
      const output = outputBefore(run.text, found.start, parameter)
      if (output !== null) candidate.outputs.add(output)
      const line = `${run.text.slice(0, found.start).split('\n').length}:${key}`
      const known = inLines.get(line)
      if (known !== undefined && known !== parameter) candidate.isAmbiguous = true
      inLines.set(line, parameter)
    }
    for (const found of findPlaceholders(run)) {
      // Code that is nothing but a placeholder is a word of the text, which explains it.
      if (found.written !== whole) addUse(found, `${inQuotes(found.written)} stands in a command`)
    }
    for (const found of findTokens(run.text)) {
      const request = requestOf(found.written)
      if (request !== null) addUse(found, `the text asks to replace it: ${inQuotes(request)}`)
    }
  }

  function addText(run: TextRun): void {
    const { text } = run
    const tokens = findTokens(text).filter(({ written }) => requestOf(written) !== null)
    const found = [...findPlaceholders(run), ...tokens].sort((one, other) => one.start - other.start)
    for (const each of usesInText(text, found))
      add(each, `it is to be filled in: ${inQuotes(each.use)}`, true)
  }

  function add({ name, written }: FoundPlaceholder, reason: string, isStep: boolean): Candidate {
    const key = keyOf(name)
    const candidate = candidates.get(key) ?? {
      name,
      spellings: new Set<string>(),
      parameters: new Set<string>(),
      outputs: new Set<string>(),
      isAmbiguous: false,
      isUsed: false,
      reason,
    }
    candidate.spellings.add(written)
    candidate.isUsed ||= isStep
    candidates.set(key, candidate)
    return candidate
  }
}

/** The steps and check items of a runbook. */
function stepsOf(sections: Runbook['sections']): readonly unknown[] {
  return sections.flatMap((section): readonly unknown[] => {
    if (section.type === 'stage') return section.groups.map(({ items }) => items)
    return section.type === 'procedure' ? [section.steps] : []
  })
}

/** The command that writes to the file that a parameter names at an offset; `null` if it does not write, or names none. */
function outputBefore(text: string, end: number, parameter: string): string | null {
  if (!/file|path/.test(parameter)) return null
  return /\b(?:export|backup|save|out|write)-\w+/i.exec(lineBefore(text, end))?.[0].toLowerCase() ?? null
}

function lineBefore(text: string, end: number): string {
  return /[^\n]*$/.exec(text.slice(Math.max(0, end - 2000), end))![0]
}

/** Name of the parameter whose value contains an offset of a command; empty if there is none. */
function parameterBefore(text: string, end: number): string {
  const line = lineBefore(text, end)
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
