import type { Element, ElementContent, Parents, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { isIcon, textOfNodes } from '../../runbook/content.ts'
import type { RunbookContent } from '../../runbook/derive-runbook.ts'
import { SKIP, visit } from '../../util/tree/visit.ts'
import { chapterHref, chapterNumber, dropMarks } from '../chapter-links.ts'
import { fillNodes } from '../fill-skeleton.ts'
import { showFormula } from '../formulas/show-formulas.ts'
import { arrowIn, directionOf } from '../i18n/direction-of.ts'
import { isolateLiterals } from '../isolate-literals.ts'
import { classNames, element } from '../page/element.ts'
import { sizeImage } from '../page/images.ts'
import { labelContainer, labelMissing, titleAlert } from '../page/labels.ts'
import { rewriteUrl } from '../page/links.ts'
import type { PageScope } from '../page/page-scope.ts'
import { unheadBlankCell } from '../page/table/blank-heads.ts'
import type { RunbookLinks } from './links.ts'
import { markValues } from './mark-values.ts'

/** A word that may be longer than a column of a table is wide. Scripts without spaces break between any characters. */
const LONG_WORD = /[^\s\p{Lo}]{31}/u

/**
 * One side of a part of a runbook, as a new, printable tree.
 *
 * @param change of the tree before links are numbered.
 */
export function contentToTree(
  content: RunbookContent,
  scope: PageScope,
  links: RunbookLinks,
  change?: (tree: Root) => void,
): Root {
  const tree = fillContent(content, scope)
  if (directionOf(scope.locale) === 'rtl') isolateLiterals(tree, scope.document)
  const source = () => fillContent(content, { ...scope, side: 'source' })
  markValues(tree, links.values, scope.side === 'source' ? undefined : source)
  change?.(tree)
  if (links.forBook) dropMarks(tree)
  visit(tree, 'element', (node, index, parent) => {
    // Paper shows neither media nor frames, so a link replaces them.
    if (/^(?:iframe|video|audio|embed|object)$/.test(node.tagName)) {
      const url = String(node.properties.src ?? '')
      const hasLink = parent!.children.some((child) => child.type === 'element' && child.tagName === 'a')
      if (hasLink) {
        parent!.children.splice(index!, 1)
        return [SKIP, index!]
      }
      parent!.children[index!] = element('a', { href: url }, [url])
      return [SKIP, index!]
    }
    titleAlert(node, scope)
    labelContainer(node, scope)
    unheadBlankCell(node)
    labelMark(node, scope)
    showStage(node, parent!, index!, scope.locale)
    // Ids belong to the page: content can appear in a runbook more than once.
    delete node.properties.id
    const shown = showFormula(node, scope.context)
    if (shown !== node) {
      parent!.children[index!] = shown
      return SKIP
    }
    if (node.tagName === 'pre' || node.tagName === 'code')
      Object.assign(node.properties, { dir: 'ltr', translate: 'no' })
    if (/^(?:a|code)$/.test(node.tagName) && LONG_WORD.test(hastToString(node)))
      node.properties.className = [...classNames(node), 'long-word']
    else if (/^t[dh]$/.test(node.tagName)) wrapLongWords(node)
    if (node.tagName === 'img') {
      const shown = sizeImage(node, scope)
      if (shown !== node && isIcon(node)) {
        parent!.children.splice(index!, 1)
        return [SKIP, index!]
      }
      parent!.children[index!] = shown
      node.properties.src = rewriteUrl(String(node.properties.src ?? ''), 'image', scope)
    }
    if (node.tagName !== 'a') return undefined
    delete node.properties.name
    // The footnote itself follows.
    if (node.properties.dataFootnoteRef !== undefined) {
      parent!.children.splice(index!, 1, ...node.children)
      return [SKIP, index!]
    }
    const mark = pointLink(node, links, scope.locale)
    if (mark === null) return undefined
    parent!.children.splice(index! + 1, 0, mark)
    return index! + 2
  })
  return tree
}

/** One side of a part of a runbook as plain text, with white space folded. */
export function contentToText(content: RunbookContent, scope: PageScope): string {
  return textOfNodes(fillContent(content, scope).children, scope.document, scope.side)
}

/** A copy of the content with its slots filled, and missing includes labelled. */
function fillContent(content: RunbookContent, scope: PageScope): Root {
  const tree: Root = { type: 'root', children: fillNodes(scope.document, scope.side, content) }
  visit(tree, 'element', (node) => labelMissing(node, scope))
  return tree
}

/** Wraps the long words in the text of a cell, so that they cannot make their table wider than its place. */
function wrapLongWords(parent: Parents): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === 'element' && !/^(?:a|code|pre|svg|math)$/.test(child.tagName)) wrapLongWords(child)
    if (child.type !== 'text' || !LONG_WORD.test(child.value)) return [child]
    return child.value
      .split(/([^\s\p{Lo}]{31,})/u)
      .map((text, at): ElementContent => (at % 2 === 1 ? longWord(text) : { type: 'text', value: text }))
  })
}

/** A long word that breaks after a separator if it can. */
function longWord(word: string): Element {
  const parts = word.split(/(?<=[/\\,;|])/)
  const children = parts.flatMap((part, at) => (at === 0 ? [part] : [element('wbr', {}, []), part]))
  return element('span', { className: ['long-word'] }, children)
}

/** Shows the letter of a stage that a table, or a column of it, has become. */
function showStage(node: Element, parent: Parents, index: number, locale: string): void {
  const { dataStage } = node.properties
  if (typeof dataStage !== 'string') return
  const before = parent.children[index - 1]
  const isNext = before?.type === 'element' && before.properties.dataGoto !== undefined
  Object.assign(node, gotoMark(dataStage, locale, isNext))
}

/**
 * Shows the letter of a section to go to. Books number the letter (`numberChapter`).
 *
 * @param locale of the text around it.
 * @param isNext whether it follows another such mark. Default: `false`.
 */
function gotoMark(letter: string, locale: string, isNext = false): Element {
  return element('span', { className: ['goto'], dataGoto: letter }, [
    `${isNext ? ',' : `\u00A0${arrowIn(locale)}`}\u00A0${letter}`,
  ])
}

/** Labels a marked sentence (as a condition, result, …) and code that is not to be run as it is. */
function labelMark({ properties, children }: Element, { label }: PageScope): void {
  const { dataMark, dataCode, dataNamed, dataQuestion, dataAnswer } = properties
  delete properties.dataNamed
  const add = (key: string, before = '') =>
    children.unshift(element('span', { className: ['mark-label'] }, [before + label(key)]))
  if (dataQuestion) add(`runbookBranches.${dataAnswer === 'no' ? 'no' : 'yes'}`, `${dataQuestion} `)
  else if (dataMark === 'condition' || dataMark === 'result') add(`runbook.${dataMark}`)
  else if (dataMark === 'failure') add('runbookBranches.failure')
  else if (dataMark === 'other-steps') add('runbookAlternatives.otherSteps')
  if ((dataCode === 'example' || dataCode === 'output') && !dataNamed) add(`runbookBranches.${dataCode}`)
}

/**
 * Points a link to the output. Returns what paper needs after it: the number of its address, or the section of the same
 * runbook; else `null`.
 */
function pointLink(node: Element, links: RunbookLinks, locale: string): Element | null {
  if (typeof node.properties.href !== 'string') return null
  const { href, number, document, letter } = links.add(node.properties.href, hastToString(node))
  node.properties.href = document === undefined ? href : chapterHref(document, href)
  if (letter) return gotoMark(letter, locale)
  if (number === null) return null
  const shown = links.forBook ? chapterNumber(document, number) : `[${number}]`
  return element('sup', { className: ['link-number'] }, [shown])
}
