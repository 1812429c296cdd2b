import type { Element, ElementContent, Parents, Root } from 'hast'
import type { BilingualDocument } from '../../model/document.ts'
import { textOfParts, textOfUnit, unitOf } from '../../model/text.ts'
import type { TranslationUnit } from '../../model/unit.ts'
import { isBlock, slotsIn } from '../../runbook/content.ts'
import type { RunbookContent } from '../../runbook/derive-runbook.ts'
import { SKIP, visit } from '../../util/tree/visit.ts'
import { localeOf } from '../context.ts'
import { fillNodes } from '../fill-skeleton.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { classNames, element } from '../page/element.ts'
import type { PageScope } from '../page/page-scope.ts'
import { markValues, type ValueNumbers } from './mark-values.ts'

/**
 * Marks each translation that the checks flagged: its source text follows the block that contains it, so that nobody
 * acts on a machine’s mistake.
 *
 * @param hasSource whether the runbook shows the source text anyway, so that a mark is enough.
 * @param values numbers of the runbook’s values, which the source text has too.
 */
export function markDoubts(tree: Root, scope: PageScope, hasSource: boolean, values: ValueNumbers): void {
  const { document, side, context } = scope
  if (side !== 'target' || !context.isFlagged) return
  const flagged = new Map<Parents, Map<string, ElementContent>>()
  collect(tree, [])
  for (const [parent, marks] of flagged) {
    const children = parent.children as ElementContent[]
    let isUntranslatedMarked = false
    for (const [key, child] of marks) {
      const isSame = isUntranslated(unitOf(document, key))
      if (!(isSame && isUntranslatedMarked)) children.splice(endOfText(children, child), 0, doubt(key))
      isUntranslatedMarked ||= isSame
    }
  }

  function collect(node: Parents, above: readonly Parents[]): void {
    const path = [...above, node]
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const key = child.data?.unit
      const unit = key === undefined ? undefined : unitOf(document, key)
      if (unit && context.isFlagged?.(unit)) add(key!, [...path, child])
      else collect(child, path)
    }
  }

  /** Adds a mark to the innermost element that may contain one; a code block is followed by its marks. */
  function add(key: string, path: readonly Parents[]): void {
    const at = path.findLastIndex((node, depth) => depth < path.length - 1 && holdsMarks(node))
    const marks = flagged.get(path[at]!) ?? new Map<string, ElementContent>()
    flagged.set(path[at]!, marks)
    if (!marks.has(key)) marks.set(key, path[at + 1] as Element)
  }

  function doubt(key: string): Element {
    const isSame = isUntranslated(unitOf(document, key))
    const name = isSame ? 'untranslated' : hasSource ? 'doubtful' : 'doubtfulSource'
    const label = element('span', { className: ['mark-label'] }, [scope.label(`runbookOriginal.${name}`)])
    const locale = localeOf(document, 'source')
    if (hasSource) {
      const other = context.translate(locale, `runbookOriginal.${name}`)
      label.children.push(
        element('span', { className: ['other'], lang: locale, dir: directionOf(locale) }, [other]),
      )
    }
    if (hasSource || isSame) return element('span', { className: ['doubtful'] }, [label])
    const source = element('span', { lang: locale, dir: directionOf(locale) }, sourceOf(key, scope, values))
    return element('span', { className: ['doubtful'] }, [label, source])
  }
}

/**
 * Key of the label of a title whose translation the checks flagged; empty if it needs none. Its source text stands below it.
 *
 * @param content of the title; empty for the title of the document.
 */
export function doubtOf(content: RunbookContent, { document, side, context }: PageScope): string {
  if (side !== 'target') return ''
  const units =
    content.length > 0 ? slotsIn(content).flatMap((key) => unitOf(document, key) ?? []) : titleUnits(document)
  const flagged = units.filter((unit) => context.isFlagged?.(unit))
  if (flagged.length === 0) return ''
  return `runbookOriginal.${flagged.every(isUntranslated) ? 'untranslated' : 'doubtful'}`
}

/** The units in the heading that is the title of a document. */
export function titleUnits(document: BilingualDocument): readonly TranslationUnit[] {
  const { source } = document.title
  const heading = document.outline.find(({ parts }) => textOfParts(parts, document, 'source') === source)
  return (heading?.parts ?? []).flatMap((part) =>
    typeof part === 'string' ? [] : (unitOf(document, part.unit) ?? []),
  )
}

/** Index for the next mark about a child: before the next block, after other marks. */
function endOfText(children: readonly ElementContent[], child: ElementContent): number {
  const from = children.indexOf(child) + 1
  const end = children.findIndex((node, at) => at >= from && (isBlock(child) ? !isMark(node) : isBlock(node)))
  return end < 0 ? children.length : end
}

/** Whether the translation of a unit is its source text, which need not be shown twice. */
function isUntranslated(unit: TranslationUnit | undefined): boolean {
  return textOfUnit(unit, 'source') === textOfUnit(unit, 'target')
}

/** Whether a node is the mark of a doubtful translation. */
export function isMark(node: ElementContent): boolean {
  return node.type === 'element' && classNames(node).includes('doubtful')
}

/** Whether a mark can be among the children of a node. */
function holdsMarks(node: Parents): boolean {
  if (node.type !== 'element') return true
  return isBlock(node) && !/^(?:pre|ul|ol|dl|table|thead|tbody|tfoot|tr|hr)$/.test(node.tagName)
}

/** The source text of a unit, without links and ids. */
function sourceOf(key: string, { document }: PageScope, values: ValueNumbers): ElementContent[] {
  const children = fillNodes(document, 'source', [{ type: 'slot', unit: key }])
  const tree: Root = { type: 'root', children }
  markValues(tree, values)
  visit(tree, 'element', (node, index, parent) => {
    delete node.properties.dataTtuId
    if (node.tagName !== 'a') return undefined
    parent!.children.splice(index!, 1, ...node.children)
    return [SKIP, index!]
  })
  return tree.children as ElementContent[]
}
