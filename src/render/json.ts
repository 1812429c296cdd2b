import type { BilingualDocument } from '../model/document.ts'
import { type OutputFile, stem } from './context.ts'

/** Folder of the models below the output folder. */
const DATA = 'data'

/** The model as JSON: reading it back gives the model. The keys keep the order that the parser gives them. */
export function renderJson(document: BilingualDocument): OutputFile {
  return { path: `${DATA}/${stem(document.path)}.json`, content: `${JSON.stringify(document, null, 1)}\n` }
}
