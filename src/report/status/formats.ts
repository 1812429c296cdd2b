import type { StatusReport } from '../../model/findings/status.ts'
import { statusToBadge } from './badge.ts'
import type { StatusFormatName } from './format-names.ts'
import { statusToHtml } from './html.ts'
import { statusToJson } from './json.ts'
import { statusToMarkdown } from './markdown.ts'
import { statusToText } from './text.ts'

/** Options of the formats; each uses those it knows. */
export interface StatusFormatOptions {
  /** `text`: whether to colour the output with ANSI escapes. Default: `false`. */
  readonly color?: boolean
  /** `text`: width of the terminal in characters. Default: 100. */
  readonly width?: number
  /** `svg`: BCP 47 tag of the locale to show. Default: all together. */
  readonly locale?: string
}

/** Formats a status report; the output depends on nothing else. */
export type StatusFormat = (report: StatusReport, options?: StatusFormatOptions) => string

/** Formats of a status report by value of `--format`. */
export const statusFormats: Readonly<Record<StatusFormatName, StatusFormat>> = {
  text: statusToText,
  json: (report) => statusToJson(report),
  markdown: (report) => statusToMarkdown(report),
  html: (report) => statusToHtml(report),
  svg: (report, options) => statusToBadge(report, options?.locale),
}
