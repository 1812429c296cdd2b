import type { VFile } from 'vfile'
import { addMessage } from '../model/findings/add-message.ts'
import type { RootSettings } from '../read/files/root-files.ts'
import type { OutputKind } from '../render/output-kinds.ts'
import { reasonOf } from '../util/reason-of.ts'
import { StopError } from '../util/stop-error.ts'
import { UserError } from '../util/user-error.ts'
import type { Writer } from '../write/create-writer.ts'
import { attempt } from './document/attempt.ts'
import { wordsOf } from './document/built-in-outputs.ts'
import type { DocumentInputs } from './document/document-inputs.ts'
import type { AssetFile, OutputBatch } from './document/document-result.ts'
import type { PrintJob } from './print/print-job.ts'
import { readAsset } from './read-asset.ts'

/** Kinds of output made of a document, by locale. */
export type MadeKinds = ReadonlyMap<string, ReadonlySet<OutputKind>>

/** A file, and the index of the input that it was made from: see `StoredOutput`. */
export type UnstampedOutput = readonly [path: string, input?: number | undefined]

/** Outputs written for a document. */
export interface Written {
  readonly kinds: MadeKinds
  /** Without images and downloads. They get their stamps once all pages are written. */
  readonly outputs: readonly UnstampedOutput[]
}

/** What is needed to write outputs. */
export interface WriteOptions {
  readonly writer: Writer
  /** Kinds of output to print. */
  readonly printed: ReadonlySet<string>
  /** Receives pages to print. */
  readonly jobs: PrintJob[]
  /** Receives the paths of pages that are written when all documents are made, with the file that receives a message if one cannot be. */
  readonly held: Map<string, VFile>
  /** Decides which files may be copied. */
  readonly settings: RootSettings
  /** Output paths of assets that cannot be copied; only the first document that needs one gets a message. */
  readonly refused: Set<string>
}

/**
 * Writes the outputs of one document. A failure becomes a message and does not stop other documents.
 *
 * @param files receive the messages, one for each input of the group.
 */
export function writeOutputs(
  batches: readonly OutputBatch[],
  { inputs }: Pick<DocumentInputs, 'inputs'>,
  files: readonly VFile[],
  { writer, printed, jobs, held, settings, refused }: WriteOptions,
): Written {
  const outputs: UnstampedOutput[] = []
  const made = new Map<string, Set<OutputKind>>()
  for (const batch of batches) {
    // The index is made of all of them together.
    if (batch.kind === 'search') continue
    const [file, input] = [files[batch.member]!, inputs[batch.member]!]
    const owner = file.path
    const [locale = ''] = batch.locales
    let count = 0
    attempt(file, `made into ${wordsOf(batch.kind)}`, () => {
      for (const { path, content } of batch.files) {
        if (batch.kind === 'page') {
          writer.hold(path, content, owner)
          held.set(path, file)
        } else {
          writer.write(path, content, owner)
        }
        outputs.push([path, batch.member])
        if (printed.has(batch.kind)) jobs.push({ path, locale, file, documents: [{ input, file }] })
        count++
      }
    })
    if (count === 0) continue
    for (const tag of batch.locales) made.set(tag, (made.get(tag) ?? new Set()).add(batch.kind))
    for (const asset of batch.assets) copyAsset(asset, file, { writer, settings, refused })
  }
  return { kinds: made, outputs }
}

/** Copies an image or download, once for all documents that need it. */
function copyAsset(
  { root, path, output }: AssetFile,
  file: VFile,
  { writer, settings, refused }: Pick<WriteOptions, 'writer' | 'settings' | 'refused'>,
): void {
  if (writer.has(output) || refused.has(output)) return
  try {
    const content = readAsset({ root, path }, settings)
    if (content) writer.write(output, content, path)
  } catch (error) {
    if (error instanceof StopError) throw error
    refused.add(output)
    addMessage(file, {
      ruleId: 'document-failed',
      severity: 'error',
      reason: `Cannot copy ${path}: ${reasonOf(error)}`,
      ...(error instanceof UserError && error.hint !== undefined && { note: error.hint }),
      ...(error instanceof Error && { cause: error }),
    })
  }
}
