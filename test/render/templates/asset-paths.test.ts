import { expect, it } from 'vitest'
import { assetPaths } from '../../../src/render/templates/asset-paths.ts'
import { createTemplates } from '../../../src/render/templates/create-templates.ts'

const translate = () => ''

it('puts a hash of the content into the names of style sheets and scripts only', () => {
  const paths = assetPaths(
    new Map([
      ['a.css', 'a{}'],
      ['b.min.js', 'b'],
      ['font.woff2', 'c'],
    ]),
  )
  expect(paths['a.css']).toMatch(/^assets\/a\.[\da-f]{10}\.css$/)
  expect(paths['b.min.js']).toMatch(/^assets\/b\.min\.[\da-f]{10}\.js$/)
  expect(paths['font.woff2']).toBe('assets/font.woff2')
  expect(assetPaths(new Map([['a.css', 'b{}']]))['a.css']).not.toBe(paths['a.css'])
})

it('gives templates the URL of an asset from their page', () => {
  const template = createTemplates({ a: "{{asset 'a b.css'}}" }, translate, {
    assets: { 'a b.css': 'assets/a b.1.css' },
  })
  expect(template('a', { root: '../' })).toBe('../assets/a%20b.1.css')
  expect(template('a', { root: '/docs/' })).toBe('/docs/assets/a%20b.1.css')
  expect(() => template('a', {})).toThrow('without `root`')
})

it('throws for an asset that does not exist, and names those that do', () => {
  const template = createTemplates({ a: "{{asset 'constructor'}}" }, translate, {
    assets: { 'a.css': 'assets/a.css' },
  })
  expect(() => template('a', { root: '' })).toThrow('“constructor”, expected one of: a.css')
})
