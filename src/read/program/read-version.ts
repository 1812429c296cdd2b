import { join } from 'node:path'
import { MOST_BYTES, readText } from '../files/read-bytes.ts'
import { packageFolder } from '../package-folder.ts'

/** Reads the version of this package. */
export function readVersion(): string {
  const { version } = JSON.parse(
    readText(join(packageFolder, 'package.json'), { most: MOST_BYTES.settings }),
  ) as {
    version: string
  }
  return version
}
