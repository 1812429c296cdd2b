import type { Properties } from 'hast'
import { isAlert } from './alerts.ts'
import { missingLabelOf } from './missing.ts'
import type { PageScope } from './page-scope.ts'

/** A label that is put before the content of an element. */
export interface ContentLabel {
  readonly tagName: 'p' | 'span'
  readonly className: 'container-label' | 'alert-title' | 'missing-label'
  readonly text: string
}

/**
 * The labels of an element, in their order: that it is missing (`labelMissing`), for whom it holds (`labelContainers`), and what alert it
 * is (`titleAlerts`).
 */
export function labelsOf(
  { dataAlert, dataZone, dataMoniker, dataMissing }: Properties,
  { label }: Pick<PageScope, 'label'>,
): readonly ContentLabel[] {
  if (
    dataAlert === undefined &&
    dataZone === undefined &&
    dataMoniker === undefined &&
    dataMissing === undefined
  )
    return NONE
  const labels: ContentLabel[] = []
  const add = (className: 'container-label' | 'alert-title', text: string) =>
    labels.push({ tagName: 'p', className, text })
  const missing = missingLabelOf(dataMissing, { label })
  if (missing !== undefined) labels.push({ tagName: 'span', className: 'missing-label', text: missing })
  if (typeof dataMoniker === 'string' && dataMoniker)
    add('container-label', label('page.moniker', { name: dataMoniker }))
  if (typeof dataZone === 'string' && dataZone) add('container-label', label('page.zone', { name: dataZone }))
  if (isAlert(dataAlert)) add('alert-title', label(`alert.${dataAlert}`))
  return labels
}

const NONE: readonly ContentLabel[] = []
