import type { UnitTables } from '../../model/text.ts'
import { hasElement, isElement, outermost, textOfNodes } from '../content.ts'
import { inQuotes } from '../decision.ts'
import { type FlowSection, isAlert, titleOf } from '../flow.ts'
import {
  announcesView,
  asksForWork,
  isElsewhere,
  isNumberedStep,
  isPrerequisite,
  isToTitle,
  lastSentence,
} from '../language/cue.ts'
import { isActionTitle, isOpenEnded, isUse } from '../language/imperative.ts'
import { contentOf, flattenSteps } from '../map-steps.ts'
import type { Passage, ProcedurePassage } from '../passage.ts'
import { isCommandCode } from '../steps/command-code.ts'
import type { Step } from '../types.ts'

/** Headings of API references. */
const API =
  /^(?:syntax|parameters?|type parameters|return(?:s| values?| type)?|inputs?|outputs?|properties|methods|constructors?|exceptions|namespace|remarks)$/i

/** Headings of the parts of a description. */
const PART = /^(?:description|examples?|outputs?|parameters|purpose|remarks|requirements|syntax|usage)$/i

/** The texts that are there at least three times, each once. */
function repeated(texts: readonly string[]): readonly string[] {
  const isRepeated = (text: string) => texts.filter((each) => each === text).length > 2
  return [...new Set(texts)].filter(isRepeated)
}

/** Titles of pages about what is new in releases. */
const RELEASES = /\brelease notes\b|\bwhat(?:’|')s new\b|\bchange ?log\b|\brelease history\b/i

/** Headings of a release: “Version 0.15.2101”, “1.2.3 (May 2021)”, “January 2021”, “2021-01-26”. */
const RELEASE =
  /^(?:(?:version|release|build|v)\s?\d|\d+\.\d+\.\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2},?)? \d{4}\b|\d{4}-\d\d\b)/i

/** Titles of pages to plan with, whose bullets are what to think of. */
const PLANNING = /^plan(?:ning)?\b|\b(?:requirements|prerequisites|overview|case study)\b/i

/**
 * Returns why a document has nothing to work through, although passages were found in it: reference pages often have
 * one general instruction (“Verify and respecify the path”), or examples to run. `null` if there is work.
 */
export function whyNoWork(passages: readonly Passage[], root: FlowSection, units: UnitTables): string | null {
  if (passages.some(({ type }) => type === 'stage')) return null
  const procedures = passages.filter((passage) => passage.type === 'procedure')
  const steps = procedures.flatMap((procedure) => flattenSteps(procedure.steps))
  if (steps.length === 0) return 'there are no steps to work through'
  const headingOf = (procedure: ProcedurePassage) =>
    textOfNodes(procedure.heading?.content ?? [], units, 'source')
  const isNamed = (heading: string) => isToTitle(heading) || isNumberedStep(heading)
  const isWork = (heading: string) => isNamed(heading) || (isActionTitle(heading) && !isOpenEnded(heading))
  const namesTask = (heading: string) => isActionTitle(heading) && !isUse(heading)
  const titles = headingsIn(root)
  const [first = ''] = titles
  if (announcesReleases(first, titleOf(root)))
    return `it has release notes: its title is ${inQuotes(first)}, or most of its headings are versions`
  const api = titles.filter((title) => API.test(title))
  if (new Set(api).size > 1 && !procedures.some((procedure) => isNamed(headingOf(procedure))))
    return `its headings are those of an API reference: ${api.map(inQuotes).join(', ')}`
  const cyclic = repeated(titles.filter((title) => PART.test(title)))
  if (cyclic.length > 1)
    return `it describes several things under the same headings: ${cyclic.map(inQuotes).join(', ')}`
  const hasResults = passages.some((passage) => passage.type === 'context' && passage.role === 'results')
  if (hasResults) return null
  const isSure = (procedure: ProcedurePassage) => {
    if (procedure.prose === 'paragraphs') return false
    if (procedure.prose === 'commands') return namesTask(headingOf(procedure)) && !PLANNING.test(first)
    if (!procedure.bullets || procedure.isTaskList || isNamed(headingOf(procedure))) return true
    const lead = textOfNodes(procedure.context.slice(-1), units, 'source')
    if (procedure.steps.some(hasCode)) return asksForWork(lead)
    return !/^before you\b/i.test(lastSentence(lead)) && !PLANNING.test(first)
  }
  if (!procedures.some(isSure) && !isWork(first))
    return `its only instructions are paragraphs or bullets, and its title ${inQuotes(first)} does not name work`
  const isView = ({ context }: ProcedurePassage) =>
    announcesView(textOfNodes(context.filter((block) => !isAlert(block)).slice(-1), units, 'source'))
  if (procedures.every(isView) && !/\b(?:view|see|brows|review|report|monitor|find|check)/i.test(first))
    return `its only steps are for looking at something, which its title ${inQuotes(first)} does not name`
  if (!isActionTitle(first)) {
    const isLone = ({ prose, steps }: ProcedurePassage) =>
      (prose === 'commands' || prose === 'code') && steps.length === 1
    if (procedures.every(isLone) && procedures.some((procedure) => isCodeToAdapt(procedure, units)))
      return `its only steps show code, and its title ${inQuotes(first)} does not name work`
    if (isCatalogue(procedures, root))
      return `its only list of instructions is above sections that describe, and its title ${inQuotes(first)} does not name work`
  }
  if (steps.length > 1 || hasCode(steps[0]!)) return null
  return isSure(procedures[0]!) && isNamed(headingOf(procedures[0]!))
    ? null
    : 'its only step is a general instruction'
}

/** Whether the first step of a procedure has code that is no command. */
function isCodeToAdapt({ steps }: ProcedurePassage, units: UnitTables): boolean {
  return !outermost(contentOf(steps[0]!), (node) => isElement(node, 'pre')).some((node) =>
    isCommandCode(node, units),
  )
}

/** How many sections without steps show that a page describes its subject part by part. */
const MANY = 4

/** Whether the only procedure is a list with bullets under the title of a page of sections without steps. */
function isCatalogue([procedure, ...others]: readonly ProcedurePassage[], root: FlowSection): boolean {
  const title = titleOf(root)
  if (!procedure?.bullets || procedure.isTaskList || others.length > 0 || !title) return false
  const parts = [...title.sections, ...root.sections.slice(1)].filter(
    ({ text }) => !isElsewhere(text) && !isPrerequisite(text),
  )
  return procedure.heading === title.heading && parts.length >= MANY
}

/** Whether a page tells what is new: its title says so, or most of its sections are about a release. */
function announcesReleases(heading: string, title: FlowSection | null): boolean {
  if (RELEASES.test(heading) && !isActionTitle(heading)) return true
  const sections = title?.sections ?? []
  const releases = sections.filter(({ text }) => RELEASE.test(text))
  return releases.length > 1 && releases.length * 2 > sections.length
}

/** All headings, in English. */
function headingsIn({ text, sections }: FlowSection): readonly string[] {
  return [...(text === '' ? [] : [text]), ...sections.flatMap(headingsIn)]
}

function hasCode(step: Step): boolean {
  return contentOf(step).some((node) => hasElement(node, 'pre'))
}
