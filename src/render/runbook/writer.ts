import type { Parents } from 'hast'
import { otherSide } from '../../model/text.ts'
import type { RunbookContent } from '../../runbook/derive-runbook.ts'
import type { RunbookHeading } from '../../runbook/types.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { element } from '../page/element.ts'
import { createPageScope, type PageScope } from '../page/page-scope.ts'
import { toHtml } from '../to-html.ts'
import { otherTitle, pairToHtml } from './bilingual.ts'
import { keepCodeWords } from './code-words.ts'
import { contentToText, contentToTree } from './content.ts'
import { doubtOf, markDoubts } from './doubts.ts'
import type { RunbookLinks } from './links.ts'
import { markLongCode, markLongText } from './long-code.ts'

/** Renders a part of the runbook as HTML. */
type ToHtml = (content: RunbookContent) => string

/** Writes the parts of a runbook, in one language or in two. */
export interface RunbookWriter {
  /** Content; in both languages if the runbook is bilingual. */
  readonly content: ToHtml
  /** A title in the runbook’s own language, without the final colon of a label in a cell. */
  readonly title: ToHtml
  /** A title in the other language; empty if there is none or both are equal. */
  readonly otherTitle: ToHtml
  /** A title as plain text, without the final colon. */
  readonly text: (content: RunbookContent) => string
  /** A title as plain text in the other language; empty if there is none or both are equal. */
  readonly otherText: (content: RunbookContent) => string
  /** Key of the label of a title whose translation is doubtful; empty if it is not. No content is the title of the document. */
  readonly doubt: (content: RunbookContent) => string
  /** Headings as one line; empty if there are none. */
  readonly path: (headings: readonly RunbookHeading[]) => string
  /** Headings in the other language; empty if there are none or both are equal. */
  readonly otherPath: (headings: readonly RunbookHeading[]) => string
}

/** What the writer of a runbook shows, and where. */
interface WriterOptions {
  /** Whether to show the other language everywhere. */
  readonly other: boolean
  /** Whether to show the other language in titles. */
  readonly otherTitles: boolean
  /** Whether the paper lies on its long side. */
  readonly isLandscape: boolean
}

/** Creates the writer of a runbook. */
export function createRunbookWriter(
  scope: PageScope,
  links: RunbookLinks,
  shows: WriterOptions,
): RunbookWriter {
  const { document, side, context, output } = scope
  const other = { ...createPageScope(document, otherSide(side), context), output }
  const treeIn = (content: RunbookContent, one: PageScope) =>
    contentToTree(content, one, links, (tree) => {
      if (one === scope) markDoubts(tree, scope, shows.other, links.values)
      markLongCode(tree, shows.isLandscape)
      markLongText(tree)
      keepCodeWords(tree)
    })
  const titleIn = (content: RunbookContent, one: PageScope) => {
    const tree = contentToTree(content, one, links)
    dropColon(tree)
    return tree
  }
  const path = (headings: readonly RunbookHeading[]) => pathOf(headings, scope)
  return {
    content: shows.other
      ? (content) => pairToHtml(treeIn(content, scope), treeIn(content, other), other.locale)
      : (content) => toHtml(inItsLanguage(treeIn(content, scope), scope)).trim(),
    title: (content) => toHtml(inItsLanguage(titleIn(content, scope), scope)).trim(),
    otherTitle: shows.otherTitles
      ? (content) => otherTitle(titleIn(content, scope), titleIn(content, other))
      : () => '',
    text: (content) => titleText(content, scope),
    otherText: (content) => {
      const text = shows.otherTitles ? titleText(content, other) : ''
      return text === titleText(content, scope) ? '' : text
    },
    doubt: (content) => doubtOf(content, scope),
    path,
    otherPath: (headings) => {
      const way = shows.otherTitles ? pathOf(headings, other) : ''
      return way === path(headings) ? '' : way
    },
  }
}

/** Gives the content of a document in one language its `lang`, where that is not the runbook's: it has no units that do. */
function inItsLanguage<Tree extends Parents>(tree: Tree, { locale, contentLocale }: PageScope): Tree {
  if (contentLocale === locale) return tree
  const properties = { lang: contentLocale, dir: directionOf(contentLocale) }
  for (const [at, child] of tree.children.entries()) {
    if (child.type === 'element') child.properties = { ...properties, ...child.properties }
    else if (child.type === 'text' && child.value.trim() !== '')
      tree.children[at] = element('span', properties, [child])
  }
  return tree
}

/** A title as plain text, without its final colon. */
function titleText(content: RunbookContent, scope: PageScope): string {
  return contentToText(content, scope).replace(FINAL_COLON, '')
}

function pathOf(headings: readonly RunbookHeading[], scope: PageScope): string {
  return headings
    .map(({ content }) => contentToText(content, scope))
    .filter((heading) => heading !== '')
    .join(' › ')
}

const FINAL_COLON = /\s*[:：]\s*$/u

/** Removes the colon at the end of a text. */
function dropColon(parent: Parents): void {
  const last = parent.children.findLast((child) => child.type !== 'text' || child.value.trim() !== '')
  if (last?.type === 'text') last.value = last.value.replace(FINAL_COLON, '')
  else if (last?.type === 'element') dropColon(last)
}
