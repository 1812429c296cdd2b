import { HEADLINES } from '../../../review/order/count-units.ts'
import { RISKS } from '../../../review/types/review.ts'
import type { ReviewReportOptions } from '../options.ts'

/** Labels of the page, in `review.page`. */
const OF_PAGE = [
  ...['noScript', 'list', 'item', 'all', 'filters', 'reset', 'shown', 'none', 'number'],
  ...['filter.text', 'filter.risk', 'filter.headline', 'filter.rule', 'filter.document', 'filter.locale'],
  ...['filter.state', 'filter.reviewer'],
  ...['progress', 'progressTitle', 'others', 'lapsed'],
  ...['approve', 'needsFix', 'comment', 'suggest', 'undo', 'group', 'next', 'previous', 'back', 'retry'],
  ...['source', 'target', 'old', 'new', 'same', 'missing', 'empty', 'heading', 'oldPath'],
  ...['findingsNew', 'findingsSolved', 'sign.numbers', 'sign.literals', 'sign.negation'],
  ...[
    'join.id',
    'join.text',
    'join.order',
    'join.slot',
    'join.concatenation',
    'join.similarity',
    'join.none',
  ],
  ...['place.heading', 'place.table-head', 'place.table-cell', 'place.step', 'place.list-item', 'place.text'],
  ...['fact.added', 'fact.removed', 'fact.moved', 'fact.human-to-machine', 'fact.machine-to-human'],
  ...[
    'fact.handed-off-back',
    'fact.ids-only',
    'fact.front-matter-only',
    'fact.skeleton-only',
    'fact.targets-only',
  ],
  ...['change.whitespace', 'change.markup', 'change.url', 'change.punctuation', 'change.case'],
  ...['change.became-source'],
  ...['members', 'groupTitle', 'groupAsk', 'approveAll', 'needsFixAll', 'noGroup', 'covers'],
  ...['context', 'view.table', 'view.page', 'gap', 'noPage', 'decisions', 'nobody'],
  ...['reviewerTitle', 'reviewerHelp', 'save', 'cancel', 'close', 'sendKeys', 'help', 'keysOn'],
  ...['said.approved', 'said.needs-fix', 'undone', 'nothingToUndo', 'done', 'problems'],
  ...['export', 'import', 'imported', 'importFailed', 'importOther', 'nothingToExport'],
  ...['notKept', 'notSent', 'refused', 'sending'],
]

/** Labels of the site and of reports that the page uses as well, by their name on the page. */
const OF_OTHERS = {
  nothing: 'review.nothing',
  'state.open': 'reviewDecisions.open',
  'state.approved': 'reviewDecisions.approved',
  'state.needs-fix': 'reviewDecisions.needs-fix',
  'state.contradicted': 'reviewDecisions.contradicted',
  suggestion: 'reviewDecisions.suggestion',
  theme: 'site.theme',
  'theme.light': 'site.light',
  'theme.dark': 'site.dark',
  'theme.system': 'site.system',
}

/** Values of labels, which the page fills in itself. */
const VALUES = Object.fromEntries(
  ['number', 'total', 'done', 'items', 'percent', 'path', 'file', 'locale'].map((name) => [
    name,
    `{{${name}}}`,
  ]),
)

/** Returns the labels of the page by name. */
export function labelsOf(label: ReviewReportOptions['label']): Readonly<Record<string, string>> {
  const names: readonly (readonly [string, string])[] = [
    ['title', 'review.title'],
    ...RISKS.map((risk) => [`risk.${risk}`, `review.risk.${risk}`] as const),
    ...HEADLINES.map((headline) => [`headline.${headline}`, `review.headline.${headline}`] as const),
    ...OF_PAGE.map((name) => [name, `review.page.${name}`] as const),
    ...Object.entries(OF_OTHERS),
  ]
  return Object.fromEntries(names.map(([name, key]) => [name, label(key, VALUES)]))
}
