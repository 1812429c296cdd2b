import { join } from 'node:path'
import type { StoredOutput } from '../../model/build/build-state.ts'
import { stampOfOutput, stateToCopy } from '../../read/files/file-state.ts'
import type { RootSettings } from '../../read/files/root-files.ts'
import type { Writer } from '../../write/create-writer.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { PrintJob } from '../print/print-job.ts'
import { pdfPath } from '../print/print-pdfs.ts'
import type { Run, RunSteps } from '../run-documents.ts'
import { type MadeKinds, writeOutputs } from '../write-outputs.ts'
import type { CachedDocument } from './cached-documents.ts'
import type { StampedAsset } from './store-run.ts'

/** Outputs of a document. */
interface Made {
  readonly kinds: MadeKinds
  readonly outputs: readonly StoredOutput[]
  readonly assets: readonly StampedAsset[]
}

/** Where outputs go. */
export interface KeeperOptions {
  readonly writer: Writer
  /** Absolute path of the output folder. */
  readonly out: string
  /** Kinds that are printed. */
  readonly printed: ReadonlySet<string>
  /** Receives pages to print. */
  readonly jobs: PrintJob[]
  /** Decides which files may be copied. */
  readonly settings: RootSettings
}

/** Writes the outputs of documents, and leaves the last build's outputs of unchanged documents alone. */
export function createKeeper(
  { cache }: Pick<Run, 'cache'>,
  { writer, out, printed, jobs, settings }: KeeperOptions,
): Required<Pick<RunSteps, 'canStay' | 'take'>> & { readonly made: (group: DocumentInputs) => Made } {
  const made = new Map<DocumentInputs, Made>()
  const refused = new Set<string>()
  const copied = new Map(cache?.last?.state.copied.map(([path, stamp]) => [path, stamp]))

  /**
   * Keeps the outputs of a cached document, if all of them exist and no other output has taken their place.
   */
  function canStay({ stored, assets }: CachedDocument, { inputs }: DocumentInputs): boolean {
    const isFree = stored.outputs.every(([path]) => !writer.has(path))
    if (!isFree || !assets.every(({ output }) => writer.has(output) || isCopied(output))) return false
    for (const [path, stamp, owner] of stored.outputs)
      writer.keep(path, stamp, owner === undefined ? pageOf(path) : inputs[owner]!.absolute)
    for (const { path, output } of assets) writer.keep(output, copied.get(output) ?? '', path)
    return true
  }

  function isCopied(output: string): boolean {
    const stamp = copied.get(output)
    return stamp !== undefined && stampOfOutput(join(out, output)) === stamp
  }

  const take: Required<RunSteps>['take'] = ({ group, result, cached, files }) => {
    if (cached) {
      const { stored, assets } = cached
      made.set(group, {
        // Rarely needed, and parsed only then.
        get kinds() {
          return cached.kinds
        },
        outputs: stored.outputs,
        assets: assets.map((asset) => ({ ...asset, stamp: '', hash: '' })),
      })
      return
    }
    // Stamped before they are copied, so that a change in between counts as a change.
    const assets = result.outputs.flatMap((batch) =>
      batch.assets.map((asset) => ({ ...asset, ...stateToCopy(join(asset.root, asset.path)) })),
    )
    const { kinds, outputs } = writeOutputs(result.outputs, group, files, {
      ...{ writer, printed, jobs, settings },
      refused,
    })
    made.set(group, {
      kinds,
      outputs,
      assets: [...new Map(assets.map((each) => [each.output, each])).values()],
    })
  }

  /** Outputs of a document with its PDFs. */
  const madeOf = (group: DocumentInputs): Made => {
    const own = made.get(group)!
    if (jobs.length === 0) return own
    const prints = own.outputs
      .map(([path]) => pdfPath(path))
      .filter(
        (path) => path.endsWith('.pdf') && writer.has(path) && !own.outputs.some(([each]) => each === path),
      )
      .map((path): StoredOutput => [path, writer.stampOf(path)])
    return { ...own, outputs: [...own.outputs, ...prints] }
  }
  return { canStay, take, made: madeOf }
}

/** The page that a PDF was printed from. */
function pageOf(print: string): string {
  return print.replace(/\.pdf$/, '.html')
}
