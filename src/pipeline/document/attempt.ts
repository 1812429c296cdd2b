import type { VFile } from 'vfile'
import { addMessage } from '../../model/findings/add-message.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { StopError } from '../../util/stop-error.ts'

/**
 * Runs an action on a document; if it throws, the document gets a message and the others continue.
 *
 * @param what completes “This document could not be …”.
 * @throws {StopError} if the others would fail as well.
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
