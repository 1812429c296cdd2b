/**
 * Writes the program, `bin/`: the code of the command line and of the packages that it uses, in few files, which load several times as
 * fast as hundreds. What only some runs need is in files of its own. Run it with `npm run build`.
 */
import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { rolldown } from 'rolldown'
import { licenceNotices } from './licence-notices.ts'
import { precompileTemplates } from './precompile-templates.ts'

const root = resolve(import.meta.dirname, '..')
const out = join(root, 'bin')

/** Packages that load files of their own, or that need not be there. */
const EXTERNAL = [/^jiti(?:\/|$)/, /^tinypool(?:\/|$)/, /^satteri(?:\/|$)/, /^playwright-core(?:\/|$)/]

rmSync(out, { recursive: true, force: true })
const bundle = await rolldown({
  cwd: root,
  input: {
    lockstep: 'src/cli/main.ts',
    'process-worker': 'src/pipeline/document/process-worker.ts',
    // What configurations import by the name of the package.
    index: 'src/index.ts',
    unified: 'src/unified.ts',
  },
  platform: 'node',
  external: EXTERNAL,
  // Packages too visit nodes without a name for each: see `visit`.
  resolve: { alias: { 'unist-util-visit': join(root, 'src/util/visit.ts') } },
  plugins: [precompileTemplates(root)],
})
try {
  // All in one folder: the code finds its files beside it and the package above it.
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
