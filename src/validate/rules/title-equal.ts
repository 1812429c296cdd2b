import { posix } from 'node:path'
import { groupBy } from '../../util/data/group-by.ts'
import { bareWords } from '../../util/text/bare-words.ts'
import { defineRule } from '../engine/define-rule.ts'
import { enumerate, quote, quoteMarkup } from '../engine/quote.ts'
import { isSameWording } from '../text/same-meaning.ts'

/**
 * If the titles of two documents differ in the source and are the same in the translation, readers cannot tell the
 * documents apart: in navigation, search results and the contents of a book of runbooks, “failing over” and “failing
 * back” are the same.
 *
 * It compares the headings of documents in the same folder, with the option `within` set to `docset` all documents;
 * titles of metadata only where there is no heading, because most of them exist in the translation only. Letter case,
 * spaces and punctuation do not count, and neither do forms of the same words, which other languages cannot always
 * distinguish (“Get User”, “Get Users”).
 *
 * Fails:
 *
 * ```md
 * # <span data-ttu-id="1f2e3-101">Basculement d’un pool</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Failing over a pool</span></span>
 * <!-- fr-FR/other.md -->
 * # <span data-ttu-id="4f2e3-101">Basculement d’un pool</span><span class="sxs-lookup"><span data-stu-id="4f2e3-101">Failing back a pool</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * # <span data-ttu-id="1f2e3-101">Basculement d’un pool</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Failing over a pool</span></span>
 * <!-- fr-FR/other.md -->
 * # <span data-ttu-id="4f2e3-101">Restauration d’un pool</span><span class="sxs-lookup"><span data-stu-id="4f2e3-101">Failing back a pool</span></span>
 * ```
 */
export const titleEqual = defineRule({
  id: 'title-equal',
  description: 'Documents with different titles in the source have the same title in the translation.',
  severity: 'warning',
  tags: ['docset', 'content'],
  checksLinksOnly: true,
  usesTitles: true,
  checkDocset({ documents }, report, { options, only }) {
    const isWide = options?.within === 'docset'
    const titled = [...documents.values()].flatMap(({ path, title }) =>
      title
        ? { path, title, words: { source: bareWords(title.source), target: bareWords(title.target) } }
        : [],
    )
    const groups = groupBy(titled, ({ path, words }) =>
      JSON.stringify([isWide ? '' : posix.dirname(path), words.target]),
    )
    for (const group of groups.values()) {
      for (const { path, title, words } of group) {
        if (only && !only.has(path)) continue
        const { source, target, place } = title
        const others = group.filter((other) => !isSameWording(other.words.source, words.source))
        const [first] = others
        if (!first || words.target === '') continue
        report(path, {
          reason: `Unexpected title ${quote(target)}, which ${enumerate(
            others.map((other) => quoteMarkup(posix.basename(other.path))),
            3,
          )} ${others.length === 1 ? 'has' : 'have'} too, expected different titles as in the source`,
          ...(place && { place }),
          texts: { source, target },
          actual: target,
          note: `The source titles are ${quote(source)} and ${quote(first.title.source)}. Translate what distinguishes them.`,
        })
      }
    }
  },
})
