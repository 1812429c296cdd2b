import type { Root } from 'hast'
import { visit } from '../../util/visit.ts'
import { element } from './element.ts'
import type { PageScope } from './page-scope.ts'

/** Keys of the labels of what is missing, by `data-missing`. */
const LABELS: ReadonlyMap<unknown, string> = new Map([
  ['code', 'missing.code'],
  ['include', 'missing.include'],
])

/** The label of an element that stands for what could not be included, with the space behind it; `undefined` for all others. */
export function missingLabelOf(
  dataMissing: unknown,
  { label }: Pick<PageScope, 'label'>,
): string | undefined {
  const key = LABELS.get(dataMissing)
  return key && `${label(key)} `
}

/** Says in the page’s language of what could not be included (`data-missing`) that it is not there. */
export function labelMissing(tree: Root, scope: Pick<PageScope, 'label'>): void {
  visit(tree, 'element', (node) => {
    const text = missingLabelOf(node.properties.dataMissing, scope)
    if (text !== undefined) node.children.unshift(element('span', { className: ['missing-label'] }, [text]))
  })
}
