import { extname } from 'node:path'
import type { GlossaryEntry } from '../../model/glossary.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { UserError } from '../../util/user-error.ts'
import { MOST_BYTES, readText } from '../files/read-bytes.ts'
import { parseCsvGlossary } from './parse-csv-glossary.ts'
import { parseTbx } from './parse-tbx.ts'

/**
 * Reads a glossary: CSV (`.csv`) or TBX (`.tbx`, `.xml`).
 *
 * @param sourceLocale BCP 47 tag of the source side.
 * @throws {UserError} if it cannot be read or contains no term.
 */
export function readGlossary(path: string, sourceLocale = 'en-US'): readonly GlossaryEntry[] {
  const text = textOf(path)
  const isTbx = /^\.(?:tbx|xml)$/i.test(extname(path)) || /^\s*<(?:\?xml|martif|tbx)\b/i.test(text)
  let entries: readonly GlossaryEntry[]
  try {
    entries = isTbx ? parseTbx(text, sourceLocale) : parseCsvGlossary(text)
  } catch (error) {
    const reason = error instanceof RangeError ? 'its elements are nested too deeply' : reasonOf(error)
    throw new UserError(`The glossary ${path} cannot be read: ${reason}`)
  }
  if (entries.length > 0) return entries
  throw new UserError(
    `Unexpected glossary ${path} without terms, expected ${isTbx ? `terms in the language of ${sourceLocale} and in others` : 'lines of `source,target,options`'}`,
    'See the page of the rule `glossary` for the formats.',
  )
}

function textOf(path: string): string {
  try {
    return readText(path, { most: MOST_BYTES.list })
  } catch (error) {
    throw new UserError(
      `The glossary ${path} cannot be read: ${reasonOf(error)}`,
      'Correct `file` of the rule `glossary`.',
    )
  }
}
