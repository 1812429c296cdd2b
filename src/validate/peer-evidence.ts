import type { Peer } from '../model/multilingual.ts'
import type { Finding } from './engine/define-rule.ts'
import { enumerate } from './engine/quote.ts'

/** What the translations into other locales say of a finding: how bad it then is, and a sentence about it. */
export interface PeerEvidence {
  readonly severity?: Finding['severity'] & string
  readonly note?: string
}

/**
 * Takes other translations as witnesses. Where most of several differ from the source text in the same way, it is a hint: the source
 * text may be at fault. One witness alone proves nothing: both may come from the same machine.
 */
export function peerEvidence(peers: readonly Peer[], differsToo: (peer: Peer) => boolean): PeerEvidence {
  if (peers.length === 0) return {}
  const alike = peers.filter(differsToo)
  if (alike.length > 1 && alike.length * 2 > peers.length) {
    return {
      severity: 'info',
      note: `It differs in ${namesOf(alike)} as well: perhaps the source text is wrong.`,
    }
  }
  const kept = peers.filter((peer) => !alike.includes(peer))
  if (kept.length * 2 <= peers.length) return {}
  return { note: `It is kept in ${namesOf(kept)}.` }
}

function namesOf(peers: readonly Peer[]): string {
  return enumerate(peers.map(({ locale }) => `\`${locale}\``))
}
