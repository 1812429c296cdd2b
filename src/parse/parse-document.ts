import type { VFile } from 'vfile'
import { work } from '../model/build/work.ts'
import type { BilingualDocument } from '../model/document.ts'
import { takeApart } from './document-text.ts'
import { usesFormulas } from './formulas/uses-formulas.ts'
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

/** The options of a document: those with formulas need another parser, for their includes as well. */
function withFormulas(options: ParseOptions, input: string): ParseOptions {
  if (usesFormulas(input, options.formulas)) return { ...options, parser: 'formulas', formulas: true }
  return options.parser === 'formulas' ? { ...options, parser: 'native' } : options
}

/** Reads a text; `including` are the paths of the documents that include it, outermost first. */
export function readDocument(
  input: string,
  given: ParseOptions,
  including: readonly string[] = [],
  budget = new IncludeBudget(),
): BilingualDocument {
  work.documents++
  const options = withFormulas(given, input)
  const simplifications = new Simplifications()
  const text = takeApart(input, (place) => simplifications.add('units', place))
  const references = new References(options, including, budget, text.codec, readDocument)
  const source = { options, text, references, simplifications }
  return /\.html?$/i.test(options.path)
    ? toDocument(source, readHtml(source), 'html')
    : toDocument(source, readMarkdown(source), 'markdown')
}
