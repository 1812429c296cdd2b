import { hashOf } from '../../util/data/hash-of.ts'
import type { SiteNode } from './site-tree.ts'

/** Returns the id of a branch on the page of all contents, which stays the same when other branches change. */
export function branchId(way: readonly SiteNode[]): string {
  return `b-${hashOf(JSON.stringify(way.map(({ name, output }) => output ?? name))).slice(0, 8)}`
}
