import type { VFile } from 'vfile'
import type { BilingualDocument } from '../model/document.ts'
import { DocumentReader } from './document-reader.ts'
import type { ParseOptions } from './parse-options.ts'

/**
 * Reads a bilingual document into its model. Never throws on content: what is missing, doubled or damaged is in the model.
 *
 * @param file the input, its text in `value`; its path's ending says whether it is HTML (`.html`, `.htm`) or Markdown.
 */
export function parseDocument(file: VFile, options: ParseOptions): BilingualDocument {
  return new DocumentReader(String(file), options, []).read()
}
