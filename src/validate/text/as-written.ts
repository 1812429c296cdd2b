import type { Segment } from '../../model/unit.ts'

/** Returns a segment with the content of its markup as written, before any repair: for rules about markup. */
export function asWritten(segment: Segment): Segment {
  const { written, ...rest } = segment
  if (!written) return segment
  const { content: _content, ...shown } = rest
  return { ...shown, ...written }
}
