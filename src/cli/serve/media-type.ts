import mime from 'mime'

/** Media type of a path, as hosts send it. */
export function mediaTypeOf(path: string): string {
  const type = mime.getType(path) ?? (/(?:^|\/)_\w+$/.test(path) ? 'text/plain' : 'application/octet-stream')
  return /^text\/|[/+](?:json|xml|javascript)$/.test(type) ? `${type}; charset=utf-8` : type
}
