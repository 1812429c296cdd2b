import type { BilingualDocument } from '../model/document.ts'
import { deriveRunbook, type Runbook } from '../model/runbook.ts'
import type { Side } from '../model/unit.ts'
import { type OutputFile, outputPath, type RenderContext } from './context.ts'
import { createPageScope } from './page/page-scope.ts'
import { buildRunbookView } from './runbook-view.ts'

/** How a runbook is made. */
export interface RunbookOptions {
  /** Whether each step also says in smaller type what the other side says; such a runbook has a path of its own. */
  readonly bilingual?: boolean
  /** The document's runbook where it is known already; derived unless told. */
  readonly runbook?: Runbook | null
}

/**
 * Renders one side of a document as a runbook to print: `<locale>/<path>.runbook.html` (`.runbook.bilingual.html`); `null`
 * for a document that has neither stages nor procedures.
 */
export function renderRunbook(
  document: BilingualDocument,
  side: Side,
  context: RenderContext,
  { bilingual = false, runbook = deriveRunbook(document) }: RunbookOptions = {},
): OutputFile | null {
  if (!runbook) return null
  const scope = createPageScope(document, side, context)
  const path = outputPath(
    scope.locale,
    document.path,
    bilingual ? '.runbook.bilingual.html' : '.runbook.html',
  )
  const view = buildRunbookView(runbook, { ...scope, output: path }, { bilingual })
  return { path, content: context.template('runbook', view) }
}
