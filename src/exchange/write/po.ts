import { type CodedText, markupOf } from '../../model/coded-text.ts'
import { cutEnd } from '../../util/text/cut-end.ts'
import type { ExchangeFile, ExchangeUnit } from '../exchange-file.ts'

/**
 * Starts a PO file (GNU gettext manual, “The Format of PO Files” and “Filling in the Header Entry”), for one document or for several with the same
 * target locale. There are no dates, so that equal documents make equal files, and no plural forms, which no unit has.
 */
export function poHead({ targetLocale, tool }: Pick<ExchangeFile, 'targetLocale' | 'tool'>): string {
  const fields = {
    'Project-Id-Version': 'documents',
    Language: targetLocale.replaceAll('-', '_'),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
    'X-Generator': `${tool.name} ${tool.version}`,
  }
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`)
  return `msgid ""\nmsgstr ""\n${lines.map((line) => `${quote(line)}\n`).join('')}`
}

/**
 * Writes the units of a document as entries of a PO file, for reading and translating; there is no way back.
 *
 * - `msgid` and `msgstr` are the markup as written, without line breaks at their edges, which `msgfmt` wants to be alike.
 * - `msgctxt` is the path and the id, so that equal texts of different units stay apart.
 * - `#.` are notes, `#:` is the path, `#, fuzzy` marks machine translations, and `#| msgid` is the source of an earlier version.
 */
export function* poFile({ path, units }: ExchangeFile): Iterable<string> {
  for (const unit of units) {
    const source = textOf(unit.source)
    // An empty `msgid` is the header to many programs.
    if (source !== '') yield entryOf(path, unit, source)
  }
}

function entryOf(path: string, { id, target, state, notes, previous }: ExchangeUnit, source: string): string {
  const old = previous && textOf(previous.source)
  return [
    '',
    ...notes.flatMap(({ text }) => commentsOf(text)),
    `#: ${referenceOf(path)}`,
    ...(state === 'machine' && target ? ['#, fuzzy'] : []),
    ...(old !== undefined && old !== source ? linesOf('msgid', old).map((line) => `#| ${line}`) : []),
    `msgctxt ${quote(`${path}#${id}`)}`,
    ...linesOf('msgid', source),
    ...linesOf('msgstr', textOf(target ?? [])),
    '',
  ].join('\n')
}

function textOf(coded: CodedText): string {
  const text = markupOf(coded).replace(/\r\n?/g, '\n').replace(/^\n+/, '')
  return cutEnd(text, /\n/)
}

function commentsOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/).map((line) => `#. ${line}`)
}

/** Isolates mark the ends of a path with spaces (GNU gettext manual, “The Format of PO Files”). */
function referenceOf(path: string): string {
  return /\s/.test(path) ? `\u2068${path.replace(/\s/g, ' ')}\u2069` : path
}

/** A keyword and its text, a line for each line of the text. */
function linesOf(keyword: string, text: string): readonly string[] {
  const lines = text.split(/(?<=\n)/)
  return lines.length > 1 ? [`${keyword} ""`, ...lines.map(quote)] : [`${keyword} ${quote(text)}`]
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
}

function quote(text: string): string {
  const escaped = text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\\"\n\t\r]/g, (character) => ESCAPES[character]!)
    .replace(/[\0-\x1F\x7F]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`)
  return `"${escaped}"`
}
