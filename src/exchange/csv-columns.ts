/** Columns of the CSV that `export` writes and `import` reads, in the order of writing. */
export const CSV_COLUMNS = [
  'document',
  'id',
  'locale',
  'source',
  'target',
  'state',
  'notes',
  'codes',
  'stamps',
] as const

/** Name of a column. */
export type CsvColumn = (typeof CSV_COLUMNS)[number]
