/** Names that `--format` takes, the one for people first; apart from the reporters, so that they need not be loaded to know them. */
export const REPORTER_NAMES = ['pretty', 'json', 'sarif', 'junit', 'github', 'markdown', 'html'] as const

/** Name of a reporter. */
export type ReporterName = (typeof REPORTER_NAMES)[number]
