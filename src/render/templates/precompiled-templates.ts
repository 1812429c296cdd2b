import type handlebars from 'handlebars'

/** A template as Handlebars precompiled it. */
type PrecompiledTemplate = Parameters<typeof handlebars.template>[0]

/**
 * Templates as Handlebars precompiled them, by their text. The bundled program has those of this package; what is not in here is compiled
 * when it is first shown.
 */
export const precompiledTemplates: ReadonlyMap<string, PrecompiledTemplate> = new Map()
