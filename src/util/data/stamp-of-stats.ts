/**
 * Combines a file's size and modification time in one text: while it is the same, the content is assumed
 * unchanged.
 */
export function stampOfStats({ size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): string {
  return `${size}-${mtimeMs}`
}
