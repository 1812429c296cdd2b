/**
 * Changes the starts of HTML comments that do not end, so that a pattern for comments does not look for their ends, which takes quadratic time.
 * All offsets stay.
 */
export function withoutOpenComments(html: string): string {
  if (!html.includes('<!--')) return html
  const end = html.lastIndexOf('-->') + 1
  return html.slice(0, end) + html.slice(end).replaceAll('<!--', '<\uFFFC--')
}
