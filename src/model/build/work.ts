/** Work counters, so that tests can assert that nothing is done twice without measuring time. */
export interface Work {
  /** Documents parsed into a model, including each include that was read. */
  documents: number
  /** Documents whose body had been parsed for another translation. */
  bodiesShared: number
  /** Whole Markdown texts parsed natively. */
  markdownNative: number
  /** Whole Markdown texts parsed by remark. */
  markdownRemark: number
  /** Segments whose markup had been parsed before. */
  inlineKnown: number
  /** Texts of one or more segments parsed natively. */
  inlineNative: number
  /** Texts of one or more segments parsed by remark. */
  inlineRemark: number
  /** Segments of HTML parsed by the HTML parser. */
  inlineHtml: number
  /** Trees with raw HTML, which the HTML parser read. */
  rawParsed: number
  /** HTML documents parsed by the HTML parser. */
  htmlPages: number
  /** Skeleton elements visited for outline, tables, links and contexts. */
  structureNodes: number
  /** Skeletons filled with a side, for pages and runbooks. */
  skeletonsFilled: number
  /** Tables filled with a side on their own. */
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
 * Counters of this thread: the only state that stages share, and no result depends on it. A document is
 * processed without a pause, so the counts between its start and its end are its own.
 */
export const work: Work = { ...NO_WORK }

/** Returns the counts since the last call and resets them. */
export function takeWork(): Work {
  const taken = { ...work }
  Object.assign(work, NO_WORK)
  return taken
}

/** Adds work to a sum. */
export function addWork(sum: Work, more: Readonly<Work>): void {
  for (const name of Object.keys(more) as (keyof Work)[]) sum[name] += more[name]
}
