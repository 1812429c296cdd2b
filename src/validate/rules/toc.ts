import type { Docset } from '../../model/build/docset.ts'
import type { TocFile } from '../../model/toc.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { docsetPaths } from '../engine/docset-paths.ts'
import { quoteMarkup } from '../engine/quote.ts'
import { createRedirected } from '../redirected.ts'

/**
 * Reports tables of contents (`toc.yml`, `TOC.md`) that cannot be read, that contain themselves, or that refer to a table that does not exist.
 * Navigation lacks those parts.
 *
 * Hints at entries whose document does not exist, which navigation shows as text, and at entries that a list has twice. If most documents of a
 * file do not exist, the docset is part of a larger one, and one hint counts them.
 *
 * Entries whose document a redirection replaces lead to its target, and are not reported.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * <!-- toc.yml -->
 * - name: Redémarrer
 *   href: more/toc.yml
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * <!-- toc.yml -->
 * - name: Redémarrer
 *   href: https://example.com/
 * ```
 */
export const toc = defineRule({
  id: 'toc',
  description: 'A table of contents cannot be read, or an entry leads nowhere.',
  severity: 'warning',
  tags: ['link'],
  checksLinksOnly: true,
  checkDocset(docset, report) {
    const files = docset.tocs ?? []
    if (files.length === 0) return
    const isThere = targetLookup(docset)
    for (const file of files) {
      for (const { reason, place } of file.problems)
        report(file.path, { reason, ...(place && { place }), note: 'Navigation lacks this part.' })
      for (const finding of [...missingIn(file, isThere), ...doubledIn(file)])
        report(file.path, { ...finding, severity: 'info' })
    }
  },
})

/** Returns a function that finds whether the document of an entry exists, or a redirection replaces it. */
function targetLookup(docset: Docset): (path: string) => boolean {
  const paths = docsetPaths(docset)
  const isRedirected = createRedirected(docset)
  return (path) =>
    paths.documentAt(path) !== undefined ||
    paths.documentLike(path) !== undefined ||
    isRedirected(path) ||
    paths.exists(path)
}

function missingIn({ links, placeOf }: TocFile, isThere: (path: string) => boolean): readonly Finding[] {
  const missing = links.filter(({ path }) => !isThere(path))
  if (missing.length > 1 && missing.length * 2 > links.length)
    return [
      {
        reason: `Unexpected ${missing.length} of ${links.length} entries whose document does not exist, expected the documents of a whole docset`,
        note: 'The documents may be in another part of the docset. Navigation shows these entries as text.',
      },
    ]
  return missing.map(({ href, path }) => {
    const place = placeOf(href)
    return {
      reason: `Unexpected ${quoteMarkup(href)}, which leads nowhere, expected a file ${quoteMarkup(path)}`,
      actual: href,
      ...(place && { place }),
      note: 'Navigation shows the entry as text. Correct the path, restore the file, or remove the entry.',
    }
  })
}

function doubledIn({ links, placeOf }: TocFile): readonly Finding[] {
  const first = new Set<string>()
  return links.flatMap(({ name, href, path, list }): Finding | [] => {
    const key = JSON.stringify([list, name, path])
    if (!first.has(key)) {
      first.add(key)
      return []
    }
    const before = placeOf(href)
    const place = before && (placeOf(href, before[1]) ?? before)
    return {
      reason: `Unexpected second entry ${quoteMarkup(name || href)} for the same document in one list, expected one`,
      actual: href,
      ...(place && { place }),
      note: 'Remove one of them: navigation shows both.',
    }
  })
}
