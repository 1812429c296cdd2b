import type { VFile } from 'vfile'
import { addMessage } from '../../model/findings/add-message.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { StopError } from '../../util/stop-error.ts'

/**
 * Does something with a document; if that fails, the document gets a message and the others go on.
 *
 * @throws {StopError} where the others would fail as well.
 * @param what completes “This document could not be …”.
 */
export function attempt(file: VFile, what: string, action: () => void): void {
  try {
    action()
  } catch (error) {
    if (error instanceof StopError) throw error
    addMessage(file, {
      ruleId: 'document-failed',
      severity: 'error',
      reason: `This document could not be ${what}: ${reasonOf(error)}`,
      ...(error instanceof Error && { cause: error }),
    })
  }
}
