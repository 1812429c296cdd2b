import { localeOf } from '../../render/context.ts'
import { renderChapter } from '../../render/runbook/book.ts'
import type { Runbook } from '../../runbook/derive-runbook.ts'
import { attempt } from '../document/attempt.ts'
import type { UnplacedChapter } from '../document/document-result.ts'
import type { Member } from '../document/parsed-document.ts'
import type { Rendition } from '../document/renditions.ts'

/** Makes a chapter of each locale's runbook of one document, and one for each bilingual book; none if it has no runbook. */
export function makeChapters(
  renditions: readonly Rendition[],
  runbookOf: (rendition: Rendition) => Runbook | null,
  indexOf: (member: Member) => number,
): readonly UnplacedChapter[] {
  const chapters: UnplacedChapter[] = []
  for (const rendition of renditions) {
    const { document, side, context, member, isUntranslated } = rendition
    attempt(member.file, 'made into a chapter of the book', () => {
      const runbook = runbookOf(rendition)
      if (!runbook) return
      const isTranslation = side === 'target' && !isUntranslated
      const common = { locale: localeOf(document, side), member: indexOf(member), isTranslation }
      const view = renderChapter(runbook, document, side, context)
      chapters.push({ ...common, isBilingual: false, view })
      const bilingual = side === 'target' ? context.bilingualBook : undefined
      if (bilingual === undefined) return
      // A document without a translation has only one language, but the book lacks nothing.
      const both = isTranslation ? renderChapter(runbook, document, side, context, bilingual) : view
      chapters.push({ ...common, isBilingual: true, view: both })
    })
  }
  return chapters
}
