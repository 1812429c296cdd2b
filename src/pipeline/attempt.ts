import type { VFile } from 'vfile'
import { addMessage } from '../model/add-message.ts'
import { reasonOf } from '../util/reason-of.ts'

/**
 * Does something with a document; if that fails, the document gets a message and the others go on.
 *
 * @param what completes “This document could not be …”.
 */
export function attempt(file: VFile, what: string, action: () => void): void {
  try {
    action()
  } catch (error) {
    addMessage(file, {
      ruleId: 'document-failed',
      severity: 'error',
      reason: `This document could not be ${what}: ${reasonOf(error)}`,
      ...(error instanceof Error && { cause: error }),
    })
  }
}
