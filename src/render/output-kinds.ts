/** The built-in kinds of output, with their names for `--only`; in a module of its own, so that nothing loads rendering to list them. */
export const OUTPUT_KINDS = ['page', 'table', 'runbook', 'json', 'markdown', 'search'] as const

/** A built-in kind of output. */
export type BuiltInKind = (typeof OUTPUT_KINDS)[number]
