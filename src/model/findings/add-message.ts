import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'

/** Fields for {@link addMessage}. */
export interface MessageFields {
  /** Kebab-case name of the kind of problem. */
  readonly ruleId: string
  readonly severity: 'error' | 'warning' | 'info'
  /** The problem in one sentence. */
  readonly reason: string
  /** Place in the file; absent if the message is about the whole file. */
  readonly place?: Point | Position | undefined
  /** How to fix it, in one or two sentences. */
  readonly note?: string
  /** The underlying error. */
  readonly cause?: Error
}

/** Adds a message with the source `lockstep` to a file. */
export function addMessage(file: VFile, fields: MessageFields): void {
  const message = file.message(fields.reason, {
    ruleId: fields.ruleId,
    source: 'lockstep',
    place: fields.place,
    cause: fields.cause,
  })
  message.fatal = fields.severity === 'error' ? true : fields.severity === 'warning' ? false : undefined
  if (fields.note !== undefined) message.note = fields.note
}
