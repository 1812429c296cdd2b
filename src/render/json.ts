import type { BilingualDocument } from '../model/document.ts'
import type { MultilingualDocument } from '../model/multilingual.ts'
import { DATA, type OutputFile, outputPath } from './context.ts'

/** Renders the model as JSON, with keys in the parser's order; parsing it returns the model. */
export function renderJson(document: BilingualDocument | MultilingualDocument): OutputFile {
  return { path: outputPath(DATA, document.path, '.json'), content: `${JSON.stringify(document)}\n` }
}
