import { join } from 'node:path'
import type { VFile } from 'vfile'
import type { StoredOutput } from '../../model/build/build-state.ts'
import { stampOfOutput, stateToCopy } from '../../read/files/file-state.ts'
import type { RootSettings } from '../../read/files/root-files.ts'
import { pathForPeople } from '../../read/path-for-people.ts'
import { fillLateParts } from '../../render/site/late-parts.ts'
import type { SitePage } from '../../render/site/site-page.ts'
import type { Writer } from '../../write/create-writer.ts'
import { attempt } from '../document/attempt.ts'
import { wordsOf } from '../document/built-in-outputs.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { AssetFile } from '../document/document-result.ts'
import type { FinishedDocument } from '../document/finished-document.ts'
import type { PrintJob } from '../print/print-job.ts'
import { pdfPath } from '../print/print-pdfs.ts'
import type { Run, RunSteps } from '../run-documents.ts'
import type { Site } from '../site/make-site.ts'
import { type MadeKinds, type UnstampedOutput, type Written, writeOutputs } from '../write-outputs.ts'
import type { CachedDocument } from './cached-documents.ts'
import type { StampedAsset } from './store-run.ts'

/** Outputs of a document. */
interface Made extends Written {
  readonly assets: readonly StampedAsset[]
}

/** Where outputs go. */
export interface KeeperOptions {
  readonly writer: Writer
  /** Absolute path of the working folder. */
  readonly cwd: string
  /** Absolute path of the output folder. */
  readonly out: string
  /** Kinds that are printed. */
  readonly printed: ReadonlySet<string>
  /** Receives pages to print. */
  readonly jobs: PrintJob[]
  /** Decides which files may be copied. */
  readonly settings: RootSettings
}

/** Takes the outputs of documents. */
export interface Keeper extends Required<Pick<RunSteps, 'canStay'>> {
  /**
   * Writes the outputs of a document, or leaves those of the last build.
   *
   * @returns the kinds of output that it has now.
   */
  take(taken: FinishedDocument): MadeKinds
  /**
   * Completes and writes the pages, one locale after the other, once the site is known.
   *
   * @returns by locale, a hash of everything that the late parts of its pages show; empty without a cache.
   */
  release(site: Site): Readonly<Record<string, string>>
  /** Kinds of output of a document; without a cache, nothing is kept of it. */
  kindsOf(group: DocumentInputs): MadeKinds
  /** Images and downloads of a document, likewise. */
  assetsOf(group: DocumentInputs): readonly StampedAsset[]
  /** Returns the outputs of a document, with its PDFs and their present stamps, likewise. */
  outputsOf(group: DocumentInputs): readonly StoredOutput[]
}

/** Writes the outputs of documents, and leaves the last build's outputs of unchanged documents alone. */
export function createKeeper(
  { cache }: Pick<Run, 'cache'>,
  { writer, cwd, out, printed, jobs, settings }: KeeperOptions,
): Keeper {
  const made = new Map<DocumentInputs, Made>()
  const held = new Map<string, VFile>()
  const refused = new Set<string>()
  const copied = new Map(cache?.last?.state.copied.map(([path, stamp]) => [path, stamp]))

  /**
   * Keeps the outputs of a cached document, if all of them exist and no other output has taken their place.
   */
  function canStay({ stored, assets }: CachedDocument, { inputs }: DocumentInputs): boolean {
    const isFree = stored.outputs.every(([path]) => !writer.has(path))
    if (!isFree || !assets.every(({ output }) => writer.has(output) || isCopied(output))) return false
    for (const [path, stamp, owner] of stored.outputs)
      writer.keep(
        path,
        stamp,
        owner === undefined ? pageOf(path) : pathForPeople(inputs[owner]!.absolute, cwd),
      )
    for (const { path, output } of assets) writer.keep(output, copied.get(output) ?? '', path)
    return true
  }

  function isCopied(output: string): boolean {
    const stamp = copied.get(output)
    return stamp !== undefined && stampOfOutput(join(out, output)) === stamp
  }

  function take({ group, result, cached, files }: FinishedDocument): MadeKinds {
    if (cached) {
      const { stored, assets } = cached
      const { kinds } = cached
      made.set(group, {
        kinds,
        outputs: stored.outputs.map(([path, _, owner]) => [path, owner]),
        assets: assets.map((asset) => ({ ...asset, stamp: '', hash: '' })),
      })
      return kinds
    }
    // Stamped before they are copied, so that a change in between counts as a change.
    const assets = cache ? result.outputs.flatMap((batch) => batch.assets.map(stamped)) : []
    const { kinds, outputs } = writeOutputs(result.outputs, group, files, {
      ...{ writer, printed, jobs, held, settings },
      refused,
    })
    if (cache)
      made.set(group, {
        kinds,
        outputs,
        assets: [...new Map(assets.map((each) => [each.output, each])).values()],
      })
    return kinds
  }

  function release(site: Site): Readonly<Record<string, string>> {
    const before = cache?.last?.state.site.hashes
    const hashes: Record<string, string> = {}
    for (const locale of site.locales) {
      const { pages, hash, partsOf } = site.inLocale(locale)
      if (cache) hashes[locale] = hash()
      const fill = (page: SitePage) => (content: string) => fillLateParts(content, partsOf(page))
      for (const page of pages) {
        const { output } = page
        const file = held.get(output)
        if (file) attempt(file, `made into ${wordsOf('page')}`, () => writer.release(output, fill(page)))
        else if (before?.[locale] !== hashes[locale]) writer.release(output, fill(page))
      }
    }
    held.clear()
    return hashes
  }

  function outputsOf(group: DocumentInputs): readonly StoredOutput[] {
    const { outputs } = made.get(group)!
    const paths = new Set(outputs.map(([path]) => path))
    const prints = outputs
      .map(([path]) => pdfPath(path))
      .filter((path) => path.endsWith('.pdf') && writer.has(path) && !paths.has(path))
      .map((path): UnstampedOutput => [path])
    return [...outputs, ...prints].map(([path, owner]): StoredOutput => {
      const stamp = writer.stampOf(path)
      return owner === undefined ? [path, stamp] : [path, stamp, owner]
    })
  }

  return {
    canStay,
    take,
    release,
    kindsOf: (group) => made.get(group)!.kinds,
    assetsOf: (group) => made.get(group)!.assets,
    outputsOf,
  }
}

function stamped(asset: AssetFile): StampedAsset {
  return { ...asset, ...stateToCopy(join(asset.root, asset.path)) }
}

/** The page that a PDF was printed from. */
function pageOf(print: string): string {
  return print.replace(/\.pdf$/, '.html')
}
