import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { build, check, describeRules } from '../../../src/pipeline.ts'
import { definePlugin, type Plugin } from '../../../src/plugin.ts'
import { readLocales } from '../../../src/read/read-locales.ts'
import { reporters } from '../../../src/report/reporters.ts'
import { defineRule } from '../../../src/validate/engine/define-rule.ts'
import type { RuleSetting } from '../../../src/validate/engine/rule-settings.ts'
import { documentIn, pair, smallDocument } from '../../support/bilingual.ts'
import { contentsOf } from '../../support/contents-of.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** Reports each unit whose target begins with a word. */
const starts = defineRule({
  id: 'starts',
  description: 'A translation begins with a word.',
  severity: 'warning',
  tags: ['unit', 'content'],
  check(document, report) {
    for (const { key, target } of Object.values(document.units))
      if (target?.text.startsWith('Bonjour'))
        report({ reason: 'Unexpected greeting, expected none', place: target.place, unit: key })
  },
})
const words = definePlugin({ name: 'words', rules: [starts] })
const folder = (files: Record<string, string> = {}) =>
  temporaryFolder({ 'docs/fr-FR/a.md': smallDocument(), ...files })

/** Findings of a check, as `severity id`. */
async function findings(options: Partial<Parameters<typeof check>[0]>, cwd = folder()): Promise<string[]> {
  const { files } = await check({ inputs: ['docs'], cwd, ...options })
  return files.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, fatal }) => `${fatal ? 'error' : fatal === false ? 'warning' : 'info'} ${ruleId}`,
    ),
  )
}

describe('rules of a plugin', () => {
  it('have the name of the plugin before their own, and their own severity', async () => {
    expect(await findings({ plugins: [words] })).toEqual(['warning words/starts', 'warning words/starts'])
  })

  it('take settings, overrides and presets like the built-in ones', async () => {
    const of = (options: Partial<Parameters<typeof check>[0]>) => findings({ plugins: [words], ...options })
    expect(await of({ rules: { 'words/starts': 'off' } })).toEqual([])
    expect(await of({ rules: { 'words/starts': 'error' } })).toContain('error words/starts')
    expect(await of({ overrides: [{ locales: ['fr'], rules: { 'words/starts': 'info' } }] })).toContain(
      'info words/starts',
    )
    expect(await of({ preset: 'strict' })).toContain('error words/starts')
    expect(await of({ preset: 'structure' })).toEqual([])
    const shy = definePlugin({ name: 'words', rules: [{ ...starts, recommended: false }] })
    expect(await of({ plugins: [shy] })).toEqual([])
    expect(await of({ plugins: [shy], rules: { 'words/starts': 'warning' } })).toContain(
      'warning words/starts',
    )
  })

  it('are named with the others where a setting has a wrong id or option', async () => {
    await expect(findings({ plugins: [words], rules: { 'words/start': 'off' } })).rejects.toThrow(
      expect.objectContaining({ hint: 'Did you mean `words/starts`?' }),
    )
    await expect(findings({ plugins: [words], rules: { 'words/starts': { word: 'x' } } })).rejects.toThrow(
      'Unexpected option `word` of rule `words/starts` in `rules`, expected none',
    )
    await expect(findings({ plugins: [], rules: { 'words/starts': 'off' } })).rejects.toThrow(
      'Unexpected rule `words/starts`',
    )
  })

  it('are suppressed, and accepted by a baseline', async () => {
    const suppressions = [{ rule: 'words/starts', source: 'Hello.', reason: 'It greets.' }]
    expect(await findings({ plugins: [words], suppressions })).toEqual(['warning words/starts'])
    const cwd = folder()
    const baseline = { plugins: [words], baseline: 'known.json' }
    await findings({ ...baseline, updateBaseline: true }, cwd)
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toContain('words/starts')
    expect(await findings(baseline, cwd)).toEqual([])
  })

  it('are in reports, with their URL if they have one', async () => {
    const linked = definePlugin({ name: 'words', rules: [{ ...starts, url: 'https://example.com/starts' }] })
    const { files } = await check({ inputs: ['docs'], cwd: folder(), plugins: [linked] })
    const sarif = JSON.parse(reporters.sarif(files, { rules: await describeRules({ plugins: [linked] }) }))
    const rules: { id: string }[] = sarif.runs[0].tool.driver.rules
    expect(rules.find(({ id }) => id === 'words/starts')).toMatchObject({
      name: 'Words/starts'.replace('/s', 'S'),
      helpUri: 'https://example.com/starts',
      defaultConfiguration: { level: 'warning' },
    })
    expect(sarif.runs[0].results[0].ruleId).toBe('words/starts')
    expect(reporters.html(files, {})).toContain('data-rule="words/starts"')
    for (const reporter of Object.values(reporters)) expect(reporter(files, {})).toContain('words/starts')
    const described = await describeRules({ plugins: [words] })
    expect(described.find(({ id }) => id === 'words/starts')).toEqual({
      id: 'words/starts',
      description: 'A translation begins with a word.',
      severity: 'warning',
      tags: ['unit', 'content'],
    })
  })

  it('that fail become a message that names the plugin; the others check on', async () => {
    const failing = definePlugin({
      name: 'faulty',
      rules: [
        {
          ...starts,
          check() {
            throw new TypeError('boom')
          },
        },
      ],
    })
    const { files } = await check({ inputs: ['docs'], cwd: folder(), plugins: [failing, words] })
    const [message] = files[0]!.messages.filter(({ ruleId }) => ruleId === 'rule-crashed')
    expect(message?.reason).toBe(
      'Unexpected failure of rule `faulty/starts`, expected it to check the document: boom',
    )
    expect(message?.note).toContain('a bug in the plugin `faulty`')
    expect(files[0]!.messages.some(({ ruleId }) => ruleId === 'words/starts')).toBe(true)
  })

  it('that return a promise are refused, because nothing waits for them', async () => {
    const later = definePlugin({
      name: 'later',
      rules: [{ ...starts, check: () => Promise.reject(new Error('later')) as never }],
    })
    expect(await findings({ plugins: [later] })).toEqual(['error rule-crashed'])
  })

  it('have options, typed in the rule and checked in the settings', async () => {
    const plugin = definePlugin({
      name: 'words',
      rules: [
        defineRule({
          id: 'longest',
          description: 'A translation is too long.',
          severity: 'info',
          tags: ['unit'],
          options: v.strictObject({ characters: v.number() }),
          check(document, report, { options }) {
            for (const { target } of Object.values(document.units))
              if (target && target.text.length > (options?.characters ?? 100))
                report({ reason: 'Unexpected length', place: target.place })
          },
        }),
      ],
    })
    const of = (options: RuleSetting) => findings({ plugins: [plugin], rules: { 'words/longest': options } })
    expect(await of({ characters: 10 })).toEqual(['info words/longest'])
    expect(await of({ characters: 10, severity: 'error' })).toEqual(['error words/longest'])
    await expect(of({ characters: 'many' })).rejects.toThrow(
      'Unexpected value "many" of option `characters` of rule `words/longest` in `rules`, expected number',
    )
    await expect(of({ characters: 1, character: 1 })).rejects.toThrow(
      'Unexpected option `character` of rule `words/longest` in `rules`, expected no option of that name',
    )
    await expect(of({ severity: 'error' })).resolves.toEqual([])
  })

  it('compare the documents of a docset, too', async () => {
    const counter = definePlugin({
      name: 'docset',
      rules: [
        {
          id: 'size',
          description: 'A docset has documents.',
          severity: 'info',
          tags: ['docset'],
          checkDocset(docset, report) {
            for (const path of docset.documents.keys())
              report(path, { reason: `Unexpected ${docset.documents.size} documents` })
          },
        },
      ],
    })
    expect(await findings({ plugins: [counter] }, folder({ 'docs/fr-FR/b.md': smallDocument() }))).toEqual([
      'info docset/size',
      'info docset/size',
    ])
  })
})

describe('outputs of a plugin', () => {
  const text = definePlugin({
    name: 'plain',
    outputs: [
      {
        name: 'text',
        render: (edition) => [
          {
            path: edition.outputPath('.txt'),
            content: `${edition.locale} ${edition.document.title[edition.side]} ${edition.label('alert.note')} ${edition.runbook()}`,
          },
        ],
      },
      {
        name: 'bytes',
        renderAll: ({ path, editions, outputPath }) => [
          { path: outputPath('.bin'), content: Buffer.from(`${path} ${editions.length}`) },
        ],
      },
    ],
  })
  const make = async (options: Partial<Parameters<typeof build>[0]>, cwd = folder()) => {
    const result = await build({ inputs: ['docs'], out: 'out', cwd, ...options })
    return {
      ...result,
      has: (path: string) => existsSync(join(cwd, 'out', path)),
      read: (path: string) => readFileSync(join(cwd, 'out', path), 'utf8'),
      reasons: result.files.flatMap(({ messages }) => messages.map(({ reason }) => reason)),
    }
  }

  it('are made beside the built-in ones: of each language, and of the whole document', async () => {
    const { read, has } = await make({ plugins: [text] })
    expect(read('fr-FR/a.txt')).toBe('fr-FR Bonjour à tous Remarque null')
    expect(read('en-US/a.txt')).toBe('en-US Hello all Note null')
    expect(read('data/a.bin')).toBe('fr-FR/a.md 2'.replace('fr-FR/', ''))
    expect(has('fr-FR/a.html')).toBe(true)
  })

  it('are kinds for `only`', async () => {
    const { has } = await make({ plugins: [text], only: ['plain/text'] })
    expect([has('fr-FR/a.txt'), has('data/a.bin'), has('fr-FR/a.html')]).toEqual([true, false, false])
    await expect(make({ plugins: [text], only: ['plain/texts'] })).rejects.toThrow(
      expect.objectContaining({ hint: 'Did you mean `plain/text`?' }),
    )
    const none = await make({ plugins: [text], only: ['page'] })
    expect([none.has('fr-FR/a.txt'), none.has('fr-FR/a.html')]).toEqual([false, true])
  })

  it('that fail, return something else or leave the folder become messages; the others are made', async () => {
    const render = (files: unknown) => ({ render: () => files as never })
    const faulty = definePlugin({
      name: 'faulty',
      outputs: [
        {
          name: 'throws',
          render: () => {
            throw new Error('boom')
          },
        },
        { name: 'promise', ...render(Promise.reject(new Error('later'))) },
        { name: 'text', ...render('text') },
        { name: 'outside', ...render([{ path: '../x.txt', content: '' }]) },
        { name: 'page-again', ...render([{ path: 'fr-FR/a.html', content: '' }]) },
      ],
    })
    const { reasons, has, read } = await make({ plugins: [faulty, text], locales: ['fr-FR'] })
    expect(reasons).toEqual([
      'This document could not be made into `faulty/throws` of the plugin `faulty`: boom',
      'This document could not be made into `faulty/promise` of the plugin `faulty`: it returned a promise, and must work synchronously',
      'This document could not be made into `faulty/text` of the plugin `faulty`: it did not return a list of files, each with a `path` and a `content` (text or bytes)',
      expect.stringContaining('`faulty/outside` of the plugin `faulty`: '),
      expect.stringContaining('`faulty/page-again` of the plugin `faulty`: Cannot write fr-FR/a.html'),
    ])
    expect(read('fr-FR/a.html')).toContain('Bonjour')
    expect(has('fr-FR/a.txt')).toBe(true)
    expect(has('../x.txt')).toBe(false)
  })

  it('take the place of no other file: each becomes a message, and all else is as without the plugin', async () => {
    const steps = (locale: string) =>
      ['Open the file.', 'Close the file.']
        .map((text, at) => `1. ${pair(`${locale}-${at}`, text, text)}`)
        .join('\n')
    const redirections = [{ source_path: 'old.md', redirect_url: 'b' }]
    const cwd = folder({
      'docs/fr-FR/.openpublishing.redirection.json': JSON.stringify({ redirections }),
      ...Object.fromEntries(
        ['fr-FR', 'de-DE'].map((locale) => [
          `docs/${locale}/b.md`,
          `${documentIn(locale, [])}\n${steps(locale)}`,
        ]),
      ),
    })
    const options = { siteUrl: 'https://x.example', book: true, bilingualRunbooks: 'under' } as const
    await make(options, cwd)
    const clean = contentsOf(join(cwd, 'out'))
    // What `a` has itself is refused when it is written.
    const others = Object.keys(clean).filter((path) => !/\/a[-.]|^\./.test(path))
    for (const path of [
      ...[
        'index.html',
        'reports/index.html',
        'reports/fr-FR.html',
        'sitemap.xml',
        'robots.txt',
        '_redirects',
      ],
      ...['fr-FR/index.html', 'de-DE/404.html', 'fr-FR/b.html', 'data/index.json', 'de-DE/runbook-book.html'],
    ])
      expect(others).toContain(path)
    const thief = definePlugin({
      name: 'thief',
      outputs: [...others, 'Index.HTML'].map((path, at) => ({
        name: `o${at}`,
        renderAll: (document) => (document.path === 'a.md' ? [{ path, content: 'stolen' }] : []),
      })),
    })
    const { reasons } = await make({ ...options, plugins: [thief] }, cwd)
    expect(reasons.filter((reason) => reason.includes('thief'))).toEqual(
      [...others, 'Index.HTML'].map(
        (path, at) =>
          `This document could not be made into \`thief/o${at}\` of the plugin \`thief\`: Unexpected file \`${path}\`, where other files of the build belong, expected a path from \`outputPath\` or in another folder`,
      ),
    )
    const left = contentsOf(join(cwd, 'out'))
    // The lists count the messages.
    const isList = (path: string) => path.startsWith('reports/') || path.startsWith('.')
    const withoutLists = (files: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(files).filter(([path]) => !isList(path)))
    expect(withoutLists(left)).toEqual(withoutLists(clean))
    expect(left['reports/index.html']).not.toContain('stolen')
  })

  it('use templates with helpers', async () => {
    const loud = definePlugin({
      name: 'loud',
      helpers: { upper: (text: string) => text.toUpperCase() },
      outputs: [
        {
          name: 'card',
          render: (edition) => [
            {
              path: edition.outputPath('.card.html'),
              content: edition.template('card', { title: edition.document.title[edition.side] }),
            },
          ],
        },
      ],
    })
    const cwd = folder({ 'look/card.hbs': '{{upper title}} – {{t "alert.note"}}' })
    const { read } = await make({ plugins: [loud], templates: 'look' }, cwd)
    expect(read('fr-FR/a.card.html')).toBe('BONJOUR À TOUS – Remarque')
  })
})

describe('helpers of a plugin', () => {
  const withHelpers = (helpers: NonNullable<Plugin['helpers']>) => definePlugin({ name: 'h', helpers })
  const make = (plugins: Plugin[], page: string) =>
    build({
      inputs: ['docs'],
      out: 'out',
      plugins,
      templates: 'look',
      cwd: folder({ 'look/page.hbs': page }),
    })

  it('cannot replace others', async () => {
    for (const name of ['t', 'if'])
      await expect(make([withHelpers({ [name]: () => '' })], '')).rejects.toThrow(
        `Unexpected helper \`${name}\` of the plugin \`h\`, expected a name that no other helper has`,
      )
  })

  it('that fail are named', async () => {
    const fail = withHelpers({
      fail: () => {
        throw new Error('boom')
      },
    })
    const { files } = await make([fail], '{{fail}}')
    expect(files[0]!.messages.map(({ reason }) => reason)).toContain(
      'This document could not be made into pages: {{fail}} of the plugin `h` failed: boom',
    )
  })
})

describe('labels of a plugin', () => {
  const english = readLocales()['en-US']!
  const withLabels = (labels: NonNullable<Plugin['labels']>) => definePlugin({ name: 'polish', labels })
  const make = (plugins: Plugin[]) =>
    build({
      inputs: ['docs'],
      out: 'out',
      plugins,
      cwd: temporaryFolder({
        'docs/pl-PL/a.md': smallDocument()
          .replaceAll('fr-FR', 'pl-PL')
          .concat(`\n> [!NOTE]\n> ${pair('x-1', 'a', 'b')}\n`),
      }),
    })
  /** English labels with the plural forms of Polish. */
  const polish = (labels: unknown): never =>
    Object.fromEntries(
      Object.entries(labels as object).flatMap(([key, value]) =>
        typeof value !== 'string'
          ? [[key, polish(value)]]
          : key.endsWith('_one')
            ? []
            : key.endsWith('_other')
              ? ['one', 'few', 'many', 'other'].map((form) => [key.replace(/other$/, form), value])
              : [[key, value]],
      ),
    ) as never

  it('give a locale that has none its words', async () => {
    const cwd = temporaryFolder({ 'docs/pl-PL/a.md': smallDocument().replaceAll('fr-FR', 'pl-PL') })
    const labels = polish(english) as { page: { skip: string } }
    labels.page.skip = 'Przejdź do treści'
    await build({ inputs: ['docs'], out: 'out', cwd, plugins: [withLabels({ 'pl-PL': labels as never })] })
    expect(readFileSync(join(cwd, 'out/pl-PL/a.html'), 'utf8')).toContain('Przejdź do treści')
    expect(readFileSync(join(cwd, 'out/en-US/a.html'), 'utf8')).not.toContain('Przejdź do treści')
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['a locale', { pl_PL: {} }, 'Unexpected locale `pl_PL` of labels in the plugin `polish`'],
    [
      'an unknown key',
      { 'fr-FR': { page: { skp: 'x' } } },
      'Unexpected label `page.skp` of `fr-FR` in the plugin `polish`',
    ],
    ['a value', { 'fr-FR': { page: { skip: 3 } } }, 'Unexpected 3 for label `page.skip` of `fr-FR`'],
    ['a placeholder', { 'fr-FR': { page: { builtWith: 'x {{verson}}' } } }, 'expected {{version}}'],
    [
      'missing keys',
      { 'pl-PL': { alert: { note: 'Uwaga' } } },
      'The labels of `pl-PL` in the plugin `polish` lack `',
    ],
  ])('are refused for %s', async (_, labels, message) => {
    await expect(make([withLabels(labels as never)])).rejects.toThrow(message)
  })
})

describe('a plugin', () => {
  it.each<[string, unknown, string]>([
    ['has a name in kebab case', { name: 'My Plugin' }, '[0].name'],
    ['has known keys', { name: 'x', rule: [] }, 'Unexpected key [0].rule'],
    [
      'has rules with functions',
      { name: 'x', rules: [{ id: 'a', description: '', severity: 'info', tags: [] }] },
      '`check`',
    ],
    ['has outputs with functions', { name: 'x', outputs: [{ name: 'a' }] }, '`render`'],
  ])('%s', async (_, plugin, message) => {
    await expect(findings({ plugins: [plugin as Plugin] })).rejects.toThrow(message.split(' ').at(-1))
  })

  it('has a name of its own', async () => {
    await expect(findings({ plugins: [words, words] })).rejects.toThrow('plugins with different names')
  })
})
