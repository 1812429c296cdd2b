import type { BilingualDocument } from '../model/document.ts'
import type { MultilingualDocument } from '../model/multilingual.ts'
import { DATA, type OutputFile, outputPath } from './context.ts'

/** The model as JSON: reading it back gives the model. The keys keep the order that the parser gives them. */
export function renderJson(document: BilingualDocument | MultilingualDocument): OutputFile {
  return { path: outputPath(DATA, document.path, '.json'), content: `${JSON.stringify(document)}\n` }
}
