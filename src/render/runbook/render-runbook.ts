import type { BilingualDocument } from '../../model/document.ts'
import type { Side } from '../../model/unit.ts'
import { deriveRunbook, type Runbook } from '../../runbook/derive-runbook.ts'
import { type BilingualLayout, type OutputFile, outputPath, type RenderContext } from '../context.ts'
import { createPageScope } from '../page/page-scope.ts'
import { bilingualLayoutOf, runbookEnding } from './editions.ts'
import { numberLinks } from './number-links.ts'
import { buildRunbookView } from './view.ts'

/** Options of {@link renderRunbook}. */
export interface RunbookOptions {
  /** Where to show the other side, in smaller type. A bilingual runbook has a different path. */
  readonly bilingual?: BilingualLayout
  /** The document's runbook. Default: derived from the document. */
  readonly runbook?: Runbook | null
}

/** Renders a side's runbooks: in one language and, if the context asks for it, in both. */
export function renderRunbooks(
  document: BilingualDocument,
  side: Side,
  context: RenderContext,
  runbook: Runbook | null = deriveRunbook(document),
): readonly OutputFile[] {
  const bilingual = bilingualLayoutOf(side, context)
  const options: RunbookOptions[] = bilingual ? [{ runbook }, { runbook, bilingual }] : [{ runbook }]
  return options.flatMap((each) => renderRunbook(document, side, context, each) ?? [])
}

/**
 * Renders one side of a document as a printable runbook: `<locale>/<path>.runbook.html` (`.runbook.bilingual.html`); `null`
 * for a document without stages and procedures.
 */
export function renderRunbook(
  document: BilingualDocument,
  side: Side,
  context: RenderContext,
  { bilingual, runbook = deriveRunbook(document) }: RunbookOptions = {},
): OutputFile | null {
  if (!runbook) return null
  const scope = createPageScope(document, side, context)
  const path = outputPath(scope.locale, document.path, runbookEnding(bilingual !== undefined))
  const view = numberLinks(
    buildRunbookView(runbook, { ...scope, output: path }, { bilingual: bilingual ?? null }),
  )
  return { path, content: context.template('runbook', view) }
}
