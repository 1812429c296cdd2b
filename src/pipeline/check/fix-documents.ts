import { createPatch, FILE_HEADERS_ONLY } from 'diff'
import type { VFile } from 'vfile'
import { addMessage } from '../../model/findings/add-message.ts'
import type { Input } from '../../read/input.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { rewriteInput } from '../../write/rewrite-input.ts'
import type { Member, ParsedDocument, Recheck } from '../document/parsed-document.ts'
import type { FixedFile } from '../options.ts'
import { repairTexts } from './repair-texts.ts'

/**
 * Repairs what has exactly one right answer, in the inputs: as many characters as the findings tell, and not one other byte.
 *
 * @param mode `write`: the files are changed and the findings repaired are no messages any more; `preview`: nothing is changed.
 * @returns what to call for each document while its text is at hand, and what was repaired so far.
 */
export function createFixer(mode: 'write' | 'preview'): {
  readonly visit: (parsed: ParsedDocument, recheck: Recheck) => void
  readonly fixed: () => readonly FixedFile[]
} {
  const fixed: FixedFile[] = []

  function visit({ members }: ParsedDocument, recheck: Recheck): void {
    if (!members.some(hasFix)) return
    const documents = members.map(({ input, file }) => ({
      input,
      text: String(file),
      messages: file.messages,
      isOpen: isClean(file),
    }))
    const { texts, counts, messages } = repairTexts(documents, recheck)
    for (const { input, file } of members) {
      const text = texts.get(input)
      if (text !== undefined && !take(input, file, text, counts.get(input) ?? 0)) continue
      if (mode === 'write' && texts.size > 0) file.messages = [...messages.get(input)!]
    }
    for (const { file } of members.filter((member) => hasFix(member) && !isClean(member.file)))
      report(file, 'it is not clean UTF-8, and other bytes would change as well')
  }

  /** Puts a repaired text into its file; gives back whether that worked. */
  function take({ absolute }: Input, file: VFile, text: string, count: number): boolean {
    const before = String(file)
    try {
      if (mode === 'write' && !rewriteInput(absolute, before, text)) {
        report(file, 'it was changed while it was checked')
        return false
      }
    } catch (error) {
      report(file, reasonOf(error))
      return false
    }
    fixed.push({ path: file.path, count, diff: diffOf(file.path, before, text) })
    return true
  }

  return { visit, fixed: () => fixed }
}

function hasFix({ file }: Member): boolean {
  return file.messages.some(({ fix }) => fix)
}

/** Whether a file can be written with no other byte changed. */
function isClean({ messages }: VFile): boolean {
  return !messages.some(({ ruleId }) => ruleId === 'input-encoding')
}

function report(file: VFile, reason: string): void {
  addMessage(file, {
    ruleId: 'fix-failed',
    severity: 'warning',
    reason: `This file could not be repaired: ${reason}`,
  })
}

/** What changed in a file as a unified diff. */
function diffOf(path: string, before: string, after: string): string {
  return createPatch(path, before, after, undefined, undefined, {
    context: 2,
    headerOptions: FILE_HEADERS_ONLY,
  })
}
