/**
 * Bundles the declarations of the library into `bin/`, beside its code. Types of packages
 * are imported, so that they are the user's own types; these packages have to be dependencies.
 * Run it with `npm run build:types`.
 */
import { join, resolve } from 'node:path'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'
import { installedPackages } from './installed-packages.ts'

const root = resolve(import.meta.dirname, '..')
const installed = installedPackages(root)

const bundle = await rollup({
  input: {
    index: join(root, 'lib/index.d.ts'),
    unified: join(root, 'lib/unified.d.ts'),
  },
  external: (id) => id.startsWith('node:') || installed.some((pattern) => pattern.test(id)),
  plugins: [dts()],
  onwarn: (warning) => {
    throw new Error(warning.message)
  },
})
try {
  await bundle.write({
    dir: join(root, 'bin'),
    entryFileNames: '[name].d.ts',
    chunkFileNames: '[name].d.ts',
  })
} finally {
  await bundle.close()
}
