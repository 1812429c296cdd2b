import type { StatusReport } from '../../model/findings/status.ts'
import { escapeMarkup } from '../../util/text/escape-markup.ts'
import { UserError } from '../../util/user-error.ts'
import { clean } from '../text/words.ts'
import { percent, sumOf } from './percent.ts'

/** Background colours with a contrast of at least 4.5:1 to white. */
const COLORS = { label: '#555', none: '#6b6b6b', all: '#1a7f37', most: '#0b6070', few: '#b3261e' }

/** Share from which a badge has the colour of “most”. */
const MOST = 0.5

/** Padding in pixels on each side of a text. */
const PADDING = 6

/**
 * Makes an SVG badge for a README: `fr-FR | 98%`, or `translated | 97%` for the units of all locales
 * together.
 *
 * @throws {UserError} if the report does not have the locale.
 */
export function statusToBadge(report: StatusReport, locale?: string): string {
  const share = locale === undefined ? shareOfAll(report) : shareOfLocale(report, locale)
  return badge(clean(locale ?? 'translated'), percent(share, 0), colorOf(share))
}

function shareOfAll({ locales }: StatusReport): number {
  const counts = Object.values(locales).map(({ units }) => units)
  const translated = counts.reduce((sum, units) => sum + units.translated, 0)
  return translated / counts.reduce((sum, units) => sum + sumOf(units), 0)
}

function shareOfLocale({ locales }: StatusReport, locale: string): number {
  const status = Object.hasOwn(locales, locale) ? locales[locale] : undefined
  if (!status) {
    const known = Object.keys(locales).join(', ') || 'none, as there are no translations'
    throw new UserError(`Unexpected locale ${locale}, expected one of: ${known}`)
  }
  return sumOf(status.units) > 0 ? status.coverage : Number.NaN
}

function colorOf(share: number): string {
  if (Number.isNaN(share)) return COLORS.none
  return share >= 1 ? COLORS.all : share >= MOST ? COLORS.most : COLORS.few
}

function badge(label: string, value: string, color: string): string {
  const left = roomOf(label)
  const right = roomOf(value)
  const width = left + right
  const name = escapeMarkup(`${label}: ${value}`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${name}">
<title>${name}</title>
<clipPath id="corners"><rect width="${width}" height="20" rx="3"/></clipPath>
<g clip-path="url(#corners)">
<rect width="${left}" height="20" fill="${COLORS.label}"/>
<rect x="${left}" width="${right}" height="20" fill="${color}"/>
</g>
<g fill="#fff" text-anchor="middle" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11">
<text x="${left / 2}" y="14">${escapeMarkup(label)}</text>
<text x="${left + right / 2}" y="14">${escapeMarkup(value)}</text>
</g>
</svg>
`
}

/**
 * Width in pixels for an 11-pixel text with padding, rounded up from widths of groups of Verdana characters.
 */
function roomOf(text: string): number {
  const widths = [...text].map((character) => {
    if (/[ .,:;|!'()[\]fijlrt-]/.test(character)) return 5.5
    if (/[mwMW%@–]/.test(character)) return 12
    return /[ -~]/.test(character) ? 8.5 : 12
  })
  return Math.ceil(widths.reduce((sum, width) => sum + width, 2 * PADDING))
}
