import { codeclimate } from './codeclimate.ts'
import { github } from './github.ts'
import { html } from './html/html-report.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import type { Reporter } from './reporter.ts'
import type { ReporterName } from './reporter-names.ts'
import { sarif } from './sarif/sarif-report.ts'
import { pretty } from './text/pretty.ts'
import { unix } from './unix.ts'

/** Reporters by value of `--format`. */
export const reporters: Readonly<Record<ReporterName, Reporter>> = {
  pretty,
  json,
  sarif,
  junit,
  github,
  codeclimate,
  unix,
  markdown,
  html,
}
