import type { BilingualDocument } from '../../model/document.ts'
import type { Side } from '../../model/unit.ts'
import { deriveRunbook, type Runbook } from '../../runbook/derive-runbook.ts'
import { type BilingualLayout, type OutputFile, outputPath, type RenderContext } from '../context.ts'
import { createPageScope } from '../page/page-scope.ts'
import { bilingualLayoutOf, runbookEnding } from './editions.ts'
import { buildRunbookView } from './view.ts'

/** How a runbook is made. */
export interface RunbookOptions {
  /** Where it also says in smaller type what the other side says; such a runbook has a path of its own. */
  readonly bilingual?: BilingualLayout
  /** The document's runbook where it is known already; derived unless told. */
  readonly runbook?: Runbook | null
}

/** Renders a side's runbooks: in one language and, where the context wants it, in both. */
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
 * Renders one side of a document as a runbook to print: `<locale>/<path>.runbook.html` (`.runbook.bilingual.html`); `null`
 * for a document that has neither stages nor procedures.
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
  const view = buildRunbookView(runbook, { ...scope, output: path }, { bilingual: bilingual ?? null })
  return { path, content: context.template('runbook', view) }
}
