/** The forms of DocFX's tables of contents: `toc.yml`, a list or an object with `items`, and `TOC.md`. */
import type { Heading } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as mdastToString } from 'mdast-util-to-string'
import { scanSxs } from '../../bitext/scan-sxs.ts'
import { sideMarkup } from '../../bitext/unit-drafts.ts'
import type { Side } from '../../model/unit.ts'
import { isObject } from '../../util/data/is-object.ts'
import { parseYaml, yamlValue } from '../../util/data/parse-yaml.ts'
import { visit } from '../../util/tree/visit.ts'

/** An entry as written in a file. */
export interface TocItem {
  /** Empty if it has none. */
  readonly name: string
  /** Its name in the source language, in a bilingual table of contents. */
  readonly sourceName?: string
  /** Further words to find it by. */
  readonly displayName?: string
  readonly uid?: string
  readonly isExpanded?: true
  /** In the order in which they decide about its document. */
  readonly hrefs: readonly string[]
  /** The one among them that can only mean a document, even `toc.md` (DocFX: the topic of a folder or of another table). */
  readonly topicHref?: string
  /** Address of the pages that it represents, in a breadcrumb file. */
  readonly tocHref?: string
  readonly items: readonly TocItem[]
}

/**
 * Reads the entries of a table of contents; a bilingual one gives both names of each.
 *
 * @throws with the line, if the YAML is damaged.
 */
export function readTocItems(text: string, isMarkdown: boolean): readonly TocItem[] {
  const read = isMarkdown ? markdownItems : (yaml: string) => yamlItems(yamlValue(parseYaml(yaml), yaml))
  if (!text.includes('<span class="sxs-lookup">')) return read(text)
  return withSourceNames(read(sideOf(text, 'target')), read(sideOf(text, 'source')))
}

/** One side of a bilingual text; units that lack it are empty. */
function sideOf(text: string, side: Side): string {
  const parts = scanSxs(text).map((piece) => {
    if (piece.type === 'text') return text.slice(piece.start, piece.end)
    const own = piece[side]
    return own ? sideMarkup(text, own, side) : ''
  })
  return parts.join('')
}

function withSourceNames(targets: readonly TocItem[], sources: readonly TocItem[]): readonly TocItem[] {
  return targets.map((item, at) => {
    const source = targets.length === sources.length ? sources[at] : undefined
    return {
      ...item,
      ...(source?.name && { sourceName: source.name }),
      items: withSourceNames(item.items, source?.items ?? []),
    }
  })
}

function yamlItems(value: unknown): readonly TocItem[] {
  const items = isObject(value) ? value.items : value
  if (!Array.isArray(items)) return []
  return items.filter(isObject).map((item) => {
    const hrefs = [item.topicHref, item.href, item.tocHref].filter(isText)
    const uid = [item.topicUid, item.uid, ...hrefs.map(uidOf)].find(isText)
    const displayName = textOf(item.displayName)
    return {
      name: textOf(item.name),
      ...(displayName && { displayName }),
      ...(uid !== undefined && { uid: uid.trim() }),
      ...(item.expanded === true && { isExpanded: true }),
      hrefs: hrefs.filter((href) => uidOf(href) === undefined),
      ...(isText(item.topicHref) && { topicHref: item.topicHref }),
      ...(isText(item.tocHref) && { tocHref: item.tocHref }),
      items: yamlItems(item.items),
    }
  })
}

/** Entries of `TOC.md`: its headings, nested by depth. */
function markdownItems(text: string): readonly TocItem[] {
  const headings = fromMarkdown(text).children.filter((node): node is Heading => node.type === 'heading')
  let at = 0
  return below(0)

  function below(depth: number): readonly TocItem[] {
    const items: TocItem[] = []
    while (at < headings.length && headings[at]!.depth > depth) {
      const heading = headings[at++]!
      items.push({ ...headingItem(heading), items: below(heading.depth) })
    }
    return items
  }
}

function headingItem(heading: Heading): Omit<TocItem, 'items'> {
  const urls: string[] = []
  visit(heading, 'link', ({ url }) => {
    urls.push(url)
  })
  const name = mdastToString(heading, { includeHtml: false }).trim()
  // `# @uid` and `# <xref:uid>` have no name of their own.
  const uid = [...urls, name].map(uidOf).find((each) => each !== undefined)
  return {
    name: uidOf(name) === undefined ? name : '',
    ...(uid !== undefined && { uid }),
    hrefs: urls.filter((url) => uidOf(url) === undefined),
  }
}

/** The uid of a reference, written as `xref:uid` or `@uid`; `undefined` for other text. */
function uidOf(text: string): string | undefined {
  return /^(?:xref:|@)([^\s?#]+)(?:[?#]\S*)?$/i.exec(text)?.[1]
}

function textOf(value: unknown): string {
  return typeof value === 'number' ? String(value) : isText(value) ? value.trim() : ''
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
