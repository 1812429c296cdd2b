/** Options of the Handlebars compiler: names that the data lacks throw. */
export const TEMPLATE_OPTIONS = { strict: true } as const
