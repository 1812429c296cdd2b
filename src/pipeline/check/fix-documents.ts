import type { VFile } from 'vfile'
import { addMessage } from '../../model/findings/add-message.ts'
import type { Input } from '../../read/input.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { rewriteInput } from '../../write/rewrite-input.ts'
import type { Member, ParsedDocument, Recheck } from '../document/parsed-document.ts'
import type { FixedFile } from '../options.ts'
import { diffOf } from './diff-of.ts'
import { repairTexts } from './repair-texts.ts'

/**
 * Repairs findings with exactly one right answer in the inputs; no other byte changes.
 *
 * @param mode `write` changes the files and removes the repaired findings from the messages; `preview`
 * changes nothing.
 * @param isWanted whether an input may change.
 * @returns a function to call with each document while its text is in memory, and the repairs so far.
 */
export function createFixer(
  mode: 'write' | 'preview',
  isWanted: (input: Input) => boolean,
): {
  readonly visit: (parsed: ParsedDocument, recheck: Recheck) => void
  readonly fixed: () => readonly FixedFile[]
} {
  const fixed: FixedFile[] = []

  function visit({ members }: ParsedDocument, recheck: Recheck): void {
    const wanted = members.filter((member) => isWanted(member.input) && hasFix(member))
    if (wanted.length === 0) return
    const documents = members.map(({ input, file }) => ({
      input,
      text: String(file),
      messages: file.messages,
      isOpen: isWanted(input) && isClean(file),
    }))
    const { texts, counts, messages } = repairTexts(documents, recheck)
    for (const { input, file } of members) {
      const text = texts.get(input)
      if (text !== undefined && !take(input, file, text, counts.get(input) ?? 0)) continue
      if (mode === 'write' && texts.size > 0) file.messages = [...messages.get(input)!]
    }
    for (const { file } of wanted.filter((member) => hasFix(member) && !isClean(member.file)))
      report(file, 'it is not clean UTF-8, and other bytes would change as well')
  }

  /** Writes a repaired text to its file; returns whether that worked. */
  function take({ absolute }: Input, file: VFile, text: string, count: number): boolean {
    const before = String(file)
    try {
      if (mode === 'write' && !rewriteInput(absolute, before, text)) {
        report(file, 'it changed during the check')
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

/** Whether the file can be written without changing other bytes. */
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
