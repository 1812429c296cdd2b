import type { Reporter } from './reporter.ts'
import type { ReporterName } from './reporter-names.ts'

const LOADERS: Readonly<Record<ReporterName, () => Promise<Reporter>>> = {
  pretty: async () => (await import('./text/pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif/sarif-report.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  github: async () => (await import('./github.ts')).github,
  codeclimate: async () => (await import('./codeclimate.ts')).codeclimate,
  unix: async () => (await import('./unix.ts')).unix,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html/html-report.ts')).html,
}

/** Loads a single reporter. */
export function loadReporter(name: ReporterName): Promise<Reporter> {
  return LOADERS[name]()
}
