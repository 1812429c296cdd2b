import { sampleOf } from './sample-of.ts'

/** A page of a built site. */
export interface BuiltPage {
  readonly url: string
  readonly html: string
}

/** What pages have that faults hide in: each sample has pages with each. */
const KINDS: readonly ((page: BuiltPage) => boolean)[] = [
  ({ url }) => /\/[^/]+\/index\.html$/.test(url),
  ({ url }) => url.endsWith('/contents.html'),
  ({ url }) => url.endsWith('/404.html'),
  ({ url }) => url.endsWith('.runbook.html'),
  ({ html }) => html.includes('class="tabs"'),
  ({ html }) => html.includes('class="formula"'),
  ({ html }) => html.includes('<pre'),
  ({ html }) => /<article.*<table/s.test(html),
  ({ html }) => /<article.*<img/s.test(html),
  ({ html }) => html.includes('class="notices"'),
  ({ html }) => html.includes('class="video"'),
]

/** Returns as many pages as asked, spread over the site, with two of each kind that it has. */
export function choosePages(pages: readonly BuiltPage[], count: number): readonly string[] {
  const kinds = KINDS.flatMap((isKind) => sampleOf(pages.filter(isKind), 2))
  const all = [...kinds, ...sampleOf(pages, count)].map(({ url }) => url)
  return [...new Set(all)].slice(0, count)
}
