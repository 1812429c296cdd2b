import { localeOf } from '../render/context.ts'
import { draftChapter } from '../render/runbook-book.ts'
import { attempt } from './attempt.ts'
import type { ChapterDraft } from './group-result.ts'
import type { Rendition } from './renditions.ts'
import type { Member } from './visited.ts'

/** The runbooks of one document as chapters, one for each locale; none where it has no runbook. */
export function makeChapters(
  renditions: readonly Rendition[],
  indexOf: (member: Member) => number,
): readonly ChapterDraft[] {
  const chapters: ChapterDraft[] = []
  for (const { document, side, context, member, isUntranslated } of renditions) {
    attempt(member.file, 'made into a chapter of the book', () => {
      const view = draftChapter(document, side, context)
      if (!view) return
      const isTranslation = side === 'target' && !isUntranslated
      chapters.push({ locale: localeOf(document, side), member: indexOf(member), isTranslation, view })
    })
  }
  return chapters
}
