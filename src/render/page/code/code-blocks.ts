import type { Element, ElementContent, Parents } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { classNames, element } from '../element.ts'
import type { PageScope } from '../page-scope.ts'
import { type Token, tokensOf } from './highlight.ts'
import { type Language, languageNamed } from './languages.ts'

/** Properties of code blocks: focusable, not translated, left to right. */
const CODE_PROPERTIES = { dir: 'ltr', translate: 'no', tabIndex: 0 } as const

/**
 * Highlights a code block, and wraps it in a container with the language's name that scrolls and is reachable by keyboard; code reads left to
 * right.
 */
export function wrapCodeBlock(node: Element, { label }: Pick<PageScope, 'label'>): Element {
  Object.assign(node.properties, CODE_PROPERTIES)
  const code = node.children.find((child) => child.type === 'element' && child.tagName === 'code')
  const language = code?.type === 'element' ? languageOf(code) : undefined
  if (code?.type === 'element' && language?.grammar) {
    const tokens = tokensOf(hastToString(code), language.grammar)
    if (tokens) colour(code, tokens)
  }
  const name = language && (typeof language.name === 'string' ? language.name : label(language.name.label))
  return element('div', { className: ['code'], ...(name ? { dataLanguage: name } : {}) }, [node])
}

/** A block’s language, according to the `language-…` class of its `code`. */
function languageOf(code: Element): Language | undefined {
  const written = classNames(code).find((name) => name.startsWith('language-'))
  return written === undefined ? undefined : languageNamed(written.slice('language-'.length))
}

/** Puts the tokens of code into its texts; segments and other elements in it stay whole. */
function colour(code: Element, tokens: readonly Token[]): void {
  let at = 0
  let left = tokens[0]?.length ?? 0

  function within(parent: Parents): void {
    parent.children = (parent.children as ElementContent[]).flatMap((child) => {
      if (child.type === 'element') within(child)
      return child.type === 'text' ? piecesOf(child.value) : [child]
    })
  }

  function piecesOf(text: string): ElementContent[] {
    const pieces: ElementContent[] = []
    for (let start = 0; start < text.length; ) {
      while (left === 0 && at < tokens.length - 1) left = tokens[++at]!.length
      // Text that no token covers stays plain.
      const length = left === 0 ? text.length : Math.min(left, text.length - start)
      const value = text.slice(start, start + length)
      const kind = left === 0 ? undefined : tokens[at]!.kind
      pieces.push(kind ? element('span', { className: [`hl-${kind}`] }, [value]) : { type: 'text', value })
      left -= Math.min(left, length)
      start += length
    }
    return pieces
  }

  within(code)
}
