import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { addMessage } from '../../model/findings/add-message.ts'
import { type ReadFileOptions, readFile } from '../../read/files/read-file.ts'
import { countOf } from '../../util/count-of.ts'
import type { PrintJob } from './print-job.ts'

/** Maximum number of characters that one message lists. */
const MOST_NAMED = 8

/** Reports characters that no installed font has. */
export interface GlyphReport {
  /**
   * Adds a message to each document on a printed page that contains some of the characters. Characters that
   * no document contains literally (the page may show them for a reference such as `&#xE000;`) become a
   * message on the page itself. Each document gets one message per character.
   */
  report(job: PrintJob, characters: readonly string[]): Promise<void>
}

/**
 * Makes a report.
 *
 * @param options the documents were read with.
 */
export function createGlyphReport(options: ReadFileOptions): GlyphReport {
  const reported = new Map<VFile, Set<string>>()

  async function report(job: PrintJob, characters: readonly string[]): Promise<void> {
    const left = new Set(characters)
    for (const { input, file } of job.documents) {
      // Documents are not in memory any more, and this is rare.
      const text = String(readFile(input, options).value ?? '')
      const own = characters.filter((character) => text.includes(character))
      for (const character of own) left.delete(character)
      add(file, own, text)
    }
    add(job.file, [...left])
  }

  function add(file: VFile, characters: readonly string[], text?: string): void {
    const known = reported.get(file) ?? new Set()
    reported.set(file, known)
    const added = characters.filter((character) => !known.has(character))
    if (added.length === 0) return
    for (const character of added) known.add(character)
    addMessage(file, {
      ruleId: 'glyph-missing',
      severity: 'warning',
      reason: `No font on this machine has ${listOf(added)}, so paper shows a box instead`,
      place: text === undefined ? undefined : location(text).toPoint(text.indexOf(added[0]!)),
      note: 'Install a font with these characters (the Noto fonts cover most scripts), or remove them.',
    })
  }

  return { report }
}

/**
 * Lists characters with their code points (`“漢” (U+6F22)`), at most {@link MOST_NAMED}, and counts the rest.
 */
function listOf(characters: readonly string[]): string {
  const named = characters
    .slice(0, MOST_NAMED)
    .map((character) => `“${character}” (U+${codeOf(character)})`)
    .join(', ')
  const others = characters.length - MOST_NAMED
  return others > 0 ? `${named} and ${countOf(others, 'other character')}` : named
}

function codeOf(character: string): string {
  return character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
}
