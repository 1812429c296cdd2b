/**
 * Undoes what the localization tool adds to segments.
 *
 * The tool escapes each `*` and backtick that has no partner in its segment, so that it cannot pair with one in the other language, and puts a
 * space before an address that begins a target. Published documents have neither: `markup` is as written, `published` as published. In HTML,
 * where the backslash would show, text and content follow the published form, except in code, paths and the like, and in documents with such
 * escapes in HTML outside units. In Markdown an author may have written the same escape: both render alike, and nothing in the document
 * tells them apart (the published row `\*.lync.com <br/>*.s-microsoft.com` has one of each). There an escape goes only if the pair proves that
 * the tool added it (the source has none, or no run as long; strong emphasis was split; …) and the text stays the same. In doubt it stays.
 */

import type { Side, Syntax } from '../model/unit.ts'

/** Both sides of a unit without their frame; `null` for a side that is missing. */
export type Cores = Readonly<Record<Side, string | null>>

/** Adjacent escapes of asterisks or backticks: `\*\*` is one run of two. */
interface Run {
  readonly start: number
  readonly end: number
  readonly size: number
}

const ESCAPE = /\\([*`])/g
const RUNS = /((?:\\[*`])+)|\\[\s\S]/g
/** Most runs of a side that are tried one by one. */
const MOST_RUNS = 16

/**
 * In HTML, where a backslash can be the author's own: in code, in a character class of a regular expression, behind another
 * backslash, in a path, in a file name with a wildcard.
 */
const MEANT_IN_HTML = new RegExp(
  [
    String.raw`<(?:code|kbd|pre|samp)\b`,
    String.raw`[[\\]\\[*\x60]`,
    String.raw`(?:\b[a-z]:|%[\w()]+%|\\\\\w|\w[.$-]?\\\w)[^\s<>"']{0,260}\\\*`,
    String.raw`\w\\\*\.\w{1,5}(?![\w.*-])`,
  ].join('|'),
  'i',
)

/**
 * Both sides as they were before the localization tool put them side by side. It escapes each `*` and backtick that has no partner in
 * its segment, so that it finds none in the other language; the publisher's documents have them bare.
 *
 * In HTML a backslash shows, so an author does not write it: there it is the tool's. In Markdown an author may have written the same
 * escape, and both show the same; it counts as the tool's only where the pair proves it, and where the text says the same without.
 *
 * @param isSame whether two Markdown texts say the same.
 * @returns `cores` itself if nothing was added.
 */
export function withoutAddedEscapes(cores: Cores, syntax: Syntax, isSame: IsSame): Cores {
  const { source, target } = cores
  if (syntax === 'html') {
    const isMeant = MEANT_IN_HTML.test(source ?? '') || MEANT_IN_HTML.test(target ?? '')
    return isMeant ? cores : { source: bare(source), target: bare(target) }
  }
  if (source === null || target === null) return cores
  const runs = { source: runsOf(source), target: runsOf(target) }
  const isSplit = isSplitEmphasis(source)
  if (isSplit || isToolsPair(source, target, runs)) {
    const without = isSplit ? withoutSomeRuns : withoutRuns
    return { source: without(source, runs.source, isSame), target: without(target, runs.target, isSame) }
  }
  const added = withoutRuns(target, runsOfTargetOnly(runs), isSame)
  return added === target ? cores : { source, target: added }
}

/** Offset in a text of which escapes were taken away, as an offset in the text as written. */
export function offsetAsWritten(written: string, offset: number): number {
  let at = offset
  for (const { index } of written.matchAll(ESCAPE)) {
    if (index >= at) break
    at++
  }
  return at
}

/** Whether a side may hold such escapes. */
export function mayHaveEscapes({ source, target }: Cores): boolean {
  return [source, target].some((core) => core?.includes('\\*') || core?.includes('\\`'))
}

function bare(core: string | null): string | null {
  return core === null ? null : core.replace(ESCAPE, '$1')
}

function runsOf(markup: string): Run[] {
  return [...markup.matchAll(RUNS)].flatMap(({ 1: run, index }) =>
    run === undefined ? [] : [{ start: index, end: index + run.length, size: run.length / 2 }],
  )
}

type IsSame = (written: string, bare: string) => boolean

/** The text without the backslashes of runs, if it says the same. */
function withoutRuns(markup: string, runs: readonly Run[], isSame: IsSame): string {
  const all = replaceRuns(markup, runs)
  return all === markup || isSame(markup, all) ? all : markup
}

/** The text without the backslashes of those runs that change nothing of what it says. */
function withoutSomeRuns(markup: string, runs: readonly Run[], isSame: IsSame): string {
  const all = withoutRuns(markup, runs, isSame)
  if (all !== markup || runs.length > MOST_RUNS) return all
  const taken: Run[] = []
  for (const run of runs) if (isSame(markup, replaceRuns(markup, [...taken, run]))) taken.push(run)
  return replaceRuns(markup, taken)
}

function replaceRuns(markup: string, runs: readonly Run[]): string {
  let text = ''
  let at = 0
  for (const { start, end } of runs) {
    text += markup.slice(at, start) + markup.slice(start, end).replace(ESCAPE, '$1')
    at = end
  }
  return text + markup.slice(at)
}

type Runs = Readonly<Record<Side, readonly Run[]>>

/**
 * Runs that only the target has. Machine translation makes escapes of those in the source and of nothing else, each by itself: if the
 * source has none, or no run as long, the marks have lost their partners in translation.
 */
function runsOfTargetOnly({ source, target }: Runs): readonly Run[] {
  if (source.length === 0) return target
  const longest = source.reduce((most, { size }) => Math.max(most, size), 0)
  return target.some(({ size }) => size > longest) ? target.filter(({ size }) => size > 1) : []
}

/** Whether the escapes of both sides cannot be an author's. */
function isToolsPair(source: string, target: string, runs: Runs): boolean {
  return runs.source.length > 0 && runs.target.length > 0 && inWrittenHtml(source) && inWrittenHtml(target)
}

const LONE_UNDERSCORE = /(?:^|\s)_(?=[\s.,;:!?)]|$)/
const TOUCHING = /\\\*\*|(?<!\\)\*\\\*/

/** Strong emphasis that the tool has taken for an asterisk and emphasis, with an underscore left over: `_ *x*\*`. */
function isSplitEmphasis(markup: string): boolean {
  return TOUCHING.test(markup) && LONE_UNDERSCORE.test(markup)
}

/**
 * Elements in capitals are made by programs that write HTML, which escape nothing for Markdown. (The tag that begins a side may be in
 * its frame.)
 */
function inWrittenHtml(markup: string): boolean {
  return /(?:^|<[A-Z]+>)[^<]{0,200}?\\[*`][^<]{0,200}<\/[A-Z]+>/.test(markup)
}
