/**
 * Bundles the program and the library into `bin/`, with the packages that they use. A few files load several times
 * as fast as hundreds, and nothing has to be installed twice. Code that only some runs need is in separate files,
 * and code of both is shared. Run it with `npm run build`.
 */
import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { rolldown } from 'rolldown'
import { installedPackages } from './installed-packages.ts'
import { licenceNotices } from './licence-notices.ts'
import { precompileTemplates } from './precompile-templates.ts'

const root = resolve(import.meta.dirname, '..')
const out = join(root, 'bin')

rmSync(out, { recursive: true, force: true })
const bundle = await rolldown({
  cwd: root,
  input: {
    lockstep: 'src/cli/main.ts',
    'process-worker': 'src/pipeline/document/process-worker.ts',
    'shard-thread': 'src/cli/queue/shard-thread.ts',
    // The library.
    index: 'src/index.ts',
    unified: 'src/unified.ts',
  },
  platform: 'node',
  external: installedPackages(root),
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
