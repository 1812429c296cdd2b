/**
 * Undoes the localization tool's additions to segments.
 *
 * The tool escapes each `*` and backtick that has no partner in its segment, so that it cannot pair with one in
 * the other language, and puts a space before an address that begins a target. Published documents have
 * neither: `markup` is as written, `published` as published.
 *
 * In HTML, where the backslash would show, text and content follow the published form, except in code, paths
 * and the like, and in documents with such escapes in HTML outside units.
 *
 * In Markdown an author may have written the same escape. Both render alike, and nothing in the document
 * distinguishes them (the published row `\*.lync.com <br/>*.s-microsoft.com` has one of each). An escape
 * therefore goes only if the pair proves that the tool added it (the source has none, or no run as long;
 * strong emphasis was split; …) and the text stays the same. If in doubt, it stays.
 */

import type { Side, Syntax } from '../model/unit.ts'

/** Both sides of a unit without their frame; `null` for a missing side. */
export type Cores = Readonly<Record<Side, string | null>>

/** Adjacent escapes of asterisks or backticks: `\*\*` is one run of two. */
interface Run {
  readonly start: number
  readonly end: number
  readonly size: number
}

const ESCAPE = /\\([*`])/g
const RUNS = /((?:\\[*`])+)|\\[\s\S]/g
/** Maximum number of runs of a side to try one by one. */
const MOST_RUNS = 16

/**
 * Escapes in HTML that can be the author's: in code, in a character class of a regular expression, after
 * another backslash, in a path, or in a file name with a wildcard.
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
 * Removes the escapes that the localization tool added to both sides.
 *
 * @param isSame whether two Markdown texts have the same meaning.
 * @returns `cores` itself if the tool added nothing.
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

/** Converts an offset in a text without escapes to an offset in the text as written. */
export function offsetAsWritten(written: string, offset: number): number {
  let at = offset
  for (const { index } of written.matchAll(ESCAPE)) {
    if (index >= at) break
    at++
  }
  return at
}

/** Whether a side may contain escapes that the tool added. */
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

/** Removes the backslashes of all runs, if the text keeps its meaning. */
function withoutRuns(markup: string, runs: readonly Run[], isSame: IsSame): string {
  const all = replaceRuns(markup, runs)
  return all === markup || isSame(markup, all) ? all : markup
}

/** Removes the backslashes of each run that does not change the meaning of the text. */
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
 * Runs that only the target has. Machine translation copies each escape of the source and adds none: if the
 * source has none, or no run as long, the marks lost their partners in translation.
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

/** Whether the tool took strong emphasis for an asterisk and emphasis, and left an underscore: `_ *x*\*`. */
function isSplitEmphasis(markup: string): boolean {
  return TOUCHING.test(markup) && LONE_UNDERSCORE.test(markup)
}

/**
 * Whether an escape is in an element in capitals. Programs that generate HTML write those, and they escape
 * nothing for Markdown. (The tag that begins a side may be in its frame.)
 */
function inWrittenHtml(markup: string): boolean {
  return /(?:^|<[A-Z]+>)[^<]{0,200}?\\[*`][^<]{0,200}<\/[A-Z]+>/.test(markup)
}
