import { encodeUrlPart } from './encode-url-part.ts'

/** Percent-encodes a path for a URL and keeps its `/`. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeUrlPart).join('/')
}
