import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Where the Debian package `php-symfony-translation` has the schemas of OASIS. */
const SCHEMAS = 'usr/share/php/Symfony/Component/Translation/Resources/schemas'
const FILES = { 1: 'xliff-core-1.2-strict.xsd', 2: 'xliff-core-2.0.xsd' } as const

/** The package, if it was downloaded into the folder for temporary files. */
const downloaded = readdirSync(tmpdir()).find((name) => /^php-symfony-translation_.*\.deb$/.test(name))

/** Whether files can be validated: xmllint and the package are there, installed or downloaded. */
export const hasXliffSchemas =
  spawnSync('xmllint', ['--version']).status === 0 &&
  (existsSync(`/${SCHEMAS}`) ||
    (downloaded !== undefined && spawnSync('dpkg-deb', ['--version']).status === 0))

/** Returns what the schema of a version says against files; empty if they are valid. */
export function xliffErrorsOf(version: 1 | 2, files: readonly string[]): string {
  const schemas = schemaFolder()
  const name = FILES[version]
  const folder = temporaryFolder({
    'xml.xsd': readFileSync(join(schemas, 'xml.xsd')),
    // No network.
    [name]: readFileSync(join(schemas, name), 'utf8').replace(
      /schemaLocation="[^"]*xml\.xsd"/,
      'schemaLocation="xml.xsd"',
    ),
    ...Object.fromEntries(files.map((text, index) => [`${index}.xlf`, text])),
  })
  const args = ['--nonet', '--noout', '--huge', '--schema', name, ...files.map((_, index) => `${index}.xlf`)]
  const { status, stderr } = spawnSync('xmllint', args, { cwd: folder, maxBuffer: 1e9 })
  return status === 0 ? '' : stderr.toString()
}

function schemaFolder(): string {
  if (existsSync(`/${SCHEMAS}`)) return `/${SCHEMAS}`
  const folder = temporaryFolder()
  spawnSync('dpkg-deb', ['-x', join(tmpdir(), downloaded!), folder])
  return join(folder, SCHEMAS)
}
