import { join } from 'node:path'
import type { StoredDocument } from '../../model/build/build-state.ts'
import { restoreFile, type StoredMessage } from '../../model/findings/stored-message.ts'
import { stampOfOutput } from '../../read/files/file-state.ts'
import { append } from '../../util/data/append.ts'
import type { Writer } from '../../write/create-writer.ts'
import type { LastRun } from '../cache/run-cache.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { PrintJob } from './print-job.ts'
import { pdfPath } from './print-pdfs.ts'

/** Rules about a page on paper: their findings stay with a PDF that stays. */
const PRINT_RULES = new Set(['glyph-missing', 'page-number-missing'])

/** The state that decides which PDFs can stay. */
export interface KeptPrintsOptions {
  readonly groups: readonly DocumentInputs[]
  readonly last: LastRun | undefined
  readonly writer: Writer
  /** Absolute path of the output folder. */
  readonly out: string
  readonly cwd: string
  /** Output paths of a document's copied assets: the images that its pages show. */
  readonly assetsOf: (group: DocumentInputs) => readonly string[]
}

/** The pages left to print, and the PDFs that stay. */
export interface KeptPrints {
  readonly jobs: readonly PrintJob[]
  readonly kept: readonly string[]
}

/**
 * Keeps a document's PDFs if everything they are printed from is unchanged: its printed pages, its images,
 * and the PDFs themselves. Changed style sheets are a cache miss for all documents.
 */
export function keepPrints(jobs: readonly PrintJob[], options: KeptPrintsOptions): KeptPrints {
  const { groups, last, writer, out, cwd, assetsOf } = options
  if (!last) return { jobs, kept: [] }
  const groupOf = new Map(groups.flatMap((group) => group.inputs.map((input) => [input, group] as const)))
  const own = new Map<DocumentInputs, PrintJob[]>()
  for (const job of jobs) {
    // The state has no entry for a page of several documents, so such a page needs all of them.
    const group = job.documents.length === 1 ? groupOf.get(job.documents[0]!.input) : undefined
    if (!group) return { jobs, kept: [] }
    own.set(group, [...(own.get(group) ?? []), job])
  }
  const copied = new Map(last.state.copied.map(([path, stamp]) => [path, stamp]))
  const left: PrintJob[] = []
  const kept: string[] = []
  for (const [group, pages] of own) {
    const stored = last.last(group)
    if (stored && canStay(stored, group, pages)) stay(stored, group, pages)
    else append(left, pages)
  }
  return { jobs: left, kept }

  function canStay(stored: StoredDocument, group: DocumentInputs, pages: readonly PrintJob[]): boolean {
    const stamps = new Map(stored.outputs.map(([path, stamp]) => [path, stamp]))
    const before = (stored.assets ?? []).map(([, , output]) => output)
    const now = assetsOf(group)
    // A finding has a place in the document, which may have moved though the pages are the same.
    const hasFindings = stored.members.some((_, at) => printFindings(stored, at).length > 0)
    return (
      isSameInputs(stored, group) &&
      (!hasFindings || last!.isUnchanged(group)) &&
      before.length === now.length &&
      now.every((path) => before.includes(path) && copied.get(path) === writer.stampOf(path)) &&
      pages.every(({ path }) => {
        const pdf = pdfPath(path)
        // Files with unchanged content are not written, so their stamps stay.
        return (
          stamps.get(path) === writer.stampOf(path) &&
          stamps.has(pdf) &&
          stamps.get(pdf) === stampOfOutput(join(out, pdf))
        )
      })
    )
  }

  function stay(stored: StoredDocument, group: DocumentInputs, pages: readonly PrintJob[]): void {
    const stamps = new Map(stored.outputs.map(([path, stamp]) => [path, stamp]))
    for (const { path } of pages) {
      writer.keep(pdfPath(path), stamps.get(pdfPath(path))!, path)
      kept.push(pdfPath(path))
    }
    const files = new Map(pages.flatMap(({ documents }) => documents.map(({ input, file }) => [input, file])))
    for (const [input, file] of files) {
      const messages = printFindings(stored, group.inputs.indexOf(input))
      append(file.messages, restoreFile({ path: file.path, messages }, cwd).messages)
    }
  }

  function isSameInputs({ inputs }: StoredDocument, group: DocumentInputs): boolean {
    const { roots } = last!.state
    return (
      inputs.length === group.inputs.length &&
      group.inputs.every(({ root }, at) => roots[inputs[at]![0]] === root)
    )
  }
}

/** Findings of printing in one input of a document. */
function printFindings({ members }: StoredDocument, at: number): readonly StoredMessage[] {
  const { final = [] } = members[at]!
  return final.filter(({ fields }) => PRINT_RULES.has(String(fields.ruleId)))
}
