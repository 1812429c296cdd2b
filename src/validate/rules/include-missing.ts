import type { BilingualDocument, Include } from '../../model/document.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { enumerate, quoteMarkup } from '../engine/quote.ts'

/**
 * An include that cannot be read leaves a gap in the page. The file may be missing, be outside the root
 * (where Lockstep reads nothing), include itself, directly or indirectly, or exceed the limits of a document
 * (1,000 files, 2 MB of text and 100 levels). For code, the requested lines or part may not exist.
 *
 * Files of other repositories, which the publishing system fetches, cannot be in the docset: those outside the
 * root, and those of `~/folder/…` if the docset has no such folder as far as the document shows (neither the
 * document nor a file that it includes is in it). They are a hint, one for each document.
 *
 * Missing includes inside an included file are reported at the place of its include.
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
  description: 'An included file is missing, out of reach or too large, or includes itself.',
  severity: 'error',
  tags: ['link'],
  check(document, report) {
    const placeOf = placesInDocument(document.includes)
    const faulty = document.includes.filter(
      ({ status, problem }) => status !== 'found' || problem !== undefined,
    )
    const foreign = faulty.filter((include) => isForeign(include, document))
    if (foreign.length > 0) report(ofOthers(foreign, placeOf(foreign[0]!)))
    for (const include of faulty) {
      if (foreign.includes(include)) continue
      const [found, expected, note] = describe(include)
      const where = include.from === undefined ? '' : ` in \`${include.from}\``
      const place = placeOf(include)
      report({
        reason: `Unexpected include of ${quoteMarkup(include.url)}${where} ${found}, expected ${expected}`,
        ...(place && { place }),
        ...(include.path !== null && { linkedFile: include.path }),
        actual: include.url,
        note,
      })
    }
  },
})

/** Whether a missing file belongs to another repository. */
function isForeign({ status, url, path }: Include, { path: own, includes }: BilingualDocument): boolean {
  if (status === 'outside') return true
  const [, folder, rest = ''] = /^~[\\/]([^\\/]+)[\\/](.+)$/s.exec(url) ?? []
  if (status !== 'missing' || folder === undefined || path === null) return false
  const top = path.slice(0, Math.max(0, path.length - rest.length))
  const isIn = (file: string | null) => file?.startsWith(top) === true
  return !isIn(own) && !includes.some((other) => other.status === 'found' && isIn(other.path))
}

/** One finding about all files of other repositories. */
function ofOthers(includes: readonly Include[], place: Include['place'] | undefined): Finding {
  const urls = [...new Set(includes.map(({ url }) => url))]
  const names = enumerate(
    urls.map((url) => quoteMarkup(url)),
    3,
  )
  return {
    severity: 'info',
    reason: `Unexpected include of ${names} from outside the docset, expected files below the root`,
    ...(place && { place }),
    note: 'If the publishing system fetches them from another repository, the published page has them; to have them here too, run Lockstep on a folder that contains both, or copy them into the root.',
  }
}

/**
 * Returns a function that finds the place in the document that leads to an include, maybe through other
 * included files.
 */
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
  if (include.status === 'private') {
    return [
      'which is hidden: names that start with a dot, and node_modules, are not published',
      'a published file',
      `Move it to another folder, or allow it in the configuration: \`allow: ['${include.path}']\`.`,
    ]
  }
  if (include.status === 'unreadable') {
    return [
      `which cannot be read: ${include.problem}`,
      'a regular file',
      'Replace it with a text file of normal size; the setting `maxFileSize` allows larger ones.',
    ]
  }
  if (include.status === 'cycle') {
    return ['which includes itself', 'includes without a cycle', 'Remove the include from one of the files.']
  }
  if (include.status === 'excess') {
    return [
      'which exceeds the limits',
      'at most 1,000 files, 2 MB of text and 100 levels of includes in a document',
      'Include less, or link to the file.',
    ]
  }
  return [
    'of which a part does not exist',
    include.problem ?? 'the part to exist',
    'Correct the range or the name of the part.',
  ]
}
