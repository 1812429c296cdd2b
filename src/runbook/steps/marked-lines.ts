import type { Element, ElementContent } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { isBlank, isBlock, isElement, textOfNodes, trimNodes } from '../content.ts'
import { isAlert, paragraph } from '../flow.ts'
import { isImperative } from '../language/imperative.ts'
import { statesFailure } from '../language/outcome.ts'
import { sentencesOf } from '../language/sentences.ts'
import type { RunbookContent } from '../types.ts'

/** A line of content: a paragraph, another block, or what stands between line breaks. */
type Line = RunbookContent

/** Begins a line with a letter: “a. Open the console.” */
const LETTER = /^([a-z])[.)](?:\s+|$)/

/**
 * Makes ordered lists of lines that begin with letters in order (“a. Open …”, “b. Click …”), each with the blocks after it.
 *
 * @param isWanted whether such a list replaces its lines.
 */
export function listLetteredLines(
  content: RunbookContent,
  isWanted: (list: Element) => boolean,
  units: UnitTables,
): RunbookContent {
  const lines = toLines(content)
  const letters = lines.map((line) => LETTER.exec(textOfNodes(line, units, 'source'))?.[1])
  const start = letters.indexOf('a')
  if (start < 0) return content
  const items: ElementContent[][] = []
  let end = start
  for (const [at, line] of lines.entries()) {
    if (at < start) continue
    if (letters[at] === letterOf(items.length)) items.push([...withoutLetter(line, units)])
    else if (isText(line, units) && !letters.includes(letterOf(items.length), at)) break
    else items.at(-1)!.push(...line)
    end = at
  }
  if (items.length < 2) return content
  const list = listOf('ol', items)
  if (!isWanted(list)) return content
  return [...withoutBreak(lines.slice(0, start).flat()), list, ...lines.slice(end + 1).flat()]
}

function letterOf(index: number): string {
  return String.fromCharCode(97 + index)
}

/** Makes ordered lists of several paragraphs in a row that each say what to do in a case: “If A is used, select …” */
export function listConditionalLines(content: RunbookContent, units: UnitTables): RunbookContent {
  const listed: ElementContent[] = []
  let run: ElementContent[] = []
  const close = (): void => {
    const lines = run.filter((node) => !isBlank(node))
    // Without a text above them they are the step itself.
    const isListed = lines.length > 1 && textOfNodes(listed, units, 'source') !== ''
    listed.push(
      ...(isListed
        ? [
            listOf(
              'ol',
              lines.map((node) => [node]),
            ),
          ]
        : run),
    )
    run = []
  }
  for (const node of content) {
    const isCase =
      isElement(node, 'p') && !isAlert(node) && isCaseOfWork(textOfNodes([node], units, 'source'))
    if (isCase || (run.length > 0 && isBlank(node))) run.push(node)
    else {
      close()
      listed.push(node)
    }
  }
  close()
  return listed
}

/** Whether a paragraph says what to do under a condition, apart from a failure. */
function isCaseOfWork(text: string): boolean {
  if (!/^if\b/i.test(text) || statesFailure(text) || text.endsWith(':')) return false
  const [first = ''] = sentencesOf(text)
  return (
    isImperative(first) ||
    /\bshould (?:not )?be (?:selected|cleared|checked|enabled|disabled|set)\b/i.test(first)
  )
}

/** Begins a line with a box to tick. */
const BOX = /^[□☐❏❑]/

/** A task list of the lines of a paragraph, if all of them begin with a box to tick; else the block itself. */
export function listBoxedLines(block: Element, units: UnitTables): Element {
  if (!isElement(block, 'p')) return block
  const lines = toLines(block.children).filter((line) => textOfNodes(line, units, 'source') !== '')
  if (lines.length === 0 || !lines.every((line) => BOX.test(textOfNodes(line, units, 'source')))) return block
  const box: Element = { type: 'element', tagName: 'input', properties: { type: 'checkbox' }, children: [] }
  return listOf(
    'ul',
    lines.map((line) => [box, ...withoutBreak(line)]),
  )
}

function listOf(tagName: 'ol' | 'ul', items: readonly (readonly ElementContent[])[]): Element {
  const children = items.map(
    (item): Element => ({ type: 'element', tagName: 'li', properties: {}, children: [...trimNodes(item)] }),
  )
  return { type: 'element', tagName, properties: {}, children }
}

/** Splits content into lines; a line break is the end of its line. */
function toLines(content: RunbookContent): readonly Line[] {
  const lines: ElementContent[][] = []
  let isOpen = false
  for (const node of content) {
    if (isElement(node, 'p') && !isAlert(node) && node.children.some((child) => isElement(child, 'br')))
      lines.push(...toLines(node.children).map((line) => [paragraph(withoutBreak(line))]))
    else if (isOpen && !isBlock(node)) lines.at(-1)!.push(node)
    else lines.push([node])
    isOpen = !isBlock(node) && !isElement(node, 'br')
  }
  return lines
}

/** Whether a line is text, which is about the whole step after its last letter. */
function isText(line: Line, units: UnitTables): boolean {
  const [first] = trimNodes(line)
  if (first === undefined || textOfNodes(line, units, 'source') === '') return false
  return !isBlock(first) || (isElement(first, 'p') && !isAlert(first))
}

function withoutBreak(line: Line): RunbookContent {
  const end = line.findLastIndex((node) => !isBlank(node))
  return isElement(line[end], 'br') ? trimNodes(line.slice(0, end)) : line
}

/** A line without its letter, unless the letter is part of the first sentence. */
function withoutLetter(line: Line, units: UnitTables): RunbookContent {
  const [first, ...rest] = trimNodes(withoutBreak(line))
  if (isElement(first, 'p')) return [{ ...first, children: [...withoutLetter(first.children, units)] }]
  if (first?.type === 'text')
    return [{ ...first, value: first.value.trimStart().replace(LETTER, '') }, ...rest]
  const isLetter = first !== undefined && /^[a-z][.)]$/.test(textOfNodes([first], units, 'source'))
  return isLetter ? trimNodes(rest) : line
}
