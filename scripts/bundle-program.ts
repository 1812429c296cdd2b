/**
 * Bundles the program into `bin/`: the command line and the packages that it uses. A few files load several times
 * as fast as hundreds. Code that only some runs need is in separate files. Run it with `npm run build`.
 */
import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { rolldown } from 'rolldown'
import { licenceNotices } from './licence-notices.ts'
import { precompileTemplates } from './precompile-templates.ts'

const root = resolve(import.meta.dirname, '..')
const out = join(root, 'bin')

/** Packages that load files of their own, or that are optional. */
const EXTERNAL = [
  /^jiti(?:\/|$)/,
  /^tinypool(?:\/|$)/,
  /^satteri(?:\/|$)/,
  /^playwright-core(?:\/|$)/,
  /^pagefind(?:\/|$)/,
]

rmSync(out, { recursive: true, force: true })
const bundle = await rolldown({
  cwd: root,
  input: {
    lockstep: 'src/cli/main.ts',
    'process-worker': 'src/pipeline/document/process-worker.ts',
    // Imported by configurations under the name of the package.
    index: 'src/index.ts',
    unified: 'src/unified.ts',
  },
  platform: 'node',
  external: EXTERNAL,
  plugins: [precompileTemplates(root)],
})
try {
  // All in one folder: the code finds its files beside it, and the package above it.
  const { output } = await bundle.write({
    dir: out,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
  })
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
  writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), licenceNotices(modules))
} finally {
  await bundle.close()
}
chmodSync(join(out, 'lockstep.js'), 0o755)
