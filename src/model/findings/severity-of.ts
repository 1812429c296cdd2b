import type { VFileMessage } from 'vfile-message'

/** Severity of a message. */
export type MessageSeverity = 'error' | 'warning' | 'info'

/** The severity of a message (`fatal`: `true` error, `false` warning, else information). */
export function severityOf(message: VFileMessage): MessageSeverity {
  return message.fatal ? 'error' : message.fatal === false ? 'warning' : 'info'
}
