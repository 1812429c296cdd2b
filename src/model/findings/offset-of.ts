import type { VFileMessage } from 'vfile-message'

/** The offset in its file where a message starts; `undefined` if it is about the whole file. */
export function offsetOf({ place }: VFileMessage): number | undefined {
  if (!place) return undefined
  return 'start' in place ? place.start.offset : place.offset
}
