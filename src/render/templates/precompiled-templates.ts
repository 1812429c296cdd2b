import type handlebars from 'handlebars'

/** A precompiled Handlebars template. */
type PrecompiledTemplate = Parameters<typeof handlebars.template>[0]

/**
 * Precompiled templates by their text. The bundled program includes those of this package; all others are
 * compiled on first use.
 */
export const precompiledTemplates: ReadonlyMap<string, PrecompiledTemplate> = new Map()
