/** Lists the numbers of steps that an English text names: `3`, `1b`, also in “steps 3 and 4” and “steps 3 through 5”. */
export function stepsNamedIn(text: string): readonly string[] {
  return [...text.matchAll(REFERENCE)].flatMap(({ groups }) =>
    (groups!.numbers!.match(/\d+[a-z]?/g) ?? []).map((number) => number.toLowerCase()),
  )
}

/**
 * A reference to steps of the same text, in running text: not “Step 1: …”, “step 2 of 4” or “step 3 in Installing”, but “step 5 of this
 * procedure”, and “as in step 4:” at the end.
 */
const REFERENCE =
  /(?<!^)\bsteps? (?<numbers>\d{1,2}[a-z]?(?:(?:, | and | or | to | through |–|-|, and )\d{1,2}[a-z]?)*)(?![\w.]*\d|\w)(?!(?:,| and| or| to| through|–|-)+ ?\d)(?!\s*(?::(?!$)|of\b(?! (?:this|the same) (?:procedure|section|topic|list)\b)|in\b(?! this procedure\b| (?:any |this |the (?:given |same )?)?(?:order|sequence)\b)|from\b|under\b|on\b))/gi
