import { fillSkeleton } from '../../render/fill-skeleton.ts'
import { renderJson, renderRunbookJson } from '../../render/json.ts'
import { renderMarkdown } from '../../render/markdown.ts'
import type { Edition, Output } from '../../render/output.ts'
import { type BuiltInKind, OUTPUT_KINDS, type OutputKind } from '../../render/output-kinds.ts'
import { createPageScope, type PageScope } from '../../render/page/page-scope.ts'
import { layOutPage } from '../../render/page/render-page.ts'
import { renderRunbooks } from '../../render/runbook/render-runbook.ts'
import { renderSearchRecord } from '../../render/search/search-record.ts'
import { renderTables } from '../../render/tables/render-tables.ts'
import { renderMultilingualTables } from '../../render/tables/table-multilingual.ts'
import { memoize } from '../../util/memoize.ts'
import { pluginOf } from '../../validate/engine/rule-url.ts'
import type { Rendition } from './renditions.ts'

/** An edition with what only the built-in outputs use. */
export type OwnEdition = Edition & Pick<Rendition, 'context' | 'isCommon' | 'member'>

/** Names of the built-in kinds of output in messages. */
const WORDS: Readonly<Record<BuiltInKind, string>> = {
  page: 'pages',
  table: 'tables',
  runbook: 'runbooks',
  json: 'JSON',
  markdown: 'Markdown',
  search: 'a record for search',
}

/** Name of a kind of output in messages. */
export function wordsOf(kind: OutputKind): string {
  const own = OUTPUT_KINDS.find((each) => each === kind)
  return own ? WORDS[own] : `\`${kind}\` of the plugin \`${pluginOf(kind)}\``
}

/**
 * Makes the built-in outputs for one document: a search record and the page share a tree.
 *
 * @param hasRunbook whether the document's runbooks are also made.
 */
export function builtInOutputs(hasRunbook: boolean): readonly Output<BuiltInKind, OwnEdition>[] {
  const filled = memoize(({ document, side }: OwnEdition) => fillSkeleton(document, side))
  return [
    // Before the page, which changes the tree.
    { name: 'search', render: (edition) => [renderSearchRecord(filled(edition), pageScope(edition))] },
    {
      name: 'page',
      usesAssets: true,
      render: (edition) => [layOutPage(filled(edition), pageScope(edition))],
    },
    {
      name: 'table',
      render: ({ document, side, context }) => renderTables(document, side, context),
      renderAll: ({ joined, editions }) =>
        joined ? renderMultilingualTables(editions.filter(({ isCommon }) => isCommon)) : [],
    },
    {
      name: 'runbook',
      usesAssets: true,
      render: ({ document, side, context, runbook }) => renderRunbooks(document, side, context, runbook()),
    },
    // The text as written, so from the input itself; a fallback has none of its own.
    {
      name: 'markdown',
      forIncludes: true,
      render: ({ written, side }) => (written ? [renderMarkdown(written, side)] : []),
    },
    {
      name: 'json',
      forIncludes: true,
      renderAll: ({ joined, editions }) => {
        // Of several locales, the runbook that names the units as they are joined.
        const common = hasRunbook ? editions.find(({ isCommon }) => isCommon) : undefined
        const runbook = common?.runbook()
        const model = renderJson(joined ?? editions[0]!.member.document)
        return common && runbook ? [model, renderRunbookJson(common.document, runbook)] : [model]
      },
    },
  ]
}

function pageScope({ document, side, context, runbook }: OwnEdition): PageScope {
  const hasRunbook = context.outputs.has('runbook') ? runbook() !== null : undefined
  return createPageScope(document, side, hasRunbook === undefined ? context : { ...context, hasRunbook })
}
