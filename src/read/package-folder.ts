import { fileURLToPath } from 'node:url'

/** Absolute path of this package: the folder above `src/` and `lib/` alike. */
export const packageFolder = fileURLToPath(new URL('../..', import.meta.url))
