import type { Element } from 'hast'
import type { Table } from '../../../model/table.ts'
import type { RenderContext } from '../../context.ts'
import { multilingualTablePath, tablePath } from '../../tables/table-path.ts'
import { isTranslation } from '../../translation-notices.ts'
import { element } from '../element.ts'
import { relativeUrl } from '../local-url.ts'
import type { PageScope } from '../page-scope.ts'

/** Formats of the files of a table: file name ending and common name. */
const TABLE_FILES = [
  ['.html', 'HTML'],
  ['.csv', 'CSV'],
  ['.md', 'Markdown'],
] as const

/** Makes a menu of the files of a table that are made, which browsers open without a script. */
export function tableFiles(model: Table, name: string, scope: PageScope): Element {
  const { document, locale, side, context, output, label } = scope
  const isBilingual = context.bilingualTables && isTranslation(side, context)
  const links = [
    ...TABLE_FILES.map(([suffix, form]) => [form, tablePath(document, locale, model, suffix)]),
    ...TABLE_FILES.filter(() => isBilingual).map(([suffix, form]) => [
      `${label('page.bilingualTable')} (${form})`,
      tablePath(document, locale, model, `.bilingual${suffix}`),
    ]),
    ...TABLE_FILES.filter(([suffix]) => isMultilingual(suffix, context)).map(([suffix, form]) => [
      `${label('page.languages')} (${form})`,
      multilingualTablePath(document, model, suffix),
    ]),
  ]
  const items = links.map(([text = '', path = '']) =>
    element('li', {}, [element('a', { href: relativeUrl(output, path) }, [text])]),
  )
  return element('details', { className: ['table-files'] }, [
    element('summary', {}, [
      label('page.tableFiles'),
      element('span', { className: ['visually-hidden'] }, [` – ${name}`]),
    ]),
    element('ul', {}, items),
  ])
}

/** Whether the file of a table with a column per locale is made. */
function isMultilingual(suffix: string, { hasCommonTables, bilingualTables }: RenderContext): boolean {
  if (!hasCommonTables) return false
  return suffix === '.csv' || (suffix === '.html' && bilingualTables === true)
}
