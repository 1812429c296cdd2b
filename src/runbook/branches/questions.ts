import type { Element, ElementContent } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { groupBy } from '../../util/data/group-by.ts'
import { isBlank, outermost, textOfNodes } from '../content.ts'
import { type Condition, readCondition } from '../language/condition.ts'
import { choicesIn, flattenSteps, mapSteps } from '../map-steps.ts'
import type {
  CheckItem,
  Runbook,
  RunbookAnswer,
  RunbookContent,
  RunbookQuestion,
  RunbookSection,
  StageGroup,
  Step,
} from '../types.ts'
import { keysBySubject, sentenceOf } from './subjects.ts'

/** A sentence that begins with a condition. */
interface Conditional {
  readonly condition: Condition
  readonly sentence: RunbookContent
}

/**
 * Makes one question of conditions that several lines state, and adds to each line the answer for which it holds. What
 * a procedure calls “the identity” is not that of another one.
 */
export function askQuestions(
  sections: readonly RunbookSection[],
  units: UnitTables,
): Pick<Runbook, 'questions' | 'sections'> {
  const conditionals = sections.flatMap((section) =>
    conditionsOf(section, units).map((each) => ({ ...each, key: keyIn(section, each.condition) })),
  )
  const stated = groupBy(conditionals, ({ key }) => key)
  const repeated = [...stated].filter(([, lines]) => lines.length > 1)
  if (repeated.length === 0) return { questions: [], sections }
  const asked = new Map<string, RunbookQuestion & { readonly isNegated: boolean }>()
  for (const [at, [key, lines]] of repeated.entries()) {
    const line = lines.find(({ condition }) => !condition.isNegated) ?? lines[0]!
    asked.set(key, { id: `Q${at + 1}`, condition: line.sentence, isNegated: line.condition.isNegated })
  }
  const answer = (key: string, isNegated: boolean): RunbookAnswer | null => {
    const question = asked.get(key)
    return question ? { id: question.id, answer: question.isNegated === isNegated ? 'yes' : 'no' } : null
  }
  const answerIn =
    (section: RunbookSection): AnswerTo =>
    (sentence) => {
      const condition = readCondition(textOfNodes(sentence, units, 'source'))
      return condition && answer(keyIn(section, condition), condition.isNegated)
    }
  const answerBySubject = (group: StageGroup): AnswerTo => {
    const keys = keysBySubject(group, (key) => asked.has(key), units)
    return ([node]) => {
      const key = node && keys.get(sentenceOf(node, units) ?? '')
      return key === undefined ? null : answer(key, false)
    }
  }
  return {
    questions: [...asked.values()].map(({ id, condition }) => ({ id, condition })),
    sections: sections.map((section) => answerSection(section, answerIn(section), answerBySubject)),
  }
}

/** Identifies a condition of a section. */
function keyIn(section: RunbookSection, { key, isOfSection }: Condition): string {
  return section.type === 'procedure' && isOfSection ? `${section.letter}: ${key}` : key
}

/** Returns the answer for which a sentence holds; `null` if it depends on none. */
type AnswerTo = (sentence: RunbookContent) => RunbookAnswer | null

/** Lists the conditions of a section's lines. Alternatives are chosen from, so nothing is asked for them. */
function conditionsOf(section: RunbookSection, units: UnitTables): readonly Conditional[] {
  const read = (sentence: RunbookContent): Conditional[] => {
    const condition = readCondition(textOfNodes(sentence, units, 'source'))
    return condition ? [{ condition, sentence }] : []
  }
  if (section.type === 'stage')
    return section.groups.flatMap(({ items }) =>
      items.flatMap(({ expected }) => markedIn(expected).flatMap(read)),
    )
  if (section.type !== 'procedure') return []
  const steps = flattenSteps(section.steps)
  const options = new Set(choicesIn(steps).flat())
  return steps.flatMap((step) => {
    const first = step.conditional && !options.has(step) ? firstSentence(step) : null
    return first ? read(first) : []
  })
}

/** Lists the sentences in content that are marked as conditions. */
function markedIn(content: RunbookContent): readonly RunbookContent[] {
  const marked = outermost(content, ({ properties }) => properties.dataMark === 'condition')
  return marked.map(({ children }) => children)
}

/** Returns the first sentence of a step: its first unit, or the text before any element. */
function firstSentence({ parts }: Step): RunbookContent | null {
  const [part] = parts
  return part?.type === 'content' ? firstIn(part.content) : null
}

function firstIn(content: RunbookContent): RunbookContent | null {
  const first = content.find((node) => !isBlank(node))
  if (first?.type === 'element') return first.tagName === 'pre' ? null : firstIn(first.children)
  return first ? [first] : null
}

function answerSection(
  section: RunbookSection,
  answerTo: AnswerTo,
  answerBySubject: (group: StageGroup) => AnswerTo,
): RunbookSection {
  if (section.type === 'stage')
    return {
      ...section,
      groups: section.groups.map((group) => {
        const bySubject = answerBySubject(group)
        return { ...group, items: group.items.map((item) => answerItem(item, answerTo, bySubject)) }
      }),
    }
  if (section.type !== 'procedure') return section
  const steps = mapSteps(section.steps, (step) => {
    const first = step.conditional ? firstSentence(step) : null
    const question = first && answerTo(first)
    return question ? { ...step, question } : step
  })
  return { ...section, steps }
}

function answerItem(item: CheckItem, answerTo: AnswerTo, answerBySubject: AnswerTo): CheckItem {
  const answers: RunbookAnswer[] = []
  const marked = (children: ElementContent[], { id, answer }: RunbookAnswer): Element => {
    answers.push({ id, answer })
    const properties = { dataMark: 'condition', dataQuestion: id, dataAnswer: answer }
    return { type: 'element', tagName: 'span', properties, children }
  }
  const visit = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') {
      const question = answerBySubject([node])
      return question ? marked([node], question) : node
    }
    if (node.properties.dataMark !== 'condition') return { ...node, children: node.children.map(visit) }
    const question = answerTo(node.children)
    return question ? marked(node.children, question) : node
  }
  const expected = item.expected.map(visit)
  if (answers.length === 0) return item
  return { ...item, expected, ...(item.conditional && answers[0] && { question: answers[0] }) }
}
