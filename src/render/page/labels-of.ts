import type { Properties } from 'hast'
import { isAlert } from './alerts.ts'
import type { PageScope } from './page-scope.ts'

/** A label that is put before the content of an element. */
export interface ContentLabel {
  readonly className: 'container-label' | 'alert-title'
  readonly text: string
}

/** The labels of an element, in their order: for whom it holds (`labelContainers`), and what alert it is (`titleAlerts`). */
export function labelsOf(
  { dataAlert, dataZone, dataMoniker }: Properties,
  { label }: Pick<PageScope, 'label'>,
): readonly ContentLabel[] {
  if (dataAlert === undefined && dataZone === undefined && dataMoniker === undefined) return NONE
  const labels: ContentLabel[] = []
  if (typeof dataMoniker === 'string' && dataMoniker)
    labels.push({ className: 'container-label', text: label('page.moniker', { name: dataMoniker }) })
  if (typeof dataZone === 'string' && dataZone)
    labels.push({ className: 'container-label', text: label('page.zone', { name: dataZone }) })
  if (isAlert(dataAlert)) labels.push({ className: 'alert-title', text: label(`alert.${dataAlert}`) })
  return labels
}

const NONE: readonly ContentLabel[] = []
