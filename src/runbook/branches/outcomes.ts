import type { ElementContent } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { hasContent, hasElement, isBlank, isElement, textOfNodes, trimNodes } from '../content.ts'
import { isAction } from '../item-steps.ts'
import { readDuration, statesOutcome, verifies } from '../language/outcome.ts'
import { clausesOf } from '../language/sentences.ts'
import { mapSteps } from '../map-steps.ts'
import type { CheckItem, RunbookContent, RunbookSection, StageSection, Step, StepPart } from '../types.ts'

/** Adds to steps what they are expected to show, and to steps and procedures how long they take. */
export function addOutcomes(
  sections: readonly RunbookSection[],
  units: UnitTables,
): readonly RunbookSection[] {
  return sections.map((section, at) => {
    if (section.type === 'stage') return observeItems(section, units)
    if (section.type !== 'procedure') return section
    const duration = readDuration(proseOf([...section.context, ...section.after], units))
    const hasOutput = tellsOutput(sections[at + 1], units)
    const steps = mapSteps(section.steps, (step) => {
      const observed = addExpected(step, units)
      const isTest = hasOutput && observed.expected === undefined && runsCode(observed)
      return addDuration(shareOutcome(isTest ? { ...observed, expected: [] } : observed, units), units)
    })
    return { ...section, steps, ...(duration && { duration }) }
  })
}

/** Gives commands without a text room for what was observed if the text above the first of them asks for it. */
function shareOutcome(step: Step, units: UnitTables): Step {
  const isBare = ({ parts }: Step) =>
    parts.every((part) => part.type === 'content' && proseOf(part.content, units) === '')
  const share = (steps: readonly Step[]): readonly Step[] => {
    let isAsked = false
    return steps.map((each) => {
      const [first] = each.parts
      const shares = isAsked && each.expected === undefined && isBare(each)
      isAsked =
        shares || (each.expected?.length === 0 && first?.type === 'content' && endsWithCode(first.content))
      return shares ? { ...each, expected: [] } : each
    })
  }
  return {
    ...step,
    parts: step.parts.map((part) => (part.type === 'steps' ? { ...part, steps: share(part.steps) } : part)),
  }
}

/** Whether a section after steps tells what their commands show: “…, you'll receive output similar to this”. */
function tellsOutput(section: RunbookSection | undefined, units: UnitTables): boolean {
  if (section?.type !== 'context' || section.role !== 'results') return false
  return OUTPUT.test(proseOf(section.content, units))
}

const OUTPUT = /\byou(?:[’']ll| will| should)? (?:receive|see|get)(?: back)? (?:\w+ )?(?:output|results?)\b/i

/** Whether a step itself has code. */
function runsCode({ parts }: Step): boolean {
  return parts.some((part) => part.type === 'content' && part.content.some((node) => hasElement(node, 'pre')))
}

function endsWithCode(content: RunbookContent): boolean {
  return isElement(
    content.findLast((node) => !isBlank(node)),
    'pre',
  )
}

/** Gives the actions of a stage that ask to verify something room for what was observed. */
function observeItems(section: StageSection, units: UnitTables): StageSection {
  const observe = (item: CheckItem): CheckItem => {
    // A situation is expected, not done.
    if (!isAction(item)) return item
    const parts = item.parts?.map(
      (part): StepPart =>
        part.type === 'steps'
          ? { ...part, steps: mapSteps(part.steps, (step) => addExpected(step, units)) }
          : part,
    )
    const text = proseOf(item.expected, units)
    const isObserved = clausesOf(text).some((sentence) => verifies(sentence) || statesOutcome(sentence))
    return { ...item, ...(parts && { parts }), ...(isObserved && { observed: true }) }
  }
  return {
    ...section,
    groups: section.groups.map((group) => ({ ...group, items: group.items.map(observe) })),
  }
}

function addDuration(step: Step, units: UnitTables): Step {
  const said = step.parts.map((part) => (part.type === 'content' ? proseOf(part.content, units) : ''))
  const duration = readDuration(said.join(' '))
  return duration ? { ...step, duration } : step
}

/** Moves the sentences at the end of a step that state what it should show. */
function addExpected(step: Step, units: UnitTables): Step {
  const last = step.parts.at(-1)
  if (last?.type !== 'content' || step.parts.some(({ type }) => type === 'steps' || type === 'choice'))
    return step
  const prose = proseOf(last.content, units)
  const isFirst = step.parts.length === 1
  const start = startOfOutcome(last.content, units)
  const expected = trimNodes(last.content.slice(start))
  const kept = trimNodes(last.content.slice(0, start))
  const isVerified = isFirst && verifies(prose)
  const said = [...clausesOf(proseOf(expected, units)), ...(isFirst ? clausesOf(prose).slice(1) : [prose])]
  if (!isVerified && !said.some(statesOutcome)) return step
  if (!hasContent(kept, units) || expected.length === 0) return { ...step, expected: [] }
  const part: StepPart = { type: 'content', content: kept }
  return { ...step, parts: [...step.parts.slice(0, -1), part], expected: expected.map(unmarked) }
}

/** Index of the first node of those at the end of content that only state what to see. */
function startOfOutcome(content: RunbookContent, units: UnitTables): number {
  let start = content.length
  for (let at = content.length - 1; at > 0; at--) {
    const node = content[at]!
    if (isBlank(node)) continue
    if (!isOutcome(node, units)) break
    start = at
  }
  return start
}

/** Whether every sentence of a node states what to see. */
function isOutcome(node: ElementContent, units: UnitTables): boolean {
  if (node.type !== 'element') return statesOutcome(textOfNodes([node], units, 'source'))
  if (node.properties.dataMark === 'result') return true
  const children = node.children.filter((child) => !isBlank(child))
  return node.tagName === 'p' && children.length > 0 && children.every((child) => isOutcome(child, units))
}

/** A node without marks of results, which its place makes clear. */
function unmarked(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  const children = node.children.map(unmarked)
  return node.properties.dataMark === 'result' ? { ...node, properties: {}, children } : { ...node, children }
}

/** English text of content without code. */
function proseOf(content: RunbookContent, units: UnitTables): string {
  const isCode = (node: ElementContent) =>
    node.type === 'element' && (node.tagName === 'pre' || node.properties.dataCode !== undefined)
  return textOfNodes(
    content.filter((node) => !isCode(node)),
    units,
    'source',
  )
}
