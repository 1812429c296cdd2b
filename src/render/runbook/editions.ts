import type { Side } from '../../model/unit.ts'
import { type BilingualLayout, outputPath, type RenderContext } from '../context.ts'
import { relativeUrl } from '../page/local-url.ts'
import type { PageScope } from '../page/page-scope.ts'
import { pagePath } from '../page-path.ts'
import { isTranslation } from '../translation-notices.ts'

/** The same runbook in another form. */
export interface EditionLink {
  /** Key of its label. */
  readonly label: string
  readonly url: string
}

/** File name ending of a runbook. */
export function runbookEnding(isBilingual: boolean): string {
  return isBilingual ? '.runbook.bilingual.html' : '.runbook.html'
}

/** Layout of a side's bilingual runbook; `undefined` if there is none. Only translations have one. */
export function bilingualLayoutOf(side: Side, context: RenderContext): BilingualLayout | undefined {
  return isTranslation(side, context) ? context.bilingualRunbooks : undefined
}

/** Links to the document's page and to its runbook in the other form, if they are made. */
export function editionsOf(
  { document, side, locale, context, output }: PageScope,
  isBilingual: boolean,
): readonly EditionLink[] {
  const link = (label: string, path: string): EditionLink => ({
    label,
    url: relativeUrl(output, path, context),
  })
  const runbook = (isOther: boolean) => outputPath(locale, document.path, runbookEnding(isOther))
  const page = pagePath(locale, document.path, context)
  const editions = context.outputs.has('page') ? [link('runbook.page', page)] : []
  if (isBilingual) editions.push(link('runbook.monolingual', runbook(false)))
  else if (bilingualLayoutOf(side, context)) editions.push(link('runbook.bilingual', runbook(true)))
  return editions
}
