import type { StatusReport } from '../../model/findings/status.ts'
import { toJson } from '../text/words.ts'

/** Formats a translation status report as JSON, in the form of `StatusReport`. */
export function statusToJson(report: StatusReport): string {
  return `${toJson(report, 2)}\n`
}
