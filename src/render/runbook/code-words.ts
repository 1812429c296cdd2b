import type { ElementContent, Parents, Root } from 'hast'
import { visit } from '../../util/tree/visit.ts'
import { element } from '../page/element.ts'

/** Words of code in which browsers would break a line, so that a command retyped from paper would be another one. */
const BREAKABLE = /[-?/\\|]/

/** The longest word that fits into a line of code even in the narrowest column on paper, in characters. */
const LONGEST = 40

/** Keeps the words of code whole: `-FileName` must not read as `-` and `FileName`. Longer ones may break. */
export function keepCodeWords(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'code') keepWords(node)
  })
}

function keepWords(parent: Parents): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === 'element') keepWords(child)
    if (child.type !== 'text' || !BREAKABLE.test(child.value)) return [child]
    return child.value
      .split(/(\S+)/)
      .filter((part) => part !== '')
      .map(
        (part): ElementContent =>
          isKept(part)
            ? element('span', { className: ['code-word'] }, [part])
            : { type: 'text', value: part },
      )
  })
}

function isKept(word: string): boolean {
  return word.length > 1 && word.length <= LONGEST && BREAKABLE.test(word)
}
