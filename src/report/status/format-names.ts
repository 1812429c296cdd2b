/** Values of `--format` of a status, the one for people first; in a module of its own, as `reporter-names.ts` is. */
export const STATUS_FORMATS = ['text', 'json', 'markdown', 'html', 'svg'] as const

/** Name of a format of a status. */
export type StatusFormatName = (typeof STATUS_FORMATS)[number]
