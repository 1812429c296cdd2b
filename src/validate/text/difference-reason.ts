/**
 * Says what a translation has and lacks of what both sides are to have alike.
 *
 * @param id of the unit; @param found what only the translation has, for people; @param wanted what only the source text has; empty for
 * nothing.
 */
export function differenceReason(id: string, found: string, wanted: string): string {
  if (wanted === '')
    return `Unexpected ${found} in the translation of unit \`${id}\`, expected only what the source text has`
  if (found === '')
    return `Unexpected translation of unit \`${id}\` without ${wanted}, expected it as in the source text`
  return `Unexpected ${found} in the translation of unit \`${id}\`, expected ${wanted} as in the source text`
}
