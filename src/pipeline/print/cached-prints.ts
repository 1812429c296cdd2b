import { join } from 'node:path'
import type { StoredDocument } from '../../model/build/build-state.ts'
import { restoreFile, type StoredMessage } from '../../model/findings/stored-message.ts'
import { stampOfOutput } from '../../read/files/file-state.ts'
import { append } from '../../util/append.ts'
import type { Writer } from '../../write/create-writer.ts'
import type { LastRun } from '../cache/run-cache.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { PrintJob } from './print-job.ts'
import { pdfPath } from './print-pdfs.ts'

/** What tells of a page on paper, so that it is told again with a PDF that stays. */
const TOLD_BY_PRINTING = new Set(['glyph-missing', 'page-number-missing'])

/** What is needed to know which PDFs can stay. */
export interface KeptPrintsOptions {
  readonly groups: readonly DocumentInputs[]
  readonly last: LastRun | undefined
  readonly writer: Writer
  /** Absolute path of the output folder. */
  readonly out: string
  readonly cwd: string
  /** Output paths of what was copied for a document: the images that its pages show. */
  readonly assetsOf: (group: DocumentInputs) => readonly string[]
}

/** What is left to print, and the PDFs that stay. */
export interface KeptPrints {
  readonly jobs: readonly PrintJob[]
  readonly kept: readonly string[]
}

/**
 * Keeps the PDFs of documents of which nothing has changed that they are printed from: all the pages of a document that are printed, its
 * images, and the PDFs themselves. Style sheets are decided by the key of the cache.
 */
export function keepPrints(jobs: readonly PrintJob[], options: KeptPrintsOptions): KeptPrints {
  const { groups, last, writer, out, cwd, assetsOf } = options
  if (!last) return { jobs, kept: [] }
  const groupOf = new Map(groups.flatMap((group) => group.inputs.map((input) => [input, group] as const)))
  const own = new Map<DocumentInputs, PrintJob[]>()
  for (const job of jobs) {
    // What shows several documents is found in a state only as a whole.
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
    // A finding has a place in the document, which may have moved though its pages are the same.
    const isTold = stored.members.some((_, at) => toldOf(stored, at).length > 0)
    return (
      isSameInputs(stored, group) &&
      (!isTold || last!.isUnchanged(group)) &&
      before.length === now.length &&
      now.every((path) => before.includes(path) && copied.get(path) === writer.stampOf(path)) &&
      pages.every(({ path }) => {
        const pdf = pdfPath(path)
        // A file that holds what it held before is not written, so its stamp stays.
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
      const messages = toldOf(stored, group.inputs.indexOf(input))
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

/** What printing found in an input of a document. */
function toldOf({ members }: StoredDocument, at: number): readonly StoredMessage[] {
  const { final = [] } = members[at]!
  return final.filter(({ fields }) => TOLD_BY_PRINTING.has(String(fields.ruleId)))
}
