import type { Position } from 'unist'
import { escapeMarkup } from '../../util/text/escape-markup.ts'
import { referenceOfCode } from './code-reference.ts'
import { type MissingKind, pathOfMissing } from './missing.ts'
import type { MicrosoftContext } from './types.ts'

/** A piece to skip (comment, tag, code), or a reference: language, title and URL. */
const PIECE =
  /<!--[\s\S]*?(?:-->|$)|<(pre|code|script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<[^<>]*>|\[!\s*(?:include|code(?:-([\w+#.-]+))?)\s*\[((?:[^\][]|\[[^\][]*\])*)\]\(\s*([^\s()]+)(?:\s+"[^"]*")?\s*\)\s*\]/gi

/** Replaces references to includes and code in raw HTML by their content, or by a note that it is missing. */
export function includesInHtml(
  html: string,
  position: Position | undefined,
  context: Pick<MicrosoftContext, 'include' | 'code'>,
): string {
  if (!/\[!\s*(?:include|code)/i.test(html)) return html
  return html.replace(PIECE, (piece, _, language?: string, title?: string, written?: string) => {
    if (title === undefined || written === undefined) return piece
    const url = written.replaceAll('&amp;', '&')
    if (/^\[!\s*include/i.test(piece)) {
      return context.include(url, position, true) ?? missing('include', url, title.trim())
    }
    const code = context.code(referenceOfCode(url).reference, position)
    if (code === null) return missing('code', url, '')
    const name = language ? ` class="language-${escapeMarkup(language)}"` : ''
    return `<pre><code${name}>${code}</code></pre>`
  })
}

/** Like {@link missingInline}, as HTML; the title already is HTML. */
function missing(kind: MissingKind, url: string, title: string): string {
  const name = title !== '' ? title : `<code>${escapeMarkup(pathOfMissing(kind, url))}</code>`
  const isOnline = /^https?:\/\//i.test(url)
  const content = isOnline ? `<a href="${escapeMarkup(url)}">${name}</a>` : name
  return `<span class="missing" data-missing="${kind}">[${content}]</span>`
}
