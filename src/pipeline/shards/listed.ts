/** Maximum number of missing shards or differences to list. */
const LISTED = 10

/** Numbers or names for people; the last of many are counted only. */
export function listed(all: readonly (number | string)[]): string {
  const more = all.length - LISTED
  return all.slice(0, LISTED).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
