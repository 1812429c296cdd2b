/**
 * Words the reason for a finding about content that should be the same on both sides.
 *
 * @param id of the unit.
 * @param found readable description of content in the translation only; empty for none.
 * @param wanted readable description of content in the source text only; empty for none.
 */
export function differenceReason(id: string, found: string, wanted: string): string {
  if (wanted === '')
    return `Unexpected ${found} in the translation of unit \`${id}\`, expected only what the source text has`
  if (found === '')
    return `Unexpected translation of unit \`${id}\` without ${wanted}, expected it as in the source text`
  return `Unexpected ${found} in the translation of unit \`${id}\`, expected ${wanted} as in the source text`
}
