import handlebars from 'handlebars'
import { describe, expect, it } from 'vitest'
import { readTemplates } from '../../src/read/read-templates.ts'
import { compileTemplate, type Helper } from '../../src/render/compile-template.ts'
import { createRandom } from '../join/generate-revision.ts'

const HELPERS = new Map<string, Helper>([
  ['t', (locale, key, hash) => `${locale}:${key}:${JSON.stringify(hash)}`],
])
const PARTIALS = new Map([
  ['item', '{{a}}{{#if b}} {{b}}{{/if}}{{#each list}}<{{a}}{{../a}}>{{/each}}'],
  ['tree', '{{a}}{{#each list}}\n  {{> tree}}\n{{/each}}'],
  ['label', "{{t a}}{{t 'x' n=b}}{{@root.a}}"],
])

function byHandlebars(source: string): (data: object) => string {
  const instance = handlebars.create()
  instance.registerHelper('t', (key: string, { hash, data }: handlebars.HelperOptions) => {
    if (typeof key !== 'string') throw new Error('no text')
    return HELPERS.get('t')!(hash.locale ?? data.root.locale, key, hash)
  })
  for (const [name, text] of PARTIALS)
    instance.registerPartial(name, instance.compile(text, { strict: true }))
  return instance.compile(source, { strict: true })
}

const compile = (source: string) => compileTemplate(source, { partials: PARTIALS, helpers: HELPERS })

/** What a function gives, or that it throws. */
function outcomeOf(make: () => string): { readonly text: string } | 'throws' {
  try {
    return { text: make() }
  } catch {
    return 'throws'
  }
}

describe('compileTemplate', () => {
  it('gives what Handlebars gives, for generated templates and data', () => {
    const random = createRandom(5)
    const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!
    const many = <Value>(most: number, make: () => Value) =>
      Array.from({ length: Math.floor(random() * (most + 1)) }, make)
    const path = () =>
      pick([
        'a',
        'b',
        'list',
        'inner.a',
        'inner.b',
        '@root.a',
        '@root.inner.a',
        'this',
        '../a',
        '../../b',
        'missing',
        'this.a',
        'length',
        'toString',
      ])
    const statement = (depth: number): string => {
      const block = (name: string) =>
        `{{#${name} ${path()}}}${template(depth + 1)}${random() < 0.3 ? `{{else}}${template(depth + 1)}` : ''}{{/${name}}}`
      return pick([
        () => pick(['text', ' ', '\n', '<p>', '"', '']),
        () => pick(['text', ' ', '\n', '<p>', '"', '']),
        () => `{{${path()}}}`,
        () => `{{{${path()}}}}`,
        () => `{{~${path()}~}}`,
        () =>
          `{{t '${pick(['k', 'l'])}'${pick(['', ' n=a', ' n=1 m=inner.a', " locale='de-DE'", ' locale=b'])}}}`,
        () => `{{t ${path()}}}`,
        () =>
          pick([
            '{{> item}}',
            '{{> item inner}}',
            '{{> item inner a=b}}',
            '{{> label}}',
            '{{> tree}}',
            '\n  {{> item}}\n',
            '\n{{> item}}\n',
          ]),
        () =>
          pick([
            '{{! note }}',
            '\n{{!-- note --}}\n',
            '{{@index}}',
            '{{lookup this "a"}}',
            '{{log}}',
            '{{#with inner}}{{a}}{{/with}}',
            '{{"a"}}',
            '{{#each list as |x|}}{{x.a}}{{/each}}',
          ]),
        () => block('if'),
        () => block('unless'),
        () => block('each'),
      ])()
    }
    const template = (depth: number): string => (depth > 4 ? '' : many(4, () => statement(depth)).join(''))
    const value = (depth: number): unknown =>
      pick<() => unknown>([
        () => pick(['a < b & "c"', "it's `x` = y", '', 'plain']),
        () => pick(['a < b & "c"', 'plain']),
        () => pick([0, 1, -2.5, Number.NaN, true, false, null, undefined]),
        () => (depth > 2 ? [] : many(3, () => value(depth + 1))),
        () => (depth > 2 ? {} : data(depth + 1)),
      ])()
    const data = (depth: number): object => ({
      a: pick(['x<y', 'plain', value(depth)]),
      b: value(depth),
      list: many(3, () => (depth > 2 || random() < 0.1 ? value(3) : data(depth + 1))),
      ...(depth < 3 && random() < 0.9 && { inner: data(depth + 1) }),
      locale: pick(['fr-FR', 'fr-FR', 'fr-FR', undefined]),
    })
    const counts = { compiled: 0, same: 0 }
    for (let run = 0; run < 4000; run++) {
      const source = template(0)
      const fast = compile(source)
      if (!fast) continue
      counts.compiled++
      const slow = byHandlebars(source)
      for (let time = 0; time < 3; time++) {
        const values = data(0)
        const outcome = outcomeOf(() => fast(values))
        if (outcome === 'throws') continue
        counts.same++
        expect(outcome, `${source}\n${JSON.stringify(values)}`).toEqual(outcomeOf(() => slow(values)))
      }
    }
    expect(counts.compiled).toBeGreaterThan(1000)
    expect(counts.same).toBeGreaterThan(1000)
  }, 60_000)

  it('knows the built-in templates', () => {
    const sources = readTemplates()
    const partials = new Map(
      Object.entries(sources).flatMap(([name, text]) =>
        name.startsWith('_') ? [[name.slice(1), text] as const] : [],
      ),
    )
    const helpers = new Map([['t', () => ''] as const, ['date', () => ''] as const])
    for (const [name, text] of Object.entries(sources))
      expect(compileTemplate(text, { partials, helpers }), name).not.toBeNull()
  })
})
