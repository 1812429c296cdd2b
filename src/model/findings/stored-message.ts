import type { Position } from 'unist'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { byPlace } from './by-place.ts'

/** A message as plain data. */
export interface StoredMessage {
  readonly reason: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly place?: Position | Position['start']
  readonly cause?: { readonly reason: string; readonly place?: Position | Position['start'] }
}

/** A file and its messages as plain data. */
export interface StoredFile {
  /** As messages name it. */
  readonly path: string
  readonly messages: readonly StoredMessage[]
}

/** What the constructor of a message derives or what is stored by itself. */
const NOT_STORED = new Set([
  'reason',
  'place',
  'cause',
  'message',
  'name',
  'file',
  'stack',
  'line',
  'column',
  'ancestors',
])

/** Makes plain data of a file's messages. */
export function storeFile({ path, messages }: VFile): StoredFile {
  return { path, messages: messages.map(storeMessage) }
}

/** Makes plain data of a message. */
export function storeMessage(message: VFileMessage): StoredMessage {
  const { reason, place, cause } = message
  const own = Object.entries(message).filter(([name]) => !NOT_STORED.has(name))
  return {
    reason,
    fields: Object.fromEntries(own.filter(([, value]) => value !== undefined)),
    ...(place && { place }),
    ...(cause instanceof Error && { cause: storeCause(cause) }),
  }
}

function storeCause(cause: Error): NonNullable<StoredMessage['cause']> {
  const place = 'place' in cause ? (cause.place as Position | undefined) : undefined
  return { reason: cause.message, ...(place && { place }) }
}

/** Makes the file again, without its text. */
export function restoreFile({ path, messages }: StoredFile, cwd: string): VFile {
  const file = new VFile({ path, cwd })
  if (messages.length === 0) return file
  // Messages are errors, which note where in the program they were made: that takes longer than all else, and says nothing here.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    for (const stored of messages) restoreMessage(file, stored)
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
  return file
}

function restoreMessage(file: VFile, { reason, fields, place, cause }: StoredMessage): void {
  const message = file.message(reason, {
    place,
    cause: cause && new VFileMessage(cause.reason, { place: cause.place, source: 'lockstep' }),
  })
  // A hint has none, which data cannot tell from one that was left out.
  message.fatal = undefined
  Object.assign(message, fields)
}

/** The same, with messages that were added later by the checks across documents, which put them in the order of their places. */
export function restoreChecked(file: StoredFile, later: readonly StoredMessage[], cwd: string): VFile {
  if (later.length === 0) return restoreFile(file, cwd)
  const restored = restoreFile({ ...file, messages: [...file.messages, ...later] }, cwd)
  restored.messages.sort(byPlace)
  return restored
}
