import type { VFile } from 'vfile'
import { addMessage } from '../model/add-message.ts'
import { applyFixes, type Fix } from '../model/fix.ts'
import { lineDiff } from '../util/line-diff.ts'
import { reasonOf } from '../util/reason-of.ts'
import { rewriteInput } from '../write/rewrite-input.ts'
import type { FixedFile } from './options.ts'
import type { Member, Visited } from './visited.ts'

/**
 * Repairs what has exactly one right answer, in the inputs: as many characters as the findings tell, and not one other byte.
 *
 * @param mode `write`: the files are changed and the findings repaired are no messages any more; `preview`: nothing is changed.
 * @returns what to call for each document while its text is at hand, and what was repaired so far.
 */
export function createFixer(mode: 'write' | 'preview'): {
  readonly visit: (visited: Visited) => void
  readonly fixed: () => readonly FixedFile[]
} {
  const fixed: FixedFile[] = []

  function fixMember({ file, input }: Member): void {
    const fixes = file.messages.flatMap(({ fix }) => fix ?? [])
    if (fixes.length === 0) return
    if (file.messages.some(({ ruleId }) => ruleId === 'input-encoding')) {
      report(file, 'it is not clean UTF-8, and other bytes would change as well')
      return
    }
    const before = String(file)
    const { text, applied } = applyFixes(before, fixes)
    if (applied.length === 0) return
    try {
      if (mode === 'write' && !rewriteInput(input.absolute, before, text)) {
        report(file, 'it was changed while it was checked')
        return
      }
    } catch (error) {
      report(file, reasonOf(error))
      return
    }
    fixed.push({ path: file.path, count: applied.length, diff: lineDiff(file.path, before, text) })
    if (mode === 'write') dropFixed(file, applied)
  }

  return { visit: ({ members }) => members.forEach(fixMember), fixed: () => fixed }
}

function report(file: VFile, reason: string): void {
  addMessage(file, {
    ruleId: 'fix-failed',
    severity: 'warning',
    reason: `This file could not be repaired: ${reason}`,
  })
}

/** Takes out the messages of what was repaired, also those that wanted the same. */
function dropFixed(file: VFile, applied: readonly Fix[]): void {
  const names = new Set(applied.map(nameOf))
  file.messages = file.messages.filter(({ fix }) => !fix || !names.has(nameOf(fix)))
}

function nameOf({ place, text }: Fix): string {
  return `${place.start.offset}-${place.end.offset} ${text}`
}
