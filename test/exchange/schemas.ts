import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where the Debian package `php-symfony-translation` has the schemas of OASIS. */
const SCHEMAS = 'usr/share/php/Symfony/Component/Translation/Resources/schemas'
const FILES = { 1: 'xliff-core-1.2-strict.xsd', 2: 'xliff-core-2.0.xsd' } as const

/** Folder with copies of the schemas that need no network; `undefined` where there is no xmllint or no package, installed or downloaded. */
const folder = spawnSync('xmllint', ['--version']).status === 0 ? prepare() : undefined

/** Whether files can be validated. */
export const hasXliffSchemas = folder !== undefined

/** Returns what the schema of a version says against files; empty if they are valid. */
export function xliffErrorsOf(version: 1 | 2, files: readonly string[]): string {
  const own = mkdtempSync(join(tmpdir(), 'lockstep-xliff-'))
  const paths = files.map((text, index) => {
    const path = join(own, `${index}.xlf`)
    writeFileSync(path, text)
    return path
  })
  const args = ['--nonet', '--noout', '--huge', '--schema', join(folder!, FILES[version]), ...paths]
  const { status, stderr } = spawnSync('xmllint', args, { maxBuffer: 1e9 })
  return status === 0 ? '' : stderr.toString()
}

function prepare(): string | undefined {
  const from = find()
  if (!from) return undefined
  const own = mkdtempSync(join(tmpdir(), 'lockstep-schemas-'))
  const xml = join(own, 'xml.xsd')
  writeFileSync(xml, readFileSync(join(from, 'xml.xsd')))
  for (const name of Object.values(FILES)) {
    const text = readFileSync(join(from, name), 'utf8')
    const local = text.replace(/schemaLocation="[^"]*xml\.xsd"/, `schemaLocation="${pathToFileURL(xml)}"`)
    writeFileSync(join(own, name), local)
  }
  return own
}

function find(): string | undefined {
  if (existsSync(`/${SCHEMAS}`)) return `/${SCHEMAS}`
  const name = readdirSync(tmpdir()).find((each) => /^php-symfony-translation_.*\.deb$/.test(each))
  if (name === undefined) return undefined
  const own = mkdtempSync(join(tmpdir(), 'lockstep-package-'))
  const { status } = spawnSync('dpkg-deb', ['-x', join(tmpdir(), name), own])
  return status === 0 ? join(own, SCHEMAS) : undefined
}
