import type { Node, Position } from 'unist'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { sideOfLocale } from './bitext/side-of-locale.ts'
import type { Side } from './model/unit.ts'
import { monolingualText } from './parse/monolingual-text.ts'
import { visit } from './util/tree/visit.ts'

/** The part of a unified processor that {@link remarkSxs} uses. */
export interface ParsingProcessor {
  /** Parses a text, which may be that of a file, to a tree. */
  parser?: ((text: string, file: VFile) => Node) | undefined
}

/** Options of {@link remarkSxs}. */
export interface RemarkSxsOptions {
  /** BCP 47 tag of the locale to read: the target's (`ms.contentlocale`) or the source's. */
  readonly locale: string
  /** BCP 47 tag of the source side. Default: `en-US`. */
  readonly sourceLocale?: string
}

/**
 * unified plugin that lets a remark pipeline read a bilingual (sxs) document in one locale.
 *
 * Use it after `remark-parse` or another parser: the parser receives the monolingual document, and its tree
 * gets the positions of the bilingual input. A document without units is read as is. If one side of a unit is
 * missing, the other one replaces it. For a locale that the document does not have, the plugin adds a message
 * to the file and reads the source side.
 *
 * @throws `Error` if there is no parser yet, `RangeError` if a locale is not a BCP 47 tag.
 */
export default function remarkSxs(this: ParsingProcessor, options: Readonly<RemarkSxsOptions>): undefined {
  const { parser } = this
  if (!parser) throw new Error('Cannot `use` remarkSxs before a parser: put it after remark-parse')
  const [locale] = Intl.getCanonicalLocales(options.locale)
  const [sourceLocale] = Intl.getCanonicalLocales(options.sourceLocale ?? 'en-US')
  this.parser = (text, file) => {
    const side = sideFor(text, file, locale!, sourceLocale!)
    const made = monolingualText(text, side)
    const tree = parser(made.text, file)
    if (made.text !== text) toInput(tree, text, (offset) => made.map.toInput(offset))
    return tree
  }
}

function sideFor(text: string, file: VFile, locale: string, sourceLocale: string): Side {
  const side = sideOfLocale(text, locale, sourceLocale)
  if (side) return side
  file.message(
    `Unexpected locale \`${locale}\`, expected the document's own or \`${sourceLocale}\`: its source side is read`,
    {
      ruleId: 'locale-missing',
      source: 'lockstep',
    },
  )
  return 'source'
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
