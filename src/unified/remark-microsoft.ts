import { relative, resolve as resolvePath } from 'node:path'
import type { Blockquote, Nodes, Paragraph, Root } from 'mdast'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import { SlotCodec } from '../bitext/slots.ts'
import { remarkTripleColon } from '../parse/markdown/parse-markdown.ts'
import { microsoftTransforms } from '../parse/microsoft/index.ts'
import type { Properties } from '../parse/microsoft/types.ts'
import { createResolver } from '../read/create-resolver.ts'
import { readLocales } from '../read/read-locales.ts'
import { createTranslate } from '../render/i18n/create-translate.ts'
import { memoize } from '../util/memoize.ts'
import { toPosix } from '../util/text/to-posix.ts'
import { visit } from '../util/tree/visit.ts'
import { addHeadingIds } from './heading-ids.ts'
import type { HostProcessor } from './host-processor.ts'
import { IncludedFiles } from './included-files.ts'
import { type LocaleOfFile, localesRead, toLocaleOf } from './remark-sxs.ts'

/** Options of {@link remarkMicrosoft}. */
export interface RemarkMicrosoftOptions {
  /** Locale of the titles of alerts and other labels. Default: the one in which `remarkSxs` read the file, else `en-US`. */
  readonly locale?: LocaleOfFile
  /**
   * Folder that contains all documents; includes and code files are read from it only, and `~/` and `/` in their paths mean it, unless a
   * `docfx.json` is nearer. Default: `cwd` of the file.
   */
  readonly root?: string
}

/** Translates a label in the locale of a file. */
type Label = (key: string, values?: Record<string, unknown>) => string

/** The tags at the start of a unit's first side, and everything after that side. */
const UNIT_TAGS = /<span\b[^>]*>|<\/span>.*$/gs

const translator = memoize((_: 'built-in') => createTranslate(readLocales()).translate)
const resolverOf = memoize((root: string) => createResolver(root))

/**
 * unified plugin for Microsoft's Markdown: alerts (`> [!NOTE]`), includes, code files, tabs and `:::` containers, images and code. The nodes
 * become the elements that `lockstep build` makes of them, such as `<div class="alert alert-note">` with a title in the document's language.
 *
 * Use it after `remarkSxs`, or without it for monolingual documents. Includes that cannot be read leave a note in the text and a message on the
 * file (`include-missing`). Anchors before the text of headings become their ids. `lockstep-docs/unified.css` has styles; there is no script, so
 * the tabs of a group stand below each other.
 *
 * @example
 * ```ts
 * unified()
 *   .use(remarkParse)
 *   .use(remarkSxs, { locale: 'fr-FR' })
 *   .use(remarkMicrosoft, { root: 'docs' })
 *   .use(remarkRehype)
 *   .use(rehypeStringify)
 * ```
 * @throws `Error` if there is no parser yet, `RangeError` if the locale is not a BCP 47 tag.
 */
export function remarkMicrosoft(
  this: HostProcessor,
  options: Readonly<RemarkMicrosoftOptions> = {},
): undefined {
  const { parser } = this
  if (!parser) throw new Error('Cannot `use` remarkMicrosoft before a parser: put it after remark-parse')
  const localeOf = options.locale === undefined ? undefined : toLocaleOf(options.locale)
  remarkTripleColon.call(this as unknown as Processor)
  const included = new IncludedFiles((file) => this.parse(file) as Root)

  this.parser = (text: string, file: VFile) => {
    const tree = parser(text, file) as Root
    const root = resolvePath(file.cwd, options.root ?? '')
    const path = file.path ? toPosix(relative(root, resolvePath(file.cwd, file.path))) : undefined
    const codec = new SlotCodec(text)
    const includes = included.of(file, { path, codec, resolve: resolverOf(root) })
    const context = {
      text,
      // Positions are those of the bilingual text, where a unit has two sides.
      written: (start: number, end: number) => text.slice(start, end).replace(UNIT_TAGS, ''),
      holds: { inline: true, tabs: true },
      sourceText: (value: string) => value,
      include: includes.include,
      code: includes.code,
    }
    for (const transform of microsoftTransforms) transform(tree, context)
    addHeadingIds(tree)
    const locale = localeOf?.(file) ?? localesRead.get(file) ?? 'en-US'
    addLabels(tree, (key, values) => translator('built-in')(locale, key, values))
    includes.insert(tree)
    return tree
  }
}

/** Adds the labels that a reader needs to know what an element is. */
function addLabels(tree: Root, label: Label): void {
  visit(tree, (node: Nodes) => {
    const { hProperties: properties } = (node.data ?? {}) as { readonly hProperties?: Properties }
    if (!properties || !('children' in node)) return
    const { dataAlert, dataZone, dataMoniker, dataMissing } = properties
    if (typeof dataAlert === 'string') {
      properties.role = 'note'
      title(node as Blockquote, 'alert-title', label(`alert.${dataAlert}`))
    }
    if (dataZone) title(node as Blockquote, 'container-label', label('page.zone', { name: dataZone }))
    if (dataMoniker)
      title(node as Blockquote, 'container-label', label('page.moniker', { name: dataMoniker }))
    if (typeof dataMissing === 'string') labelMissing(node as Paragraph, dataMissing, label)
  })
}

function title(node: Blockquote, className: string, value: string): void {
  const data = { hProperties: { className: [className] } }
  node.children.unshift({ type: 'paragraph', children: [{ type: 'text', value }], data })
}

/** Labels missing content; within a line the label is short and inside the brackets around the name. */
function labelMissing(node: Paragraph, kind: string, label: Label): void {
  const [first] = node.children
  const isInline = node.data?.hName === 'span' && first?.type === 'text'
  const value = `${label(isInline ? 'missing.inline' : `missing.${kind}`)} `
  if (isInline) first.value += value
  else node.children.unshift({ type: 'text', value })
}
