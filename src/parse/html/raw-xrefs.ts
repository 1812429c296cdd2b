const XREF = /<(xref:[^\s<>"]+)>/gi

/**
 * Raw HTML in which the links that Markdown writes `<xref:UID>` are elements: an HTML parser would take them for start tags, and fold
 * their case.
 */
export function withXrefs(html: string): string {
  return html.includes('<xref:') ? html.replace(XREF, '<a href="$1"></a>') : html
}
