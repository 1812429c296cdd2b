import type { Element } from 'hast'
import type { LocaleStatus, StatusCounts, StatusReport } from '../../model/findings/status.ts'
import { countOf, numberOf } from '../../util/count-of.ts'
import { element } from '../element.ts'
import { clean } from '../text/words.ts'
import { percentOf, sumOf } from './percent.ts'
import { nameOfLocale } from './words.ts'

type Part = keyof StatusCounts

const PARTS: readonly Part[] = ['translated', 'stale', 'missing']

const MEANINGS: Readonly<Record<Part, string>> = {
  translated: 'Translated',
  stale: 'Stale: an earlier source text is translated',
  missing: 'Missing',
}

/**
 * Stacked bars of units for each locale, with a legend; parts differ in pattern and brightness, with numbers
 * below.
 */
export function statusBars(report: StatusReport): readonly Element[] {
  const bars = Object.entries(report.locales).map(([tag, status]) => barItem(tag, status))
  const legend = PARTS.map((part) => element('li', {}, swatch(part), MEANINGS[part]))
  return [
    patterns(),
    element('ul', { className: ['legend'] }, ...legend),
    element('ul', { className: ['bars'] }, ...bars),
  ]
}

/** Patterns for the bars, in an image of size 0: an image that is not displayed would provide none. */
function patterns(): Element {
  const size = { patternUnits: 'userSpaceOnUse', width: 8, height: 8 }
  const ground = (part: Part) => element('rect', { className: [part], width: 8, height: 8 })
  return element(
    'svg',
    { className: ['patterns'], width: 0, height: 0, ariaHidden: 'true' },
    element(
      'pattern',
      { id: 'stale', ...size },
      ground('stale'),
      element('path', { className: ['stripe'], d: 'M-2 2l4-4M0 8l8-8M6 10l4-4' }),
    ),
    element(
      'pattern',
      { id: 'missing', ...size },
      ground('missing'),
      element('circle', { className: ['dot'], cx: '4', cy: '4', r: '1.25' }),
    ),
  )
}

function swatch(part: Part): Element {
  return element('svg', { ariaHidden: 'true' }, stretch(part, '0%', '100%'), edge())
}

function barItem(tag: string, status: LocaleStatus): Element {
  const { units } = status
  const name = nameOfLocale(tag)
  const counts = PARTS.map((part) => `${numberOf(units[part])} ${part}`).join(', ')
  const all = sumOf(units)
  return element(
    'li',
    {},
    element(
      'div',
      { className: ['name'] },
      element('span', {}, `${name} `, element('code', {}, clean(tag))),
      element('strong', {}, percentOf(status)),
    ),
    element(
      'svg',
      { role: 'img', ariaLabel: `${name}, ${countOf(all, 'unit')}: ${counts}` },
      ...rectangles(units),
      edge(),
    ),
    element('div', { className: ['muted'] }, all === 0 ? 'No units' : `${counts} of ${countOf(all, 'unit')}`),
  )
}

function rectangles(units: StatusCounts): readonly Element[] {
  const all = sumOf(units)
  let start = 0
  return PARTS.filter((part) => units[part] > 0).map((part) => {
    const from = start
    start += units[part]
    return stretch(part, share(from, all), share(units[part], all))
  })
}

/**
 * Rectangle of one part, from `x`, `width` wide: both in percent of the image, which is as wide as the page.
 */
function stretch(part: Part, x: string, width: string): Element {
  const paint = part === 'translated' ? { className: [part] } : { fill: `url(#${part})` }
  return element('rect', { ...paint, x, width, height: '100%' })
}

function edge(): Element {
  return element('rect', { className: ['edge'], width: '100%', height: '100%' })
}

function share(number: number, all: number): string {
  return `${+((number * 100) / all).toFixed(3)}%`
}
