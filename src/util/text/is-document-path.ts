/** Whether a path has the ending of a document: Markdown or HTML. */
export function isDocumentPath(path: string): boolean {
  return /\.(?:md|markdown|html?)$/i.test(path)
}
