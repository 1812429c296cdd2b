import type { Emphasis, Paragraph, PhrasingContent } from 'mdast'

/** What can be included. */
export type MissingKind = 'code' | 'include'

/** A URL of another site: where its content is, even if it is not here. */
const ONLINE = /^https?:\/\//i

/**
 * What names content that is not there: the title that the reference gives an include, the path of code; a link where it is known to be online.
 *
 * @param title what the reference calls it, as it was read.
 */
export function nameOfMissing(
  kind: MissingKind,
  url: string,
  title: readonly PhrasingContent[],
): PhrasingContent[] {
  const name: PhrasingContent[] =
    kind === 'include' && title.length > 0
      ? [...title]
      : [{ type: 'inlineCode', value: url.replace(/\?.*$/s, '') }]
  return ONLINE.test(url) ? [{ type: 'link', url, children: name }] : name
}

/** The block that stands where blocks cannot be included; renderers say so in the reader’s language. */
export function missingBlock(
  kind: MissingKind,
  children: PhrasingContent[],
  position: Paragraph['position'],
): Paragraph {
  const data = { hName: 'div', hProperties: { className: ['missing'], dataMissing: kind } }
  return { type: 'paragraph', children, data, ...(position && { position }) }
}

/** The same within a line, where brackets part its name from what is around it. */
export function missingInline(kind: MissingKind, name: readonly PhrasingContent[]): Emphasis {
  const data = { hName: 'span', hProperties: { className: ['missing'], dataMissing: kind } }
  const bracket = (value: string) => ({ type: 'text', value }) as const
  return { type: 'emphasis', children: [bracket('['), ...name, bracket(']')], data }
}
