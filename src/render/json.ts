import type { BilingualDocument } from '../model/document.ts'
import { toJson } from '../model/json/to-json.ts'
import type { MultilingualDocument } from '../model/multilingual.ts'
import { runbookToJson } from '../runbook/to-json.ts'
import type { Runbook } from '../runbook/types.ts'
import { DATA, type OutputFile, outputPath } from './context.ts'

/** The runbook of a document as JSON: `data/<path>.runbook.json`. */
export function renderRunbookJson({ path }: BilingualDocument, runbook: Runbook): OutputFile {
  return {
    path: outputPath(DATA, path, '.runbook.json'),
    content: `${JSON.stringify(runbookToJson(runbook, path))}\n`,
  }
}

/** The model as JSON, which `fromJson` converts back. */
export function renderJson(document: BilingualDocument | MultilingualDocument): OutputFile {
  return { path: outputPath(DATA, document.path, '.json'), content: `${JSON.stringify(toJson(document))}\n` }
}
