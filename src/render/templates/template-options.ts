/** How Handlebars compiles templates: showing what the data does not have throws. */
export const TEMPLATE_OPTIONS = { strict: true } as const
