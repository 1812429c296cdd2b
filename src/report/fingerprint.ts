import { createHash } from 'node:crypto'
import type { VFileMessage } from 'vfile-message'
import type {} from '../model/findings/message.ts'

/** Ids of units (`62b5c-113`, `62b5c-p101`, `62b5c-113~2`), which change with every hand-off. */
const UNIT_ID = /\b[0-9a-f]{5}-p?\d+(?:~\d+)?/g

/** What stays the same of a finding as long as the texts that it is about do. */
export interface FingerprintParts {
  readonly ruleId: string
  readonly source: string
  readonly target: string
}

/** A short hash of a rule and the texts that it found something in. */
export function fingerprint({ ruleId, source, target }: FingerprintParts): string {
  return hash([ruleId, source, target])
}

/**
 * The fingerprint of a message: the one that it carries, else that of its rule and segments, else of the path, the rule and the
 * reason without ids of units.
 */
export function fingerprintOf(message: VFileMessage, path: string): string {
  const ruleId = message.ruleId ?? ''
  if (message.fingerprint) return message.fingerprint
  if (message.segments) return fingerprint({ ruleId, ...message.segments })
  return hash([ruleId, path, message.reason.replace(UNIT_ID, '')])
}

/** 64 bits are enough: among a million findings two are the same by chance once in 37 million runs. */
function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
