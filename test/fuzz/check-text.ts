import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { scanSxs } from '../../src/bitext/scan-sxs.ts'
import { takeWork } from '../../src/model/build/work.ts'
import { fromJson } from '../../src/model/json/from-json.ts'
import type { DocumentJson } from '../../src/model/json/types.ts'
import type { Side } from '../../src/model/unit.ts'
import { renderJson } from '../../src/render/json.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { renderPage } from '../../src/render/page/render-page.ts'
import { renderRunbooks } from '../../src/render/runbook/render-runbook.ts'
import { renderTables } from '../../src/render/tables/render-tables.ts'
import { deriveRunbook } from '../../src/runbook/derive-runbook.ts'
import { ruleCrashed } from '../../src/validate/engine/rule-url.ts'
import { makeContext } from '../render/fixtures.ts'
import { harmOf } from '../support/harm.ts'
import { differenceOf, readText } from './read-text.ts'

const SIDES: readonly Side[] = ['source', 'target']
/** Milliseconds of work that any text may take, and for each of its characters. */
const ALLOWANCE = { text: 4000, character: 2 }

const schema = readFileSync(new URL('../../schema/document.schema.json', import.meta.url), 'utf8')
const meetsSchema = new Ajv2020({ strict: false }).compile(JSON.parse(schema))
const context = makeContext({ bilingualRunbooks: 'under' })

/** How many texts were read by the native parser, and so compared with remark. */
export const readings = { native: 0 }

/**
 * Puts a text through the library in all ways.
 *
 * @returns the first promise that was broken; `undefined` if all hold.
 */
export function checkText(text: string, path = 'a/b.md'): string | undefined {
  const before = process.cpuUsage()
  try {
    return (
      checkScan(text) ?? checkReading(text, path) ?? checkTime(text, process.cpuUsage(before).user / 1000)
    )
  } catch (error) {
    return `throws ${error instanceof Error ? error.stack : String(error)}`
  }
}

function checkScan(text: string): string | undefined {
  const joined = scanSxs(text)
    .map(({ start, end }) => text.slice(start, end))
    .join('')
  return joined === text ? undefined : 'the pieces of the text are not the text'
}

function checkReading(text: string, path: string): string | undefined {
  takeWork()
  const native = readText(text, 'native', path)
  const { markdownNative, inlineNative } = takeWork()
  // Where remark has read all of it already, it would say the same again.
  if (markdownNative + inlineNative > 0) {
    readings.native++
    const difference = differenceOf(native.told, readText(text, 'remark', path).told)
    if (difference !== undefined) return `the parsers differ:\n${difference}`
  }
  const { document, file } = native
  const crash = file.messages.find(({ ruleId }) => ruleId === ruleCrashed)
  if (crash) return `a rule fails: ${crash.reason}`
  const data: unknown = JSON.parse(renderJson(document).content)
  if (!isDeepStrictEqual(fromJson(data as DocumentJson), document))
    return 'the JSON of the model is not the model'
  if (!meetsSchema(data)) return `the JSON does not meet its schema: ${JSON.stringify(meetsSchema.errors)}`
  const runbook = deriveRunbook(document)
  for (const side of SIDES) {
    renderMarkdown(document, side)
    const files = [
      renderPage(document, side, context),
      ...renderTables(document, side, context),
      ...renderRunbooks(document, side, context, runbook),
    ]
    for (const { path: name, content } of files) {
      const unsafe = name.endsWith('.html') ? harmOf(String(content)) : []
      if (unsafe.length > 0) return `unsafe HTML in ${name}: ${unsafe.join('; ')}`
    }
  }
  return undefined
}

function checkTime(text: string, milliseconds: number): string | undefined {
  const most = ALLOWANCE.text + ALLOWANCE.character * text.length
  return milliseconds > most ? `takes ${Math.round(milliseconds)} ms` : undefined
}
