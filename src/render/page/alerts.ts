import type { Root } from 'hast'
import { ALERTS } from '../../model/alert-keywords.ts'
import { visit } from '../../util/visit.ts'
import { element } from './element.ts'
import type { PageScope } from './page-scope.ts'

/** Whether a `data-alert` is a known alert, which has a title. */
function isAlert(value: unknown): value is string {
  return typeof value === 'string' && ALERTS.has(value)
}

/** Adds titles in the page’s language and the role `note` to alerts (`data-alert`). */
export function titleAlerts(tree: Root, { label }: PageScope): void {
  visit(tree, 'element', (node) => {
    const alert = node.properties.dataAlert
    if (!isAlert(alert)) return
    node.properties.role = 'note'
    node.children.unshift(element('p', { className: ['alert-title'] }, [label(`alert.${alert}`)]))
  })
}
