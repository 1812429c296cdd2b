import { outputPath, placeOf, type RenderContext } from './context.ts'

/**
 * Path of a document's page, relative to the output folder: `fr-FR/a/b.html`, or `fr-FR/a/b/index.html` with clean
 * URLs. Other outputs have the same path in both.
 */
export function pagePath(
  locale: string,
  path: string,
  { cleanUrls }: Pick<RenderContext, 'cleanUrls'>,
): string {
  const isFolder = cleanUrls === true && !/(?:^|\/)index$/.test(placeOf(path))
  return outputPath(locale, path, isFolder ? '/index.html' : '.html')
}
