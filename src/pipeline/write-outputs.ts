import type { VFile } from 'vfile'
import type { StoredOutput } from '../model/build-state.ts'
import type { RootSettings } from '../read/root-files.ts'
import type { OutputKind } from '../render/context.ts'
import type { Writer } from '../write/create-writer.ts'
import { attempt } from './attempt.ts'
import type { InputGroup } from './group-inputs.ts'
import type { AssetFile, OutputBatch } from './group-result.ts'
import { OUTPUT_WORDS } from './make-outputs.ts'
import type { PrintJob } from './print-job.ts'
import { readAsset } from './read-asset.ts'

/** The kinds of output that were made of a document, by locale. */
export type MadeKinds = ReadonlyMap<string, ReadonlySet<OutputKind>>

/** What was written. */
export interface Written {
  readonly kinds: MadeKinds
  /** Images and downloads left out. */
  readonly outputs: readonly StoredOutput[]
}

/** What outputs are written with. */
export interface WriteOptions {
  readonly writer: Writer
  /** Kinds that are printed. */
  readonly printed: ReadonlySet<string>
  /** Takes what is to be printed. */
  readonly jobs: PrintJob[]
  /** What may be copied. */
  readonly settings: RootSettings
}

/**
 * Writes the outputs of one document. What cannot be written becomes a message and does not stop the others.
 *
 * @param files take the messages, one for each input of the group.
 */
export function writeOutputs(
  batches: readonly OutputBatch[],
  { inputs }: Pick<InputGroup, 'inputs'>,
  files: readonly VFile[],
  { writer, printed, jobs, settings }: WriteOptions,
): Written {
  const outputs: StoredOutput[] = []
  const made = new Map<string, Set<OutputKind>>()
  for (const batch of batches) {
    const [file, input] = [files[batch.member]!, inputs[batch.member]!]
    const [locale = ''] = batch.locales
    let count = 0
    attempt(file, `made into ${OUTPUT_WORDS[batch.kind]}`, () => {
      for (const { path, content } of batch.files) {
        writer.write(path, content, input.absolute)
        outputs.push([path, writer.stampOf(path), batch.member])
        if (printed.has(batch.kind)) jobs.push({ path, locale, file, documents: [{ input, file }] })
        count++
      }
    })
    if (count === 0) continue
    for (const tag of batch.locales) made.set(tag, (made.get(tag) ?? new Set()).add(batch.kind))
    for (const asset of batch.assets) copyAsset(asset, file, writer, settings)
  }
  return { kinds: made, outputs }
}

/** Copies an image or a download, once for all that need it. */
function copyAsset(
  { root, path, output }: AssetFile,
  file: VFile,
  writer: Writer,
  settings: RootSettings,
): void {
  if (writer.has(output)) return
  attempt(file, `given ${path}`, () => {
    const content = readAsset({ root, path }, settings)
    if (content) writer.write(output, content, path)
  })
}
