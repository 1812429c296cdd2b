import type { Segment } from '../../model/unit.ts'

/** A segment as its markup is written, where what is shown is a mended form of it: for rules about the markup. */
export function asWritten(segment: Segment): Segment {
  const { written, ...rest } = segment
  if (!written) return segment
  const { content: _content, ...shown } = rest
  return { ...shown, ...written }
}
