import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { addMessage } from '../../model/findings/add-message.ts'
import { type ReadFileOptions, readFile } from '../../read/files/read-file.ts'
import { countOf } from '../../util/count-of.ts'
import type { PrintJob } from './print-job.ts'

/** Most characters that one message names. */
const MOST_NAMED = 8

/** Tells documents which of their characters no font has. */
export interface GlyphReport {
  /**
   * Adds a message to each document of a printed page that holds some of the characters; to the page itself for those that no document
   * holds as they are (the page may show them for a reference such as `&#xE000;`). Each document is told of a character once.
   */
  report(job: PrintJob, characters: readonly string[]): Promise<void>
}

/** @param options how the documents were read. */
export function createGlyphReport(options: ReadFileOptions): GlyphReport {
  const told = new Map<VFile, Set<string>>()

  async function report(job: PrintJob, characters: readonly string[]): Promise<void> {
    const left = new Set(characters)
    for (const { input, file } of job.documents) {
      // Documents are not kept in memory, and this is rare.
      const text = String(readFile(input, options).value ?? '')
      const own = characters.filter((character) => text.includes(character))
      for (const character of own) left.delete(character)
      tell(file, own, text)
    }
    tell(job.file, [...left])
  }

  function tell(file: VFile, characters: readonly string[], text?: string): void {
    const known = told.get(file) ?? new Set()
    told.set(file, known)
    const news = characters.filter((character) => !known.has(character))
    if (news.length === 0) return
    for (const character of news) known.add(character)
    addMessage(file, {
      ruleId: 'glyph-missing',
      severity: 'warning',
      reason: `No font on this machine has ${listOf(news)}, so paper shows a box instead`,
      place: text === undefined ? undefined : location(text).toPoint(text.indexOf(news[0]!)),
      note: 'Install a font that has what is missing (those of the Noto family have most scripts), or take the character out.',
    })
  }

  return { report }
}

/** Characters with their names in Unicode (`“漢” (U+6F22)`), the first few one by one. */
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
