import type { BuildOptions, PdfKind } from '../options.ts'

/** The kinds of PDF that a build prints. */
export function pdfKindsOf({ pdf = false }: Pick<BuildOptions, 'pdf'>): ReadonlySet<PdfKind> {
  if (typeof pdf !== 'boolean') return new Set(pdf)
  return new Set<PdfKind>(pdf ? ['runbook', 'book'] : [])
}
