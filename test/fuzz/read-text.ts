import { VFile } from 'vfile'
import type { BilingualDocument } from '../../src/model/document.ts'
import { storeFile } from '../../src/model/findings/stored-message.ts'
import type { MarkdownParser } from '../../src/parse/markdown/parse-markdown.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { runRules } from '../../src/validate/engine/run-rules.ts'
import { rules } from '../../src/validate/rules/index.ts'

/** All rules, those too that are off by default. */
const ALL_ON = Object.fromEntries(rules.map(({ id }) => [id, 'warning'] as const))

/** What the library makes of a text: the model, and what all rules say of it. */
export interface Reading {
  readonly document: BilingualDocument
  readonly file: VFile
  /** All of it as text. */
  readonly told: string
}

/** Reads a text and runs all rules. */
export function readText(text: string, parser: MarkdownParser, path = 'a/b.md'): Reading {
  const file = new VFile({ path, value: text })
  const document = parseDocument(file, { path, parser })
  runRules(document, file, { settings: ALL_ON })
  const messages = storeFile(file).messages
  return { document, file, told: JSON.stringify({ document, messages }, null, 1) }
}

/** The first lines in which two texts differ; `undefined` if they are equal. */
export function differenceOf(one: string, other: string): string | undefined {
  if (one === other) return undefined
  const [left, right] = [one.split('\n'), other.split('\n')]
  const at = left.findIndex((line, index) => line !== right[index])
  const from = Math.max(0, at - 6)
  return `${left.slice(from, at + 4).join('\n')}\n--- but:\n${right.slice(from, at + 4).join('\n')}`
}
