import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/read/read-locales.ts'
import { readTemplates } from '../../../src/read/read-templates.ts'
import { findTemplateFault } from '../../../src/render/templates/find-template-fault.ts'

const NAMES = {
  templates: { page: '', _head: '', 'parts/_x': '' },
  assets: { 'lockstep.css': 'assets/lockstep.1.css' },
  labels: {
    'en-US': { page: { skip: 'Skip', steps_one: 'A step', steps_other: 'Steps' } },
    de: { own: 'x' },
  },
}

describe('findTemplateFault', () => {
  it.each([
    ['{{#if a}}{{t "page.skip"}}{{else}}{{tOther \'own\'}}{{/if}}'],
    ['{{t "page.steps" count=2}} {{t key}} {{asset (concat "a" "b")}}'],
    ['{{asset "lockstep.css"}} {{> head}} {{> parts/x a=1}} {{> (lookup . "name")}}'],
    ['{{#*inline "mine"}}x{{/inline}}{{> mine}}'],
    ['{{anything.goes}}'],
  ])('has nothing against %s', (text) => {
    expect(findTemplateFault(text, NAMES)).toBeUndefined()
  })

  it.each([
    ['a\n {{t "page.skp"}}', 'unexpected label “page.skp”, did you mean “page.skip”?', 2, 2],
    ['{{#each a}}\n{{x (tOther "nothing")}}{{/each}}', 'unexpected label “nothing”', 2, 5],
    [
      '{{#if a}}{{asset "lockstp.css"}}{{/if}}',
      'unexpected asset “lockstp.css”, did you mean “lockstep.css”?',
      1,
      10,
    ],
    ['{{> haed}}', 'unexpected partial “haed”, did you mean “head”?', 1, 1],
    ['{{#if a}}\n{{/each}}', "if doesn't match each", 1, 4],
    ['a\n{{', 'it is not valid Handlebars near “a{{”', 2, undefined],
  ])('finds what is wrong in %j', (text, reason, line, column) => {
    expect(findTemplateFault(text, NAMES)).toEqual({ reason, line, ...(column !== undefined && { column }) })
  })

  it('finds nothing in the templates of the package', () => {
    const templates = readTemplates()
    const labels = readLocales()
    const assets = new Proxy({}, { getOwnPropertyDescriptor: () => ({ configurable: true }) })
    for (const [name, text] of Object.entries(templates))
      expect(findTemplateFault(text, { templates, labels, assets }), name).toBeUndefined()
  })
})
