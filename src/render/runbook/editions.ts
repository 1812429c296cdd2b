import type { Side } from '../../model/unit.ts'
import { type BilingualLayout, outputPath, type RenderContext } from '../context.ts'
import { relativeUrl } from '../page/local-url.ts'
import type { PageScope } from '../page/page-scope.ts'

/** The same runbook in another form. */
export interface EditionLink {
  /** Key of its label. */
  readonly label: string
  readonly url: string
}

/** How the path of a runbook ends. */
export function runbookEnding(isBilingual: boolean): string {
  return isBilingual ? '.runbook.bilingual.html' : '.runbook.html'
}

/** How a side's runbook is also made with the source; `undefined` where it is not: that is for translations. */
export function bilingualLayoutOf(
  side: Side,
  { bilingualRunbooks, notice }: RenderContext,
): BilingualLayout | undefined {
  return side === 'target' && notice !== 'untranslated' ? bilingualRunbooks : undefined
}

/** The document's page, and its runbook in the other form, where they are made. */
export function editionsOf(
  { document, side, locale, context, output }: PageScope,
  isBilingual: boolean,
): readonly EditionLink[] {
  const link = (label: string, ending: string): EditionLink => ({
    label,
    url: relativeUrl(output, outputPath(locale, document.path, ending)),
  })
  const editions = context.outputs.has('page') ? [link('runbook.page', '.html')] : []
  if (isBilingual) editions.push(link('runbook.monolingual', runbookEnding(false)))
  else if (bilingualLayoutOf(side, context)) editions.push(link('runbook.bilingual', runbookEnding(true)))
  return editions
}
