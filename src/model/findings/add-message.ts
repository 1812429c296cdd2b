import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'

/** What {@link addMessage} says. */
export interface MessageFields {
  /** Kebab-case name of the kind of problem. */
  readonly ruleId: string
  readonly severity: 'error' | 'warning' | 'info'
  /** What is wrong, one sentence. */
  readonly reason: string
  /** Where, in the file; absent if it is about the whole file. */
  readonly place?: Point | Position | undefined
  /** What to do, in one or two sentences. */
  readonly note?: string
  /** The error that it comes from. */
  readonly cause?: Error
}

/** Adds a message of Lockstep's own to a file. */
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
