/** Parts of pages that depend on all documents: HTML by name. */
export type LateParts = Readonly<Record<string, string>>

/**
 * Fills the late parts of a page: replaces whatever is between `<!--lockstep:NAME-->` and `<!--/lockstep:NAME-->` by the part of
 * that name. Filling again replaces earlier parts. Documents cannot contain such marks, because their comments are removed.
 */
export function fillLateParts(html: string, parts: LateParts): string {
  return html.replace(/<!--lockstep:([a-z]+)-->[\s\S]*?<!--\/lockstep:\1-->/g, (_, name: string) =>
    latePart(name, parts[name]),
  )
}

/** Returns a part between its marks; without content, only the marks. */
export function latePart(name: string, content = ''): string {
  return `<!--lockstep:${name}-->${content}<!--/lockstep:${name}-->`
}
