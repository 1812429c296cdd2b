import type { CodeReference } from './types.ts'

/** Splits the URL of `[!code-lang[title](url)]` into the code it refers to and the lines to highlight. */
export function referenceOfCode(written: string): {
  readonly reference: CodeReference
  readonly highlight: string | null
} {
  const cut = written.search(/[?#]/)
  const [url, query] = cut < 0 ? [written, ''] : [written.slice(0, cut), written.slice(cut)]
  return { reference: { url, ...selection(query) }, highlight: new URLSearchParams(query).get('highlight') }
}

/** Reads `?range=1-5`, `?name=region`, `?start=1&end=5`, `#L1-L5` or `#region`. */
function selection(query: string): { range?: string; id?: string } {
  const lines = /^#L(\d+)(?:-L?(\d+))?$/i.exec(query)
  if (lines) return { range: `${lines[1]}-${lines[2] ?? lines[1]}` }
  if (query.startsWith('#')) return { id: query.slice(1) }
  const values = new URLSearchParams(query)
  const range =
    values.get('range') ??
    (values.has('start') || values.has('end')
      ? `${values.get('start') ?? ''}-${values.get('end') ?? ''}`
      : null)
  const id = values.get('name') ?? values.get('id')
  return { ...(range ? { range } : {}), ...(id ? { id } : {}) }
}
