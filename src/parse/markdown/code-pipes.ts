import type { Root } from 'mdast'
import { OTHER_LETTERS, unusedCharacters } from '../../bitext/slots.ts'
import { restoreCharacter } from './restore-character.ts'

const ROW_OF_DELIMITERS = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t|:-]*)?$/
const LINE = /[^\r\n]+/g

/** Offsets of the pipes in the code spans of a line. */
export function pipesInCode(line: string): number[] {
  if (!line.includes('|') || !line.includes('`')) return []
  const runs = [...line.matchAll(/\\[\s\S]|`+/g)].filter(([run]) => run[0] === '`')
  // Backwards, so that each run finds the next one of the same length.
  const next = new Map<number, number>()
  const partners = runs.map(() => -1)
  for (let at = runs.length - 1; at >= 0; at--) {
    const { length } = runs[at]![0]
    partners[at] = next.get(length) ?? -1
    next.set(length, at)
  }
  const pipes: number[] = []
  for (let at = 0; at < runs.length; at++) {
    const partner = partners[at]!
    if (partner < 0) continue
    for (let place = runs[at]!.index; place < runs[partner]!.index; place++)
      if (line[place] === '|' && line[place - 1] !== '\\') pipes.push(place)
    at = partner
  }
  return pipes
}

/**
 * Parses Markdown so that a pipe in code does not end a table cell: in Markdig, code takes precedence over pipes, while GFM (section 4.10)
 * ends the cell.
 *
 * @param parse parses a text of the same length as `text`.
 */
export function parseWithCodePipes(text: string, parse: (text: string) => Root): Root {
  const pipes = pipesInTables(text)
  if (pipes.length === 0) return parse(text)
  const other = unusedCharacters(text, OTHER_LETTERS, 1)[0]!
  let hidden = ''
  let at = 0
  for (const place of pipes) {
    hidden += text.slice(at, place) + other
    at = place + 1
  }
  return restoreCharacter(parse(hidden + text.slice(at)), other, '|')
}

/** Offsets of the pipes in code in possible tables: in the line before a delimiter row, and the lines after it. */
function pipesInTables(text: string): number[] {
  if (!text.includes('|') || !text.includes('`') || !/^[ \t>|:]*-[ \t|:-]*$/m.test(text)) return []
  const pipes: number[] = []
  let before: RegExpExecArray | undefined
  let isTable = false
  let end = -1
  for (const line of text.matchAll(LINE)) {
    const isNext = /^\r?\n?$|^\r$/.test(text.slice(end, line.index))
    if (!isNext || /^[ \t>]*$/.test(line[0])) isTable = false
    if (isNext && !isTable && before?.[0].includes('|') && ROW_OF_DELIMITERS.test(line[0])) {
      isTable = true
      add(before)
    } else if (isTable) add(line)
    before = line
    end = line.index + line[0].length
  }
  return pipes

  function add({ 0: line, index }: RegExpExecArray): void {
    for (const place of pipesInCode(line)) pipes.push(index + place)
  }
}
