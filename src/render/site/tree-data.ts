import type { OutputFile, RenderContext } from '../context.ts'
import { directionOf } from '../i18n/direction-of.ts'
import type { SiteFiles } from './site-files.ts'
import type { SiteNode } from './site-tree.ts'

/**
 * A node as an array, without the empty values at its end: name, URL relative to the script (or an address, or 0), children, language of
 * the name, further words, 1 if it is initially open.
 */
type StoredNode = readonly (string | number | readonly StoredNode[])[]

/** Data of the whole tree. */
export interface TreeData {
  readonly labels: Readonly<Record<'filter' | 'noMatch' | 'more', string>>
  readonly nodes: readonly StoredNode[]
}

/**
 * Renders the whole tree of a locale as a script that sets `lockstepTree`: unlike JSON, pages can load it when they are opened from disk.
 */
export function renderTreeData(
  nodes: readonly SiteNode[],
  { locale, tree, urlOf }: SiteFiles,
  { translate }: Pick<RenderContext, 'translate'>,
): OutputFile {
  const data: TreeData = {
    labels: {
      filter: translate(locale, 'navigation.filter'),
      noMatch: translate(locale, 'navigation.noMatch'),
      more: translate(locale, 'navigation.more'),
    },
    nodes: nodes.map(toStored),
  }
  return { path: tree, content: `globalThis.lockstepTree=${JSON.stringify(data)}\n` }

  function toStored({ name, output, url, children, lang, keywords, isExpanded }: SiteNode): StoredNode {
    const address = output === null ? url : urlOf(tree, output)
    const values = [
      name,
      address ?? 0,
      children.map(toStored),
      langOf(lang),
      keywords ?? 0,
      isExpanded ? 1 : 0,
    ]
    return values.slice(0, values.findLastIndex((value) => value !== 0 && !isEmpty(value)) + 1)
  }

  function langOf(lang: string | null): string | 0 {
    if (lang === null) return 0
    return directionOf(lang) === directionOf(locale) ? lang : `${lang} ${directionOf(lang)}`
  }
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
