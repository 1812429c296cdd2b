import type { Element, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { RunbookContent } from '../../runbook/derive-runbook.ts'
import { foldSpace } from '../../util/fold-space.ts'
import { SKIP, visit } from '../../util/visit.ts'
import { chapterHref, chapterNumber, dropMarks } from '../chapter-links.ts'
import { fillNodes } from '../fill-skeleton.ts'
import { titleAlerts } from '../page/alerts.ts'
import { unheadBlankCells } from '../page/blank-heads.ts'
import { labelContainers } from '../page/containers.ts'
import { element } from '../page/element.ts'
import { rewriteUrl } from '../page/links.ts'
import { labelMissing } from '../page/missing.ts'
import type { PageScope } from '../page/page-scope.ts'
import { toHtml } from '../to-html.ts'
import type { RunbookLinks } from './links.ts'

/** A side's content of a part of a runbook, as HTML fit for paper. */
export function contentToHtml(content: RunbookContent, scope: PageScope, links: RunbookLinks): string {
  return toHtml(contentToTree(content, scope, links)).trim()
}

/** A side's content of a part of a runbook, fit for paper: a tree of its own. */
export function contentToTree(content: RunbookContent, scope: PageScope, links: RunbookLinks): Root {
  const tree = fillContent(content, scope)
  titleAlerts(tree, scope)
  labelContainers(tree, scope)
  unheadBlankCells(tree)
  labelMarks(tree, scope)
  replaceEmbedded(tree)
  dropIds(tree)
  setCode(tree)
  if (links.forBook) dropMarks(tree)
  pointLinks(tree, scope, links)
  return tree
}

/** A side's content of a part of a runbook as plain text, white space folded. */
export function contentToText(content: RunbookContent, scope: PageScope): string {
  return foldSpace(hastToString(fillContent(content, scope)))
}

/** The content with its slots filled, and said of what could not be included that it is missing: a tree of its own. */
function fillContent(content: RunbookContent, scope: PageScope): Root {
  const tree: Root = { type: 'root', children: fillNodes(scope.document, scope.side, content) }
  labelMissing(tree, scope)
  return tree
}

/** Says of marked sentences what they are: a condition, or what to see when the step is done. */
function labelMarks(tree: Root, { label }: PageScope): void {
  visit(tree, 'element', (node) => {
    const mark = node.properties.dataMark
    if (mark !== 'condition' && mark !== 'result') return
    node.children.unshift(element('span', { className: ['mark-label'] }, [label(`runbook.${mark}`)]))
  })
}

/** Replaces what plays or loads in a frame by a link to it: paper shows neither. */
function replaceEmbedded(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!/^(?:iframe|video|audio|embed|object)$/.test(node.tagName) || index === undefined || !parent) return
    const url = String(node.properties.src ?? '')
    parent.children[index] = element('a', { href: url }, [url])
    return [SKIP, index + 1]
  })
}

/** Ids belong to the page: content may stand in a runbook more than once. */
function dropIds(tree: Root): void {
  visit(tree, 'element', (node) => {
    delete node.properties.id
    if (node.tagName === 'a') delete node.properties.name
  })
}

/** Code reads from left to right and is not for translation tools. */
function setCode(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'pre' || node.tagName === 'code')
      Object.assign(node.properties, { dir: 'ltr', translate: 'no' })
  })
}

/** Points links at the output, and numbers those whose address a reader of paper needs. */
function pointLinks(tree: Root, scope: PageScope, links: RunbookLinks): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'img')
      node.properties.src = rewriteUrl(String(node.properties.src ?? ''), 'image', scope)
    if (node.tagName !== 'a' || typeof node.properties.href !== 'string') return
    const { href, number, document } = links.add(node.properties.href, hastToString(node))
    node.properties.href = document === undefined ? href : chapterHref(document, href)
    if (number === null || index === undefined || !parent) return
    const shown = links.forBook ? chapterNumber(document, number) : `[${number}]`
    parent.children.splice(index + 1, 0, mark(shown))
    return [SKIP, index + 2]
  })
}

/** The mark behind a link that tells its number in the list of addresses. */
function mark(number: string): Element {
  return element('sup', { className: ['link-number'] }, [number])
}
