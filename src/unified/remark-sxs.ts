import type { Root } from 'mdast'
import { type Options as FromMarkdownOptions, fromMarkdown } from 'mdast-util-from-markdown'
import type { Extension } from 'micromark-util-types'
import type { Data } from 'unified'
import type { Node, Position } from 'unist'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { scanSxs } from '../bitext/scan-sxs.ts'
import { sideOfLocale } from '../bitext/side-of-locale.ts'
import type { Side } from '../model/unit.ts'
import { monolingualText } from '../parse/monolingual-text.ts'
import { visit } from '../util/tree/visit.ts'
import type { HostProcessor } from './host-processor.ts'
import { htmlToElements } from './html-to-elements.ts'
import { targetLocaleOf } from './target-locale-of.ts'

/** A BCP 47 tag, or a function that returns the tag for a file. */
export type LocaleOfFile = string | ((file: VFile) => string)

/** Options of the plugin `remarkSxs`. */
export interface RemarkSxsOptions {
  /** Locale to read: the target's (`ms.contentlocale`) or the source's. */
  readonly locale: LocaleOfFile
  /** BCP 47 tag of the source side. Default: `en-US`. */
  readonly sourceLocale?: string
  /**
   * Target locale of documents whose front matter does not name it, or whose front matter the host has removed without leaving it in
   * `file.data`. Default: the nearest folder of the file named like a locale (`fr-FR`).
   */
  readonly targetLocale?: LocaleOfFile
  /**
   * What becomes of raw HTML: `elements` replaces it by nodes that `remark-rehype` turns into elements, so that neither `rehype-raw` nor
   * `allowDangerousHtml` is needed; `raw` keeps it. Default: `elements` in MDX, which knows no raw HTML, else `raw`.
   */
  readonly html?: 'elements' | 'raw'
}

const AS_MDX =
  "This document has no units, so it is read as MDX: if it is Markdown, set `format: 'md'` for it, or mend this place"

/** The locale in which a file was read. */
export const localesRead = new WeakMap<VFile, string>()

/** Files that are Markdown in MDX too, even without units: those that documents include. */
export const readAsMarkdown = new WeakSet<VFile>()

/**
 * unified plugin that lets a remark pipeline read a bilingual (sxs) document in one locale.
 *
 * Use it after `remark-parse` or another parser: the parser receives the monolingual document, and its tree gets the positions of the
 * bilingual input. A document without units is read as is. If one side of a unit is missing, the other one replaces it.
 *
 * For a locale that the document does not have, the plugin adds a message to the file (`locale-missing`) and reads the source side. If nothing
 * names the target locale of a document, it adds a message too (`locale-unknown`), and reads the target side.
 *
 * In MDX, a document with units is read as Markdown, not as MDX: braces are text, and HTML need not be JSX. One without units is read as MDX;
 * if it is not valid MDX, the error says so.
 *
 * @example
 * ```ts
 * unified()
 *   .use(remarkParse)
 *   .use(remarkSxs, { locale: (file) => (file.path.includes('/en/') ? 'en-US' : 'fr-FR') })
 * ```
 * @throws `Error` if there is no parser yet, `RangeError` if a locale is not a BCP 47 tag.
 */
export function remarkSxs(
  this: HostProcessor,
  options: Readonly<RemarkSxsOptions>,
): (tree: Node, file: VFile) => undefined {
  const { parser } = this
  if (!parser) throw new Error('Cannot `use` remarkSxs before a parser: put it after remark-parse')
  const data = this.data() as Data
  const localeOf = toLocaleOf(options.locale)
  const targetOf = options.targetLocale === undefined ? undefined : toLocaleOf(options.targetLocale)
  const [sourceLocale] = Intl.getCanonicalLocales(options.sourceLocale ?? 'en-US')
  const withElements = new WeakSet<Node>()

  this.parser = (text: string, file: VFile) => {
    const locale = localeOf(file)
    const target = targetLocaleOf(text, file, targetOf?.(file))
    const side = sideFor(text, file, { locale, sourceLocale: sourceLocale!, target })
    localesRead.set(file, side === 'source' ? sourceLocale! : locale)
    const made = monolingualText(text, side)
    const isMarkdown = made.text !== text || readAsMarkdown.has(file)
    const isMdx = (data.micromarkExtensions ?? []).some(disablesHtml)
    const tree = !isMdx
      ? parser(made.text, file)
      : isMarkdown
        ? parseAsMarkdown(made.text, data)
        : parseMdx(() => parser(made.text, file))
    if (made.text !== text) toInput(tree, text, (offset) => made.map.toInput(offset))
    if ((options.html ?? (isMdx ? 'elements' : 'raw')) === 'elements') withElements.add(tree)
    return tree
  }
  // Other plugins can look at raw HTML while the document is parsed.
  return (tree) => {
    if (withElements.has(tree)) htmlToElements(tree as Root)
  }
}

/** A function that returns the canonical form of a locale for a file; a fixed one is checked at once. */
export function toLocaleOf(locale: LocaleOfFile): (file: VFile) => string {
  if (typeof locale === 'function') return (file) => Intl.getCanonicalLocales(locale(file))[0]!
  const [fixed] = Intl.getCanonicalLocales(locale)
  return () => fixed!
}

function sideFor(
  text: string,
  file: VFile,
  {
    locale,
    sourceLocale,
    target,
  }: { readonly locale: string; readonly sourceLocale: string; readonly target: string | undefined },
): Side {
  const side = sideOfLocale(text, locale, sourceLocale, target)
  if (side === null) {
    file.message(
      `Unexpected locale \`${locale}\`, expected the document's own (\`${target}\`) or \`${sourceLocale}\`: its source side is read`,
      { ruleId: 'locale-missing', source: 'lockstep' },
    )
    return 'source'
  }
  if (side === 'target' && target === undefined && hasUnits(text))
    file.message(
      `Unexpected document that does not name its locale, expected \`ms.contentlocale\` in its front matter, or the option \`targetLocale\`: its target side is read as \`${locale}\``,
      { ruleId: 'locale-unknown', source: 'lockstep' },
    )
  return side
}

function hasUnits(text: string): boolean {
  return scanSxs(text).some(({ type }) => type !== 'text')
}

/** Whether an extension turns raw HTML off, as that of MDX does. */
function disablesHtml(extension: Extension | readonly unknown[]): boolean {
  if (Array.isArray(extension)) return extension.some(disablesHtml)
  return (extension as Extension).disable?.null?.includes('htmlFlow') ?? false
}

/** Parses a document without units; if it is not valid MDX, the error says why it was read as MDX. */
function parseMdx(parse: () => Node): Node {
  try {
    return parse()
  } catch (error) {
    // A message of the host's own version of vfile-message.
    if (error instanceof Error && 'reason' in error) {
      error.message = `${error.reason}. ${AS_MDX}`
      error.reason = error.message
    }
    throw error
  }
}

/** Parses with the extensions of a pipeline for MDX, except for those of MDX itself. */
function parseAsMarkdown(text: string, data: Readonly<Data>): Root {
  const extensions = (data.micromarkExtensions ?? []).filter((extension) => !disablesHtml(extension))
  const mdastExtensions = data.fromMarkdownExtensions ?? []
  return fromMarkdown(text, { ...data.settings, extensions, mdastExtensions } as FromMarkdownOptions)
}

/** Maps the positions of a tree to the input. */
function toInput(tree: Node, input: string, map: (offset: number) => number): void {
  const { toPoint } = location(input)
  const seen = new Set<Position>()
  visit(tree, (node) => {
    const { position } = node
    if (!position || seen.has(position)) return
    seen.add(position)
    for (const point of [position.start, position.end]) {
      if (point.offset === undefined) continue
      const moved = toPoint(map(point.offset))
      if (moved) Object.assign(point, moved)
    }
  })
}
