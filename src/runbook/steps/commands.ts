import type { Element, ElementContent } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { isBlank, isBlock, isElement, textOfNodes } from '../content.ts'
import {
  type CodeRole,
  endsWithExample,
  isInstead,
  isToAdapt,
  roleOfCode,
  tellsResult,
} from '../language/branch.ts'
import { isImperative } from '../language/imperative.ts'
import type { RunbookContent } from '../types.ts'
import { asksForHelp, isCommandCode, isExampleOf, isOutputCode } from './command-code.ts'

/** Content of a step with its commands apart. */
export interface CommandGroups {
  /** Content of the step itself. */
  readonly head: RunbookContent
  /** Each further command with the text that belongs to it. */
  readonly groups: readonly RunbookContent[]
}

/**
 * Separates several commands of a step, so that each has its own box: a command follows the text that announces it
 * and precedes the text that explains it. `null` if there is one command at most.
 */
export function splitCommands(content: RunbookContent, units: UnitTables): CommandGroups | null {
  const blocks = toBlocks(content)
  const commands = blocks.flatMap((_, at) => (isCommandAt(blocks, at, units) ? [at] : []))
  const [only] = commands
  if (only === undefined || (commands.length < 2 && !isExtra(blocks, only, units))) return null
  const starts = commands.map((at, index) => {
    const previous = commands[index - 1] ?? -1
    return at - 1 > previous && isLead(blocks[at - 1]!, units) ? at - 1 : at
  })
  const [first = 0, second] = starts
  const bounds = starts.map((start, at) => [start, starts[at + 1] ?? blocks.length] as const)
  const groups = bounds.map(([start, end]) => blocks.slice(start, end).flat())
  // Commands without a text of their own share the one above.
  if (starts.length > 1 && starts.slice(1).every((start, at) => start === commands[at + 1]))
    return {
      head: blocks.slice(0, commands[0]).flat(),
      groups: [blocks.slice(commands[0], second).flat(), ...groups.slice(1)],
    }
  if (first > 0) return { head: blocks.slice(0, first).flat(), groups }
  const areAlternatives = starts
    .slice(0, 2)
    .every((at) => STARTS_WITH_CONDITION.test(textOfNodes(blocks[at]!, units, 'source')))
  return areAlternatives ? { head: [], groups } : { head: groups[0]!, groups: groups.slice(1) }
}

/** Whether the only command of a step to run comes after an example, and adds to it: “You can also …”. */
function isExtra(blocks: readonly RunbookContent[], at: number, units: UnitTables): boolean {
  const lead = at > 0 && !isCode(blocks[at - 1]) ? textOfNodes(blocks[at - 1]!, units, 'source') : ''
  return isInstead(lead) && blocks.slice(0, at - 1).some(isCode)
}

const STARTS_WITH_CONDITION = /^(?:if|when|unless|for)\b/i

/** Whether a block is a code block with a command to run. */
function isCommandAt(blocks: readonly RunbookContent[], at: number, units: UnitTables): boolean {
  const [code] = blocks[at] ?? []
  if (!isElement(code, 'pre') || asksForHelp(code, units)) return false
  const sayAt = (index: number) => textOfNodes(blocks[index] ?? [], units, 'source')
  if (isCode(blocks[at - 1]) && isExampleOf(sayAt(at), sayAt(at - 1))) return false
  let before = at - 1
  while (isCode(blocks[before])) before--
  return roleOf(sayAt(before), blocks[at]![0]!, units) === null
}

/** The role of code, by the text before it; a command of which this tells the result is to be run. */
function roleOf(before: string, code: ElementContent, units: UnitTables): CodeRole | null {
  if (isElement(code, 'pre') && isOutputCode(code)) return 'output'
  const role = roleOfCode(before)
  return role === 'output' && tellsResult(before) && isCommandCode(code, units) ? null : role
}

function isCode(block: RunbookContent | undefined): boolean {
  return isElement(block?.[0], 'pre')
}

/** Whether a block announces the code after it. */
function isLead(block: RunbookContent, units: UnitTables): boolean {
  const text = textOfNodes(block, units, 'source')
  return text.endsWith(':') || isImperative(text)
}

/** Groups content into blocks: elements that are blocks, and runs of inline content between them. */
function toBlocks(content: RunbookContent): readonly RunbookContent[] {
  const blocks: ElementContent[][] = []
  let isOpen = false
  for (const node of content) {
    if (isBlank(node) && !isOpen) continue
    if (!isBlock(node) && isOpen) blocks.at(-1)!.push(node)
    else blocks.push([node])
    isOpen = !isBlock(node)
  }
  return blocks
}

/** Wraps code that is an example or an output, so that it looks unlike a command to run. */
export function markCode(content: RunbookContent, units: UnitTables): RunbookContent {
  let before: ElementContent[] = []
  let codeBefore = ''
  return content.map((node): ElementContent => {
    if (isBlank(node)) return node
    const element = isBlock(node) ? node : null
    if (element?.tagName === 'pre') {
      const text = textOfNodes(before, units, 'source')
      const code = textOfNodes([element], units, 'source')
      const isExample = isExampleOf(code, codeBefore) || isToAdapt(text, code)
      codeBefore = code
      const role = roleOf(text, element, units) ?? (isExample ? 'example' : null)
      return role ? markedCode(element, role, role === 'example' && endsWithExample(text)) : node
    }
    codeBefore = ''
    before = element ? [node] : [...before.filter((each) => !isBlock(each)), node]
    return element && /^(?:ul|ol|li|div)$/.test(element.tagName)
      ? { ...element, children: [...markCode(element.children, units)] }
      : node
  })
}

/** @param isNamed whether the text before the code is the label. */
function markedCode(code: Element, role: CodeRole, isNamed: boolean): Element {
  const properties = { dataCode: role, ...(isNamed && { dataNamed: true }) }
  return { type: 'element', tagName: 'div', properties, children: [code] }
}
