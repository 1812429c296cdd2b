import type { Element, RootContent } from 'hast'
import type { Position } from 'unist'
import type { BilingualDocument } from '../model/document.ts'
import { toPosition } from '../model/place.ts'
import { isElement, textOfNodes } from './content.ts'
import type { RunbookDecision, Verdict } from './decision.ts'
import { type Runbook, readRunbook } from './derive-runbook.ts'
import type { RunbookElements } from './elements.ts'
import type { RunbookSetting } from './settings.ts'

/** A runbook and all decisions on it, in document order. */
export interface ExplainedRunbook {
  readonly runbook: Runbook | null
  /** Why there is no runbook; `null` if there is one, or if the settings allow none. */
  readonly reason: string | null
  readonly decisions: readonly RunbookDecision[]
}

/** Explains how the runbook uses each table, list and section of a document, and why. */
export function explainRunbook(document: BilingualDocument, setting?: RunbookSetting): ExplainedRunbook {
  const { runbook, isWanted, reason, elements, verdicts } = readRunbook(document, setting)
  const decisions: RunbookDecision[] = []
  const headings: { readonly element: Element; readonly text: string }[] = []
  visit(document.skeleton.tree.children)
  return { runbook, reason, decisions }

  function visit(nodes: readonly RootContent[]): void {
    for (const node of nodes) {
      if (node.type !== 'element') continue
      if (/^h[1-6]$/.test(node.tagName)) enter(node)
      const part = partOf(node)
      if (part) decisions.push(decisionOf(node, part))
      visit(node.children)
    }
  }

  function enter(heading: Element): void {
    while (headings.length > 0 && headings.at(-1)!.element.tagName >= heading.tagName) headings.pop()
    headings.push({ element: heading, text: textOfNodes([heading], document, 'source') })
  }

  function partOf(node: Element): RunbookDecision['part'] | null {
    if (isElement(node, 'table')) return 'table'
    if (isElement(node, 'ol', 'ul')) return 'list'
    const isHeading = isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary')
    return isHeading && verdicts.has(node) ? 'section' : null
  }

  function decisionOf(node: Element, part: RunbookDecision['part']): RunbookDecision {
    const verdict = isWanted ? (verdicts.get(node) ?? verdictOfPart(node, elements, verdicts)) : UNWANTED
    const {
      became,
      reason: why,
      overridden = false,
    } = reason === null ? verdict : withoutWork(verdict, reason)
    const heading = headings.at(-1)?.element.properties.id
    return {
      type: 'decision',
      part,
      key: elements.keys.get(node) ?? `#${node.properties.id ?? heading ?? ''}`,
      became,
      reason: why,
      overridden,
      headings: headings.map(({ text }) => text),
      ...placeOf(node, document),
    }
  }
}

/** A verdict in a document without a runbook: why the part is not steps, rather than why it would stay in sight. */
function withoutWork(verdict: Verdict, reason: string): Verdict {
  if (verdict.whyNoSteps) return { ...verdict, reason: verdict.whyNoSteps() }
  if (verdict.became !== 'steps') return verdict
  return { ...verdict, became: 'reference', reason: `${verdict.reason}; but ${reason}` }
}

const UNWANTED: Verdict = {
  became: 'left-out',
  reason: '`runbook: false` disables the runbook',
  overridden: true,
}

/** Verdict on a table or list inside another one. */
function verdictOfPart(
  node: Element,
  { parents }: RunbookElements,
  verdicts: ReadonlyMap<Element, Verdict>,
): Verdict {
  const parent = parents.get(node)
  if (!parent) return { became: 'part', reason: 'it is inside a note or another container' }
  const isSubSteps = isElement(node, 'ol') && verdicts.get(parent)?.became === 'steps'
  const what = isElement(parent, 'table') ? 'table' : 'list'
  return { became: 'part', reason: `it is inside a ${what}${isSubSteps ? ' of steps' : ''}` }
}

/** Place of an element: that of its first unit. */
function placeOf(
  node: Element,
  document: BilingualDocument,
): { readonly place?: Position; readonly include?: string } {
  const key = firstUnit(node)
  if (key === null) return {}
  const own = Object.hasOwn(document.units, key) ? document.units[key] : undefined
  if (own) return { place: toPosition(document, own.place) }
  const unit = Object.hasOwn(document.includedUnits, key) ? document.includedUnits[key] : undefined
  const include = key.slice(0, key.lastIndexOf('#'))
  const lines = document.includes.find(({ path }) => path === include)?.lines
  return unit && lines ? { place: toPosition({ lines }, unit.place), include } : {}
}

/** Key of the first unit in a node; `null` if there is none. */
function firstUnit(node: RootContent): string | null {
  if (node.type === 'slot') return node.unit
  if (node.type !== 'element') return null
  for (const child of node.children) {
    const unit = firstUnit(child)
    if (unit !== null) return unit
  }
  return null
}
