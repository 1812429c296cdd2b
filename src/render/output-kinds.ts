/** The built-in kinds of output, with their names for `--only`; in a module of its own, so that nothing loads rendering to list them. */
export const OUTPUT_KINDS = ['page', 'table', 'runbook', 'json', 'markdown', 'search'] as const

/** A built-in kind of output. */
export type BuiltInKind = (typeof OUTPUT_KINDS)[number]

/** Kinds of output; those of plugins are `plugin/name`. */
export type OutputKind = BuiltInKind | `${string}/${string}`

/** All kinds of output except Markdown, which other generators need and readers do not. */
export const DEFAULT_OUTPUTS: readonly OutputKind[] = ['page', 'table', 'runbook', 'json', 'search']
