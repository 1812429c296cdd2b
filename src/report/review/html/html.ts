import { createHash } from 'node:crypto'
import { toHtml } from 'hast-util-to-html'
import { TIME_PATTERN } from '../../../review/decisions/parse-decisions.ts'
import type { Review } from '../../../review/types/review.ts'
import { INLINE_CODE } from '../../../util/text/word-tokens.ts'
import { element } from '../../element.ts'
import { INVISIBLE_NAMES } from '../../text/visible.ts'
import { clean } from '../../text/words.ts'
import type { ReviewReport, ReviewReportOptions } from '../options.ts'
import { labelsOf } from './labels.ts'
import { chunksInOrder, packIndex } from './pack-index.ts'

/**
 * Writes a review as a self-contained page for reviewers: compressed data, and a script that shows it. The page loads
 * nothing.
 *
 * @throws {Error} without `page`.
 */
export function* reviewHtml(review: Review, { label, page }: ReviewReportOptions): ReviewReport {
  if (!page) throw new Error('The page of a review needs its style and script')
  const { language, directionOf, theme, script, documents, server } = page
  const [first, ...others] = chunksInOrder(review, documents)
  const chunk = (number: number) => data(`chunk-${number}`, base64(documents.chunks[number]!))
  const labels = labelsOf(label)
  const directions = Object.fromEntries(
    [review.sourceLocale, ...review.locales].map((locale) => [locale, directionOf(locale)]),
  )
  const title = clean(`${label('review.title')}: ${review.base} → ${review.head}`)
  const style = page.style.replaceAll('</', '<\\/')
  const head = element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', {
      httpEquiv: ['Content-Security-Policy'],
      content: policyOf(server !== undefined, style, theme, script),
    }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    ...(server ? [meta('lockstep-token', server.token), meta('lockstep-project', server.project)] : []),
    ...(server?.reviewer === undefined ? [] : [meta('lockstep-reviewer', server.reviewer)]),
    element('title', {}, title),
    element('style', {}, style),
    element('script', {}, theme),
  )
  yield `<!doctype html>\n<html lang="${language}" dir="${directionOf(language)}">${toHtml(head)}<body>\n`
  yield `<noscript>${toHtml(element('p', {}, labels.noScript!))}</noscript>\n<div id="app"></div>\n`
  yield data(
    'data',
    encode({
      language,
      directions,
      labels,
      codes: INLINE_CODE.source,
      time: TIME_PATTERN.source,
      invisible: INVISIBLE_NAMES,
    }),
  )
  yield data('decisions', encode(page.decisions))
  yield data('index', base64(packIndex(review, documents)))
  // The script starts as soon as the first item can be shown; the rest follows.
  if (first !== undefined) yield chunk(first)
  yield `<script>${script}</script>\n`
  for (const number of others) yield chunk(number)
  yield `</body></html>\n`
}

function meta(name: string, content: string) {
  return element('meta', { name, content })
}

/** A block of data, which browsers do not run. */
function data(id: string, content: string): string {
  return `<script type="application/octet-stream" id="${id}">${content}</script>\n`
}

/** Base64 of JSON, so that nothing in it can end the block. */
function encode(value: unknown): string {
  return base64(Buffer.from(JSON.stringify(value)))
}

function base64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

/** Allows only this page's own style and scripts, and requests to the server that it may come from. */
function policyOf(isServed: boolean, style: string, ...scripts: readonly string[]): string {
  return [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${scripts.map(hashOf).join(' ')}`,
    'img-src data:',
    ...(isServed ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
