import handlebars from 'handlebars'
import { describe, expect, it } from 'vitest'
import { readTemplates } from '../../../src/read/read-templates.ts'
import { createTemplates } from '../../../src/render/templates/create-templates.ts'

const translate = (locale: string, key: string, values?: Record<string, unknown>) =>
  `${locale}:${key}:${JSON.stringify(values)}`

/** Templates that a renderer calls by name. */
const CALLED = [
  ...['page', 'index', 'table', 'runbook', 'book', 'start', 'contents', 'choose-language'],
  ...['parts/breadcrumb', 'parts/branch', 'parts/sequence', 'not-found', 'redirect'],
]

describe('createTemplates', () => {
  it('escapes what templates show', () => {
    const template = createTemplates({ a: '<p title="{{x}}">{{x}}</p>' }, translate)
    expect(template('a', { x: '<script>"\'' })).toBe(
      '<p title="&lt;script&gt;&quot;&#x27;">&lt;script&gt;&quot;&#x27;</p>',
    )
  })

  it('throws for data that a template names and does not get', () => {
    const template = createTemplates({ a: '{{x}}', b: '{{t x}}', c: '{{date x}}' }, translate)
    expect(() => template('a', {})).toThrow(/"x" not defined/)
    expect(() => template('b', { locale: 'fr-FR' })).toThrow('Unexpected undefined for {{t}}')
    expect(() => template('c', { locale: 'fr-FR' })).toThrow('Unexpected undefined for {{date}}')
    expect(() => template('b', {})).toThrow('without `locale`')
  })

  it('throws for a name that is no template’s, and names those there are', () => {
    expect(() => createTemplates({ a: '' }, translate)('b', {})).toThrow('“b”, expected one of: a')
  })

  it('takes labels and dates in the locale of the data, or in the one told', () => {
    const template = createTemplates({ a: "{{{t 'k' n=1}}} {{date d locale='de-DE'}} {{date d}}" }, translate)
    expect(template('a', { locale: 'fr-FR', d: '07/23/2014' })).toBe(
      'fr-FR:k:{"n":1} 23. Juli 2014 23 juillet 2014',
    )
  })

  it('makes partials of the files that begin with `_`, also in folders', () => {
    const template = createTemplates({ a: '{{> b}}{{> c/d}}', _b: 'B', 'c/_d': 'D' }, translate)
    expect(template('a', {})).toBe('BD')
  })

  it('leaves the global instance of Handlebars alone', () => {
    createTemplates({ _mine: '' }, translate)
    expect(handlebars.partials).not.toHaveProperty('mine')
    expect(handlebars.helpers).not.toHaveProperty('t')
  })
})

describe('the built-in templates', () => {
  const sources = readTemplates()
  const all = Object.values(sources).join('\n')

  it('all compile in strict mode', () => {
    for (const [name, source] of Object.entries(sources)) {
      expect(() => handlebars.create().precompile(source, { strict: true }), name).not.toThrow()
    }
  })

  it('are all used', () => {
    const unused = Object.keys(sources).filter((name) => {
      const partial = name.replace(/(^|\/)_([^/]*)$/, '$1$2')
      return partial === name ? !CALLED.includes(name) : !new RegExp(`\\{\\{#?> *${partial}\\b`).test(all)
    })
    expect(unused).toEqual([])
  })
})
