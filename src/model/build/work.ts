/** Work that documents made, as numbers of times: a guard against doing anything twice, which no clock is needed for. */
export interface Work {
  /** Documents that became a model; each included one where it was read. */
  documents: number
  /** Documents whose body another translation had parsed already. */
  bodiesShared: number
  /** Whole Markdown texts that the native parser read. */
  markdownNative: number
  /** Whole Markdown texts that remark read. */
  markdownRemark: number
  /** Segments whose markup was known, as an equal one had been read. */
  inlineKnown: number
  /** Texts of one segment, or of many, that the native parser read. */
  inlineNative: number
  /** Texts of one segment, or of many, that remark read. */
  inlineRemark: number
  /** Segments whose HTML the HTML parser read. */
  inlineHtml: number
  /** Trees with raw HTML, which the HTML parser read. */
  rawParsed: number
  /** HTML documents that the HTML parser read. */
  htmlPages: number
  /** Elements of skeletons that were looked at for outline, tables, links and contexts. */
  structureNodes: number
  /** Skeletons filled with a side, for pages and runbooks. */
  skeletonsFilled: number
  /** Tables filled with a side by themselves. */
  tablesFilled: number
}

/** No work. */
export const NO_WORK: Readonly<Work> = {
  documents: 0,
  bodiesShared: 0,
  markdownNative: 0,
  markdownRemark: 0,
  inlineKnown: 0,
  inlineNative: 0,
  inlineRemark: 0,
  inlineHtml: 0,
  rawParsed: 0,
  htmlPages: 0,
  structureNodes: 0,
  skeletonsFilled: 0,
  tablesFilled: 0,
}

/**
 * Where work is counted as it is done, in this thread. The only state that stages share, and no result depends on it. A document is made
 * without a pause, so what is taken right before and right after it is its own.
 */
export const work: Work = { ...NO_WORK }

/** Gives what was counted since this was last called, and begins again. */
export function takeWork(): Work {
  const taken = { ...work }
  Object.assign(work, NO_WORK)
  return taken
}

/** Adds work to a sum. */
export function addWork(sum: Work, more: Readonly<Work>): void {
  for (const name of Object.keys(more) as (keyof Work)[]) sum[name] += more[name]
}
