/** Runbooks as JSON, for other programs. */
import type { ElementContent } from 'hast'
import { nodeToJson } from '../model/json/to-json.ts'
import type { NodeJson } from '../model/json/types.ts'
import type { Runbook } from './types.ts'

/** A runbook as JSON: its texts are written as in the JSON of its document, whose units fill the slots. */
export interface RunbookJson extends Runbook<readonly NodeJson[]> {
  /** Path of the input that it is derived from, relative to its root. */
  readonly path: string
}

/** Makes a runbook JSON. */
export function runbookToJson(runbook: Runbook, path: string): RunbookJson {
  return { path, ...(leanOf(runbook) as Runbook<readonly NodeJson[]>) }
}

function leanOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(leanOf)
  if (typeof value !== 'object' || value === null) return value
  return isNode(value)
    ? nodeToJson(value)
    : Object.fromEntries(Object.entries(value).map(([name, each]) => [name, leanOf(each)]))
}

/** No part of a runbook has the type of a node. */
function isNode(value: object): value is ElementContent {
  return 'type' in value && ['element', 'text', 'slot'].includes(String(value.type))
}
