import type { Element } from 'hast'
import type { Table } from '../../../model/table.ts'
import { multilingualTablePath, tablePath } from '../../tables/table-path.ts'
import { element } from '../element.ts'
import { relativeUrl } from '../local-url.ts'
import type { PageScope } from '../page-scope.ts'

/** Formats of the files of a table: file name ending and common name. */
const TABLE_FILES = [
  ['.html', 'HTML'],
  ['.csv', 'CSV'],
  ['.md', 'Markdown'],
] as const

/** Makes a menu of the files of a table, which browsers open without a script. */
export function tableFiles(model: Table, name: string, scope: PageScope): Element {
  const { document, locale, output, label } = scope
  const links = TABLE_FILES.map(([suffix, form]) =>
    linkTo(relativeUrl(output, tablePath(document, locale, model, suffix)), form),
  )
  return element('details', { className: ['table-files'] }, [
    element('summary', {}, [
      label('page.tableFiles'),
      element('span', { className: ['visually-hidden'] }, [` – ${name}`]),
    ]),
    element('ul', {}, [...links, ...multilingualFiles(model, scope)]),
  ])
}

/** Makes links to the files with the table in all languages, if there are more than two. */
function multilingualFiles(
  model: Table,
  { context, document, output, label }: PageScope,
): readonly Element[] {
  if (!context.hasCommonTables) return []
  return TABLE_FILES.slice(0, 2).map(([suffix, form]) =>
    linkTo(
      relativeUrl(output, multilingualTablePath(document, model, suffix)),
      `${label('page.languages')} (${form})`,
    ),
  )
}

function linkTo(href: string, text: string): Element {
  return element('li', {}, [element('a', { href }, [text])])
}
