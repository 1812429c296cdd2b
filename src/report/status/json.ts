import type { StatusReport } from '../../model/status.ts'

/** A translation status report as JSON, in the form of `StatusReport`. */
export function statusToJson(report: StatusReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`
}
