import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { StatusReport } from '../../model/findings/status.ts'
import { element } from '../element.ts'
import { clean } from '../text/words.ts'
import { statusBars } from './html-bars.ts'
import { HTML_STYLE } from './html-style.ts'
import { folderTable, localeTables } from './html-tables.ts'
import { nameOfLocale, totalOf } from './words.ts'

const TITLE = 'Translation status'

/** Formats a translation status report as a self-contained page: no script, no network. */
export function statusToHtml(report: StatusReport): string {
  const page = element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      element('meta', { charSet: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('title', {}, TITLE),
      element('style', {}, HTML_STYLE),
    ),
    element('body', {}, element('main', {}, ...content(report))),
  )
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, page] })}\n`
}

function content(report: StatusReport): readonly ElementContent[] {
  const { sourceLocale, total } = report
  const hasLocales = Object.keys(report.locales).length > 0
  return [
    element('h1', {}, TITLE),
    element(
      'p',
      { className: ['muted'] },
      `${totalOf(total)} in ${nameOfLocale(sourceLocale)} `,
      element('code', {}, clean(sourceLocale)),
    ),
    ...(hasLocales ? sections(report) : [element('p', {}, 'No translations')]),
  ]
}

function sections(report: StatusReport): readonly ElementContent[] {
  return [
    element('h2', {}, 'Coverage by language'),
    ...statusBars(report),
    element('h2', {}, 'Numbers'),
    ...localeTables(report),
    ...(report.folders.length > 0 ? [element('h2', {}, 'Folders'), folderTable(report)] : []),
  ]
}
