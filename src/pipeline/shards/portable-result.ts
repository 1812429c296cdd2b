import { join, resolve } from 'node:path'
import type { FileState } from '../../read/files/file-state.ts'
import { hashFile } from '../../read/program/hash-program.ts'
import type { MadeFile } from '../../render/output.ts'
import { mapValues } from '../../util/data/map-values.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { AssetFile, DocumentResult, OutputBatch } from '../document/document-result.ts'
import { placeOf } from './shard-keys.ts'

/** A file whose content follows the result. */
type SizedFile = Omit<MadeFile, 'content'> & { readonly size: number }

/** A result as a shard holds it: the roots of its assets are relative to the working folder. */
export interface PortableResult extends Omit<DocumentResult, 'outputs'> {
  readonly outputs: readonly (Omit<OutputBatch, 'files'> & {
    readonly files: readonly SizedFile[]
  })[]
}

/** Prepares a result for another machine. Its images get hashes, because their times mean nothing there. */
export function toPortable(
  { inputs }: DocumentInputs,
  result: DocumentResult,
  cwd: string,
): { readonly result: PortableResult; readonly contents: readonly Uint8Array[] } {
  const contents: Uint8Array[] = []
  const sized = ({ content, ...file }: MadeFile): SizedFile => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    contents.push(bytes)
    return { ...file, size: bytes.length }
  }
  const outputs = result.outputs.map((batch) => ({
    ...batch,
    files: batch.files.map(sized),
    assets: batch.assets.map((asset): AssetFile => ({ ...asset, root: placeOf(asset.root, cwd) })),
  }))
  const members = result.members.map(({ document, ...member }, at) => ({
    ...member,
    ...(document && {
      document: {
        ...document,
        ...(document.images && {
          images: mapValues(document.images, (state, path) => hashed(state, join(inputs[at]!.root, path))),
        }),
      },
    }),
  }))
  return { result: { ...result, members, outputs }, contents }
}

function hashed(state: FileState, path: string): FileState {
  return state.stamp === '' || state.hash !== '' ? state : { ...state, hash: hashFile(path) ?? '' }
}

/** Restores a result on this machine. */
export function fromPortable(
  { outputs, ...result }: PortableResult,
  contents: Uint8Array,
  cwd: string,
): DocumentResult {
  let end = 0
  const withContent = ({ size, ...file }: SizedFile): MadeFile => {
    end += size
    return { ...file, content: contents.subarray(end - size, end) }
  }
  return {
    ...result,
    outputs: outputs.map((batch) => ({
      ...batch,
      files: batch.files.map(withContent),
      assets: batch.assets.map((asset) => ({ ...asset, root: resolve(cwd, asset.root) })),
    })),
  }
}
