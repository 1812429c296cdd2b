import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readVersion } from '../../src/read/program/read-version.ts'
import { readAssets } from '../../src/read/read-assets.ts'
import { readLocales } from '../../src/read/read-locales.ts'
import { readTemplates } from '../../src/read/read-templates.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

it('reads the version of the package', () => {
  expect(readVersion()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
})

it('reads the built-in templates by name', () => {
  expect(readTemplates()).toHaveProperty('page', expect.stringContaining('<!doctype html>'))
})

it('puts templates of the user over the built-in ones, file by file', () => {
  const folder = temporaryFolder({ 'page.hbs': 'MINE\r\n', 'sub/_part.hbs': 'PART', 'notes.txt': '' })
  const { page, ...others } = readTemplates(folder)
  const { page: _, ...builtIn } = readTemplates()
  expect(page).toBe('MINE\n')
  expect(others).toEqual({ ...builtIn, 'sub/_part': 'PART' })
})

it('puts assets of the user over the built-in ones, file by file', () => {
  const builtIn = readAssets()
  expect(builtIn.size).toBeGreaterThan(0)
  const name = [...builtIn.keys()][0]!
  const folder = temporaryFolder({
    [`assets/${name}`]: 'MINE',
    'assets/fonts/x.woff2': 'FONT',
    'page.hbs': '',
  })
  const assets = readAssets(folder)
  expect([String(assets.get(name)), String(assets.get('fonts/x.woff2'))]).toEqual(['MINE', 'FONT'])
  expect(assets.size).toBe(builtIn.size + 1)
})

it('puts labels of the user over the built-in ones, key by key', () => {
  const [section, labels] = Object.entries(readLocales()['en-US']!).find(
    ([, value]) => typeof value === 'object',
  )!
  const [key] = Object.keys(labels)
  const folder = temporaryFolder({
    'en-US.json': JSON.stringify({ [section]: { [key!]: 'MINE' } }),
    'eo-XX.json': '{"x":"y"}',
    'sub/de-DE.json': '{}',
    'notes.txt': '',
  })
  const all = readLocales(folder)
  expect(all['en-US']![section]).toEqual({ ...(labels as object), [key!]: 'MINE' })
  expect(all['eo-XX']).toEqual({ x: 'y' })
  expect(all['fr-FR']).toEqual(readLocales()['fr-FR'])
})

it.each(['{', '[]', '{"a":1}', '{"a":{"b":null}}', '"x"'])(
  'refuses labels that are %s, and names the file',
  (text) => {
    const folder = temporaryFolder({ 'fr-FR.json': text })
    expect(() => readLocales(folder)).toThrow(/fr-FR\.json/)
  },
)

it('says so where a folder of the user does not exist', () => {
  expect(() => readTemplates('/nowhere/templates')).toThrow(
    'There is no folder /nowhere/templates to take templates from',
  )
  expect(() => readLocales('/nowhere/labels')).toThrow(
    'There is no folder /nowhere/labels to take locales from',
  )
})
