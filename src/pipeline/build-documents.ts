import { join, resolve } from 'node:path'
import type { VFile } from 'vfile'
import type { StoredOutput } from '../model/build-state.ts'
import { MANIFEST_FILE } from '../model/manifest.ts'
import { storeFile } from '../model/stored-message.ts'
import { openPrinter } from '../print/open-printer.ts'
import { stampOfOutput } from '../read/file-state.ts'
import { findBrowser } from '../read/find-browser.ts'
import { readAssets } from '../read/read-assets.ts'
import { readLocales } from '../read/read-locales.ts'
import { readTemplates } from '../read/read-templates.ts'
import { readVersion } from '../read/read-version.ts'
import { ASSETS } from '../render/context.ts'
import { compare } from '../util/compare.ts'
import { createWriter } from '../write/create-writer.ts'
import { createKeeper } from './keep-outputs.ts'
import { createContext } from './make-group.ts'
import type { BuildOptions, BuildResult } from './options.ts'
import { printRunbooks } from './print-runbooks.ts'
import { type Run, runDocuments } from './run-documents.ts'
import { toIndexEntry } from './to-index-entry.ts'
import { ITSELF, writeIndex } from './write-index.ts'

/**
 * Reads and checks documents and writes what is made of them; what the last build made of documents that have not changed stays.
 *
 * @throws as `build` does.
 */
export async function buildDocuments(
  run: Run,
  options: BuildOptions & { readonly cwd: string; readonly out: string },
): Promise<BuildResult> {
  const { cwd, out, templates, labels } = options
  const folderOf = (folder: string | undefined) => (folder === undefined ? undefined : resolve(cwd, folder))
  const look = {
    templates: readTemplates(folderOf(templates)),
    labels: readLocales(folderOf(labels)),
    version: readVersion(),
  }
  const assets = readAssets(folderOf(templates))
  const make = { options, look, doubles: run.doubles }
  const context = createContext(make)
  const printer = options.pdf
    ? await openPrinter({ browser: findBrowser(folderOf(options.browser)), folder: out })
    : undefined
  const writer = createWriter(out)
  for (const [name, content] of assets) writer.write(`${ASSETS}/${name}`, content, ITSELF)

  const runbooks = new Map<string, VFile>()
  const keeper = createKeeper(run, { writer, out, runbooks })
  const { result, groups, asked, unused } = await runDocuments(run, options, { make, ...keeper })
  if (printer) await printRunbooks(runbooks, { ...options, printer, writer })

  const entries = groups.flatMap(({ group, result: { path, made: document }, files }) =>
    document ? toIndexEntry(path, document, keeper.made(group).kinds, files) : [],
  )
  const locales = [...new Set(entries.flatMap((entry) => Object.keys(entry.locales)))].sort(compare)
  const index = writeIndex(entries, { ...context, locales: new Set(locales) }, writer, run.cache?.last)
  const written = writer.finish()
  const stamped = (path: string): StoredOutput => [path, writer.stampOf(path)]
  const assetPaths = new Set(
    groups.flatMap(({ group }) => keeper.made(group).assets.map(({ output }) => output)),
  )
  run.cache?.keep({
    groups: groups.map((each) => ({ ...each, ...keeper.made(each.group) })),
    asked,
    shared: [
      [MANIFEST_FILE, stampOfOutput(join(out, MANIFEST_FILE)) ?? ''],
      ...[...assets.keys()].map((name) => stamped(`${ASSETS}/${name}`)),
    ],
    copied: [...assetPaths].filter((path) => writer.has(path)).map(stamped),
    index,
    suppressed: result.suppressed,
    unused: unused.map(storeFile),
  })
  return { ...result, written, locales }
}
