/**
 * Values of `--format`, the one for people first; in a module of its own, so that nothing loads the reporters
 * to list them.
 */
export const REPORTER_NAMES = [
  'pretty',
  'json',
  'sarif',
  'junit',
  'github',
  'codeclimate',
  'unix',
  'markdown',
  'html',
] as const

/** Name of a reporter. */
export type ReporterName = (typeof REPORTER_NAMES)[number]
