import type { BilingualDocument } from '../model/document.ts'
import { toJson } from '../model/json/to-json.ts'
import type { MultilingualDocument } from '../model/multilingual.ts'
import { DATA, type OutputFile, outputPath } from './context.ts'

/** The model as JSON: `fromJson` makes it the model again. */
export function renderJson(document: BilingualDocument | MultilingualDocument): OutputFile {
  return { path: outputPath(DATA, document.path, '.json'), content: `${JSON.stringify(toJson(document))}\n` }
}
