import type { StatusReport } from '../../model/findings/status.ts'
import { statusToBadge } from './badge.ts'
import { statusToHtml } from './html.ts'
import { statusToJson } from './json.ts'
import { statusToMarkdown } from './markdown.ts'
import { statusToText } from './text.ts'

/** What the formats of a status report can be told; each takes what it knows. */
export interface StatusFormatOptions {
  /** `text`: whether to colour the output with ANSI escapes; `false` unless told. */
  readonly color?: boolean
  /** `text`: width of the terminal in characters; 100 unless told. */
  readonly width?: number
  /** `svg`: BCP 47 tag of the locale to show; all together unless told. */
  readonly locale?: string
}

/** Makes text of a status report; the same report gives the same text. */
export type StatusFormat = (report: StatusReport, options?: StatusFormatOptions) => string

/** Formats of a status report by the name that `--format` takes. */
export const statusFormats: Readonly<Record<'text' | 'json' | 'markdown' | 'html' | 'svg', StatusFormat>> = {
  text: statusToText,
  json: (report) => statusToJson(report),
  markdown: (report) => statusToMarkdown(report),
  html: (report) => statusToHtml(report),
  svg: (report, options) => statusToBadge(report, options?.locale),
}
