import type { Emphasis, Paragraph, PhrasingContent } from 'mdast'

/** Kinds of content that can be missing. */
export type MissingKind = 'code' | 'include'

/** A URL of another site, which has the content even if the docset lacks it. */
const ONLINE = /^https?:\/\//i

/**
 * Names missing content: by the title in a reference to an include, by the path of code. Content with an
 * absolute URL becomes a link.
 *
 * @param title parsed title of the reference.
 */
export function nameOfMissing(
  kind: MissingKind,
  url: string,
  title: readonly PhrasingContent[],
): PhrasingContent[] {
  const name: PhrasingContent[] =
    kind === 'include' && title.length > 0
      ? [...title]
      : [{ type: 'inlineCode', value: pathOfMissing(kind, url) }]
  return ONLINE.test(url) ? [{ type: 'link', url, children: name }] : name
}

/** The path in a reference to missing content, or the mark of a reference without a path. */
export function pathOfMissing(kind: MissingKind, url: string): string {
  return url.replace(/\?.*$/s, '') || (kind === 'include' ? '[!INCLUDE]' : '[!code]')
}

/** Makes the block that replaces missing blocks; renderers explain it in the reader’s language. */
export function missingBlock(
  kind: MissingKind,
  children: PhrasingContent[],
  position: Paragraph['position'],
): Paragraph {
  const data = { hName: 'div', hProperties: { className: ['missing'], dataMissing: kind } }
  return { type: 'paragraph', children, data, ...(position && { position }) }
}

/** Makes the replacement of missing content within a line, with its name in brackets. */
export function missingInline(kind: MissingKind, name: readonly PhrasingContent[]): Emphasis {
  const data = { hName: 'span', hProperties: { className: ['missing'], dataMissing: kind } }
  const bracket = (value: string) => ({ type: 'text', value }) as const
  return { type: 'emphasis', children: [bracket('['), ...name, bracket(']')], data }
}
