/** Result of resolving a file that a document names. */
export type ResolvedFile =
  | { readonly status: 'found'; readonly path: string; readonly text: string }
  | { readonly status: 'missing'; readonly path: string }
  | { readonly status: 'private'; readonly path: string }
  | { readonly status: 'unreadable'; readonly path: string; readonly problem: string }
  | { readonly status: 'outside'; readonly path: null }

/**
 * Resolves `url` relative to the file `from` (relative to the root, with `/`), and reads the file if it is
 * inside the root.
 */
export type ResolveFile = (from: string, url: string) => ResolvedFile
