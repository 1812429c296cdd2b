import type { VFile } from 'vfile'
import { work } from '../model/build/work.ts'
import type { BilingualDocument } from '../model/document.ts'
import { takeApart } from './document-text.ts'
import { IncludeBudget } from './microsoft/include-budget.ts'
import { References } from './microsoft/references.ts'
import type { ParseOptions } from './parse-options.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { Simplifications } from './simplifications.ts'
import { toDocument } from './to-document.ts'

/**
 * Reads a bilingual document into its model. Never throws on content: the model holds missing, doubled and damaged units.
 *
 * @param file the input, its text in `value`.
 * @param options their `path` decides the format: HTML for `.html` and `.htm`, else Markdown.
 */
export function parseDocument(file: VFile, options: ParseOptions): BilingualDocument {
  return readDocument(String(file), options)
}

/** Reads a text; `including` are the paths of the documents that include it, outermost first. */
export function readDocument(
  input: string,
  options: ParseOptions,
  including: readonly string[] = [],
  budget = new IncludeBudget(),
): BilingualDocument {
  work.documents++
  const simplifications = new Simplifications()
  const text = takeApart(input, (place) => simplifications.add('units', place))
  const references = new References(options, including, budget, text.codec, readDocument)
  const source = { options, text, references, simplifications }
  return /\.html?$/i.test(options.path)
    ? toDocument(source, readHtml(source), 'html')
    : toDocument(source, readMarkdown(source), 'markdown')
}
