import { createHash } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { MANIFEST_FILE } from '../model/manifest.ts'
import { restoreFile, storeFile } from '../model/stored-message.ts'
import type { Inputs } from '../read/input.ts'
import { readBuildState } from '../read/read-build-state.ts'
import { stampFiles, stampFolders } from '../read/stamp-files.ts'
import { ASSETS } from '../render/context.ts'
import { writeBuildState } from '../write/write-build-state.ts'
import type { BuildOptions, BuildResult } from './options.ts'

/** Knows whether a build has anything to do. */
export interface BuildCache {
  /** What came of the last build, if nothing that it depended on and nothing that it wrote has changed. */
  readonly earlier: BuildResult | undefined
  /** Keeps what came of this build. */
  keep(result: BuildResult, paths: readonly string[]): void
}

/**
 * Opens the cache of a build.
 *
 * @param made everything besides the inputs that decides what is made, as data.
 */
export function openBuildCache(
  { inputs }: Inputs,
  options: BuildOptions & { readonly cwd: string; readonly cache: string },
  made: unknown,
): BuildCache {
  const { onProgress: _, ...settings } = options
  const named = namedFiles(options).map((file) => stampFiles([file]))
  const known = {
    settings,
    named,
    made,
    inputs: inputs.map(({ absolute }) => absolute),
    engine: process.versions,
  }
  const key = hashOf(JSON.stringify(known))
  const path = join(options.cache, `build-${hashOf(options.out).slice(0, 16)}.json`)
  // Before anything is read, so that what changes meanwhile counts as changed.
  const stamp = stampFolders(new Set(inputs.map(({ root }) => root)), options.out)
  const state = readBuildState(path)
  const absolute = (paths: readonly string[]) =>
    [...paths, MANIFEST_FILE].map((name) => join(options.out, name))
  const isSame =
    state?.key === key && state.inputs === stamp && stampFiles(absolute(state.paths)) === state.outputs
  return {
    earlier: isSame
      ? {
          files: state.files.map((file) => restoreFile(file, options.cwd)),
          suppressed: state.suppressed,
          counts: state.counts,
          locales: state.locales,
          printed: state.paths.filter((path) => path.endsWith('.pdf') && !path.startsWith(`${ASSETS}/`)),
          written: { files: state.paths.length, changed: 0, removed: 0 },
        }
      : undefined,
    keep({ files, counts, suppressed, locales }, paths) {
      const outputs = stampFiles(absolute(paths))
      if (outputs === undefined) return
      const stored = files.map(storeFile)
      writeBuildState(path, {
        type: 'build-state',
        version: 1,
        key,
        inputs: stamp,
        paths,
        outputs,
        counts,
        suppressed,
        locales,
        files: stored,
      })
    },
  }
}

/** Files that the settings name: suppressions, and what rules are told under `file`, as glossaries are. */
function namedFiles({
  suppressions,
  rules = {},
  overrides = [],
  configFile,
  cwd,
}: BuildOptions & { readonly cwd: string }): readonly string[] {
  const folder = configFile === undefined ? cwd : dirname(configFile)
  const settings = [rules, ...overrides.map((override) => override.rules ?? {})].flatMap((each) =>
    Object.values(each),
  )
  const files = settings.flatMap((setting) =>
    typeof setting === 'object' && typeof setting.file === 'string' ? setting.file : [],
  )
  const lists = typeof suppressions === 'string' ? [resolve(cwd, suppressions)] : []
  return [...lists, ...files.map((file) => resolve(folder, file))]
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
