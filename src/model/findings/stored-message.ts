import type { Position } from 'unist'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { withoutStackTraces } from '../../util/without-stack-traces.ts'
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
  /** Path, as in messages. */
  readonly path: string
  readonly messages: readonly StoredMessage[]
}

/** Fields that the constructor of a message derives, or that are stored separately. */
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

/** Converts a file's messages to plain data. */
export function storeFile({ path, messages }: VFile): StoredFile {
  return { path, messages: messages.map(storeMessage) }
}

/** Converts a message to plain data. */
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

/** Restores a file with its messages but without its text. */
export function restoreFile({ path, messages }: StoredFile, cwd: string): VFile {
  const file = new VFile({ path, cwd })
  // A list that has grown has room for more, which many files would have for nothing.
  file.history = [...file.history]
  if (messages.length === 0) return file
  withoutStackTraces(() => {
    for (const stored of messages) restoreMessage(file, stored)
  })
  return file
}

function restoreMessage(file: VFile, { reason, fields, place, cause }: StoredMessage): void {
  const message = file.message(reason, {
    place,
    cause: cause && new VFileMessage(cause.reason, { place: cause.place, source: 'lockstep' }),
  })
  // A hint has `fatal: undefined`, which is the same as absent in plain data.
  message.fatal = undefined
  Object.assign(message, fields)
}

/**
 * Restores a file with the messages that the checks across documents added later, sorted by place as those
 * checks do.
 */
export function restoreChecked(file: StoredFile, later: readonly StoredMessage[], cwd: string): VFile {
  if (later.length === 0) return restoreFile(file, cwd)
  const restored = restoreFile({ ...file, messages: [...file.messages, ...later] }, cwd)
  restored.messages.sort(byPlace)
  return restored
}
