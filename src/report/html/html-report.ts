import { createHash } from 'node:crypto'
import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { VFile } from 'vfile'
import { countOf } from '../../util/count-of.ts'
import { compare } from '../../util/data/compare.ts'
import { element } from '../element.ts'
import { findingsOf, type ReportedFinding } from '../findings.ts'
import type { ReportOptions } from '../reporter.ts'
import { summarize } from '../summarize.ts'
import { totalsOf } from '../totals.ts'
import { findingSection } from './html-finding.ts'
import { filterForm, ruleTable } from './html-overview.ts'
import { HTML_SCRIPT } from './html-script.ts'
import { HTML_STYLE } from './html-style.ts'

const TITLE = 'Lockstep findings'

/** Maximum number of findings on the page: browsers become slow with more. */
const MOST = 25_000

/** Allows only this page's own style and script. */
const POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(HTML_STYLE)}`,
  `script-src ${hashOf(HTML_SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * Formats the messages as a self-contained page: findings by document, with filters for severity, rule and
 * document, and compared texts side by side.
 */
export function html(files: readonly VFile[], options: ReportOptions = {}): string {
  const summary = summarize(files)
  const findings = findingsOf(summary, options)
  const kept = findings.slice(0, MOST)
  const left = findings.length - kept.length
  const content = [
    element('h1', {}, TITLE),
    element('p', { className: ['muted'] }, totalsOf(summary, options)),
    ...(kept.length > 0 ? [ruleTable(summary, options), filterForm(kept)] : []),
    ...(left > 0 ? [element('p', {}, `${countOf(left, 'finding')} left out, the least severe.`)] : []),
    ...byPath(kept).map(([path, list]) => findingSection(path, list)),
    ...(kept.length > 0 ? [element('script', {}, HTML_SCRIPT)] : []),
  ]
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, page(content)] })}\n`
}

function page(content: readonly ElementContent[]) {
  return element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      element('meta', { charSet: 'utf-8' }),
      element('meta', { httpEquiv: ['Content-Security-Policy'], content: POLICY }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('title', {}, TITLE),
      element('style', {}, HTML_STYLE),
    ),
    element('body', {}, element('main', {}, ...content)),
  )
}

/** Groups findings by document, sorted by path. */
function byPath(findings: readonly ReportedFinding[]): readonly (readonly [string, ReportedFinding[]])[] {
  const groups = new Map<string, ReportedFinding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.path)
    if (group) group.push(finding)
    else groups.set(finding.path, [finding])
  }
  return [...groups].sort(([a], [b]) => compare(a, b))
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
