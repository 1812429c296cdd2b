import type { Include } from '../../model/document.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quoteMarkup } from '../engine/quote.ts'

/**
 * An include that cannot be read leaves a gap in the page. The file may be missing, lie outside the root (Lockstep reads nothing
 * from there), include itself by a detour, or be too much (a document includes at most 1,000 files, 2 MB of text and 100 levels); of code, the lines or the part asked for may not exist.
 *
 * What is wrong inside an included file is reported where the file is included.
 *
 * Fails:
 *
 * ```md
 * [!INCLUDE [note](includes/does-not-exist.md)]
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 */
export const includeMissing = defineRule({
  id: 'include-missing',
  description: 'A file to be included is missing, out of reach or too much, or includes itself.',
  severity: 'error',
  tags: ['link'],
  check(document, report) {
    const placeOf = placesInDocument(document.includes)
    for (const include of document.includes) {
      if (include.status === 'found' && include.problem === undefined) continue
      const [found, expected, note] = describe(include)
      const where = include.from === undefined ? '' : ` in \`${include.from}\``
      const place = placeOf(include)
      report({
        reason: `Unexpected include of ${quoteMarkup(include.url)}${where} ${found}, expected ${expected}`,
        ...(place && { place }),
        actual: include.url,
        note,
      })
    }
  },
})

/** Finds the place in the document from which an include is reached, be it by way of other included files. */
function placesInDocument(includes: readonly Include[]): (include: Include) => Include['place'] | undefined {
  const byPath = new Map<string, Include>()
  for (const include of includes) {
    if (include.status !== 'found' || include.path === null) continue
    if (include.from === undefined || !byPath.has(include.path)) byPath.set(include.path, include)
  }
  return (include) => {
    const seen = new Set<Include>()
    let outer: Include | undefined = include
    while (outer?.from !== undefined && !seen.has(outer)) {
      seen.add(outer)
      outer = byPath.get(outer.from)
    }
    return outer?.from === undefined ? outer?.place : undefined
  }
}

function describe(include: Include): readonly [found: string, expected: string, note: string] {
  if (include.status === 'missing') {
    const place = include.path ? `a file \`${include.path}\` below the root` : 'a file'
    return ['which does not exist', place, 'Correct the path, or restore the file.']
  }
  if (include.status === 'outside') {
    return [
      'which lies outside the root',
      'a file below the root',
      'Run Lockstep on the folder that holds both files, or copy the file into the root.',
    ]
  }
  if (include.status === 'private') {
    return [
      'which is not read: names that begin with a dot, and node_modules, are for what is not published',
      'a file that is published',
      `Move it to another folder. To read it all the same, name it in the configuration: \`allow: ['${include.path}']\`.`,
    ]
  }
  if (include.status === 'unreadable') {
    return [
      `which cannot be read: ${include.problem}`,
      'a regular file',
      'Put a text file of usual size in its place; the setting `maxFileSize` reads larger ones.',
    ]
  }
  if (include.status === 'cycle') {
    return [
      'which includes itself',
      'includes that come to an end',
      'Take the include out of one of the files.',
    ]
  }
  if (include.status === 'excess') {
    return [
      'which would be too much',
      'at most 1,000 files, 2 MB of text and 100 levels of includes in a document',
      'Include less, or link to the file.',
    ]
  }
  return [
    'of which a part cannot be read',
    include.problem ?? 'the part to exist',
    'Correct the range or the name of the part.',
  ]
}
