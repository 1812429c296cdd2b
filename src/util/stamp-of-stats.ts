/** The size of a file and when it was changed, as one text: as long as that is the same, so is its content. */
export function stampOfStats({ size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): string {
  return `${size}-${mtimeMs}`
}
