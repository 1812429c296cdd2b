import type { Docset } from '../../model/build/docset.ts'
import { collectRedirections, followRedirection, type Redirection } from '../../model/build/redirection.ts'
import { countOf, numberOf } from '../../util/count-of.ts'
import { memoize } from '../../util/memoize.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { pathLookup } from '../engine/docset-paths.ts'
import { quoteMarkup } from '../engine/quote.ts'
import { isPartOfDocset } from '../linked-files.ts'

/**
 * Reports redirections in `.openpublishing.redirection.json` that help no reader: a loop, or a target in the docset that
 * is not there. A build leaves them out. A redirection of a document that exists is reported too, as a hint: the
 * document wins.
 *
 * If more than three targets, and more than a fifth, are missing, the docset is part of a larger one, and one hint counts them.
 *
 * Targets on other sites, and outside the docset, cannot be checked.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * <!-- .openpublishing.redirection.json -->
 * {"redirections": [{"source_path": "fr-FR/old.md", "redirect_url": "gone"}]}
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * <!-- .openpublishing.redirection.json -->
 * {"redirections": [{"source_path": "fr-FR/old.md", "redirect_url": "example"}]}
 * ```
 */
export const redirection = defineRule({
  id: 'redirection',
  description: 'A redirection leads nowhere, or its document exists.',
  severity: 'warning',
  tags: ['link'],
  checksLinksOnly: true,
  checkDocset(docset, report) {
    const files = docset.redirections ?? []
    const all = collectRedirections(files)
    const pageAt = pathLookup(docset)
    const space = { pageAt, documentsAt: docset.documentsAt ?? (() => []) }
    for (const { path, redirections, problem } of files) {
      if (problem !== undefined)
        report(path, {
          reason: `Unexpected content, expected a list of redirections: ${problem}`,
          note: 'Correct the file: none of its redirections is made.',
        })
      const checked = redirections.map((each) => {
        const follow = memoize((_: 'target') =>
          followRedirection(each.source, new Map([...all, [each.source.toLowerCase(), each]]), space),
        )
        return {
          each,
          type: () => follow('target')?.type,
          finding: check(each, docset, pageAt, () => follow('target')),
        }
      })
      const missing = checked.filter(({ finding, type }) => finding && type() === 'missing')
      const here = checked.filter(({ type }) => type() === 'page').length
      const isPart = isPartOfDocset(missing.length, here)
      const [first] = missing
      if (isPart && first) report(path, partOfDocset(missing.length, here, first.each))
      for (const { each, finding, type } of checked)
        if (finding && !(isPart && type() === 'missing'))
          report(path, { ...finding, actual: each.url, ...(each.place && { place: each.place }) })
    }
  },
})

/** The finding about all redirections to documents that a part of a docset lacks. */
function partOfDocset(missing: number, here: number, { url, place }: Redirection): Finding {
  return {
    severity: 'info',
    reason: `Unexpected ${numberOf(missing)} redirections to documents that are not here, such as ${quoteMarkup(url)}, expected the documents of a whole docset`,
    actual: url,
    ...(place && { place }),
    note: `${here === 0 ? 'No target is' : `${countOf(here, 'target')} ${here === 1 ? 'is' : 'are'}`} here. If this is a part of a docset, ignore it; if not, restore the documents.`,
  }
}

function check(
  { source, url }: Redirection,
  { documents }: Docset,
  pageAt: (path: string) => string | undefined,
  follow: () => ReturnType<typeof followRedirection>,
): Finding | undefined {
  const page = pageAt(source)
  if (page !== undefined && documents.has(page))
    return {
      reason: `Unexpected redirection of ${quoteMarkup(page)}, which exists, expected one of a document that is gone`,
      severity: 'info',
      note: 'The document wins. Remove the redirection, or the document.',
    }
  const target = follow()
  if (target?.type === 'loop')
    return {
      reason: `Unexpected redirection of ${quoteMarkup(source)}, which leads back to itself, expected one that leads to a document`,
      note: 'Lead one of the redirections of this circle to a document that exists.',
    }
  if (target?.type === 'missing')
    return {
      reason: `Unexpected redirection to ${quoteMarkup(target.url)}, which is no document here, expected one that exists`,
      note:
        target.url === url
          ? 'Correct the target, or restore the document.'
          : 'Another redirection leads on from its target: correct that one, or restore the document.',
    }
  return undefined
}
