import { createHash } from 'node:crypto'
import type { VFileMessage } from 'vfile-message'
import type {} from '../model/findings/message.ts'

/** Ids of units (`62b5c-113`, `62b5c-p101`, `62b5c-113~2`), which change with every hand-off. */
const UNIT_ID = /\b[0-9a-f]{5}-p?\d+(?:~\d+)?/g

/** The parts of a finding that stay the same as long as its texts do. */
export interface FingerprintParts {
  readonly ruleId: string
  readonly source: string
  readonly target: string
}

/** Short hash of a rule and the texts of its finding. */
export function fingerprint({ ruleId, source, target }: FingerprintParts): string {
  return hash([ruleId, source, target])
}

/**
 * Fingerprint of a message: its own, else one of its rule and segments, else one of its path, rule and reason
 * without unit ids.
 */
export function fingerprintOf(message: VFileMessage, path: string): string {
  const ruleId = message.ruleId ?? ''
  if (message.fingerprint) return message.fingerprint
  if (message.segments) return fingerprint({ ruleId, ...message.segments })
  return hash([ruleId, path, message.reason.replace(UNIT_ID, '')])
}

/**
 * Fingerprints of findings, in order, each with its number among equal ones of its file (`2b0c…:2`): a document can contain the
 * same segment, with the same problem, several times.
 */
export function numberedFingerprints(
  findings: readonly { readonly path: string; readonly message: VFileMessage }[],
): readonly string[] {
  const seen = new Map<string, number>()
  return findings.map(({ path, message }) => {
    const hash = fingerprintOf(message, path)
    const place = `${path}\n${hash}`
    const number = (seen.get(place) ?? 0) + 1
    seen.set(place, number)
    return `${hash}:${number}`
  })
}

/** 64 bits suffice: among a million findings, two collide by chance once in 37 million runs. */
function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
