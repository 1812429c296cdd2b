import { createPatch, FILE_HEADERS_ONLY } from 'diff'

/** What changed in a file as a unified diff. */
export function diffOf(path: string, before: string, after: string): string {
  return createPatch(path, before, after, undefined, undefined, {
    context: 2,
    headerOptions: FILE_HEADERS_ONLY,
  })
}
