import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/read/config/read-config.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const CONFIG = { inputs: ['docs'], targetLocale: 'fr-FR', rules: { 'unit-order': 'off' } }

describe('the file', () => {
  it.each([
    ['lockstep.config.json', JSON.stringify(CONFIG)],
    ['lockstep.config.json', `\uFEFF${JSON.stringify(CONFIG)}`],
    ['lockstep.config.js', `export default ${JSON.stringify(CONFIG)}`],
    ['lockstep.config.js', `module.exports = ${JSON.stringify(CONFIG)}`],
    ['lockstep.config.mjs', `export default ${JSON.stringify(CONFIG)}`],
    ['lockstep.config.ts', `type X = 1\nexport default ${JSON.stringify(CONFIG)} satisfies object`],
  ])('%s is found and read', async (name, text) => {
    const cwd = temporaryFolder({ [name]: text })
    expect(await readConfig(cwd)).toEqual({ config: CONFIG, folder: cwd, path: join(cwd, name) })
  })

  it('need not be there', async () => {
    const cwd = temporaryFolder()
    expect(await readConfig(cwd)).toEqual({ config: {}, folder: cwd })
  })

  it('that is named is taken instead, with paths relative to its folder', async () => {
    const cwd = temporaryFolder({ 'lockstep.config.json': '{}', 'conf/mine.json': '{"out":"site"}' })
    const { config, folder } = await readConfig(cwd, 'conf/mine.json')
    expect([config, folder]).toEqual([{ out: 'site' }, join(cwd, 'conf')])
  })

  it('that is named has to be there', async () => {
    await expect(readConfig(temporaryFolder(), 'mine.ts')).rejects.toThrow(
      'There is no configuration file mine.ts',
    )
  })

  it('must be the only one', async () => {
    const cwd = temporaryFolder({ 'lockstep.config.json': '{}', 'lockstep.config.ts': 'export default {}' })
    await expect(readConfig(cwd)).rejects.toThrow('more than one configuration')
  })

  it.each([
    ['lockstep.config.json', '{"inputs":', ':1:11: it is not valid JSON'],
    ['lockstep.config.json', '\uFEFF{\n  "out": x\n}', ':2:10: it is not valid JSON'],
    ['lockstep.config.json', '{\n  "out": "a",\n  "out": "b"\n}', ':3:3: a key stands twice in an object'],
    ['lockstep.config.json', '['.repeat(999), ': it is nested in more than 200 levels'],
    ['lockstep.config.ts', 'export default {\n  out: = 3\n}', ':2:8: Unexpected token'],
    ['lockstep.config.js', 'module.exports = {\n  out: = 3\n}', ':2:8: Unexpected token'],
    ['lockstep.config.mjs', 'export default {\n  out: = 3\n}', ':2:8: Unexpected token'],
    ['lockstep.config.js', '// x\n\nthrow new Error("boom")', ':3: boom'],
    ['lockstep.config.ts', 'type X = 1\nexport default { out: nothing }', ':2: nothing is not defined'],
    [
      'lockstep.config.mjs',
      '\nimport "nowhere-to-be-found"; export default {}',
      ":2: Cannot find module 'nowhere-to-be-found'",
    ],
  ])('%s that cannot be read is an error that names it, and the place', async (name, text, message) => {
    await expect(readConfig(temporaryFolder({ [name]: text }))).rejects.toMatchObject({
      name: 'UserError',
      message: `Cannot read the configuration ${name}${message}`,
    })
  })

  it('names the file that it imports, if that is wrong', async () => {
    const cwd = temporaryFolder({
      'lockstep.config.ts': 'import { out } from "./conf/out.ts"\nexport default { out }',
      'conf/out.ts': 'export const x = 1\nexport const out = = 2',
    })
    await expect(readConfig(cwd)).rejects.toThrow(
      'Cannot read the configuration conf/out.ts:2:20: Unexpected token',
    )
  })
})

describe('the content', () => {
  it.each([
    [{ input: ['docs'] }, 'Unexpected key input in lockstep.config.json', 'Did you mean inputs?'],
    [{ sourcelocale: 'en-US' }, 'Unexpected key sourcelocale in', 'Did you mean sourceLocale?'],
    [{ bilingualRunbooks: 'below' }, 'Unexpected "below" for bilingualRunbooks in', undefined],
    [{ whatever: 1 }, 'Unexpected key whatever in', 'The keys are: $schema, inputs, out,'],
    [{ constructor: 1 }, 'Unexpected key constructor in', 'The keys are'],
    [
      { inputs: 'docs' },
      'Unexpected "docs" for inputs in lockstep.config.json, expected a list of texts',
      undefined,
    ],
    [{ inputs: [] }, 'Unexpected [] for inputs', undefined],
    [{ out: 3 }, 'Unexpected 3 for out', undefined],
    [{ out: ' ' }, 'Unexpected " " for out', undefined],
    [{ targetLocale: 'fr_FR' }, 'for targetLocale in lockstep.config.json, expected a BCP 47 tag', undefined],
    [
      { only: ['page', 'pdf'] },
      'Unexpected "pdf" for only[1] in lockstep.config.json, expected one of `page`, `table`',
      undefined,
    ],
    [{ failOn: 'never' }, 'expected one of `error`, `warning`, `info`', undefined],
    [{ rootUrl: 'learn.microsoft.com' }, 'expected an http or https URL', undefined],
    [{ siteUrl: 'docs' }, 'for siteUrl in lockstep.config.json, expected an http or https URL', undefined],
    [{ siteUrl: 'https://a.example/?x' }, 'expected an http or https URL without query and', undefined],
    [{ rootUrl: 'https://a b/' }, 'for rootUrl in lockstep.config.json, expected an http', undefined],
    [
      { paper: 'A4' },
      'Unexpected "A4" for paper in lockstep.config.json, expected one of `a4`, `letter`',
      undefined,
    ],
    [{ book: 'docs' }, 'for book in lockstep.config.json, expected true, false, or an object', undefined],
    [{ book: { tocs: 'x' } }, 'Unexpected key book.tocs in', 'Did you mean toc?'],
    [{ book: { documents: 'x' } }, 'Unexpected "x" for book.documents in', undefined],
    [{ book: { title: { fr_FR: 'x' } } }, 'Unexpected "fr_FR" for book.title.fr_FR in', undefined],
    [{ book: { title: { 'fr-FR': '' } } }, 'Unexpected "" for book.title.fr-FR in', undefined],
    [{ book: [] }, 'Unexpected [] for book in', undefined],
    [{ site: { titel: 'x' } }, 'Unexpected key site.titel in', 'Did you mean title?'],
    [{ site: { title: { fr_FR: 'x' } } }, 'Unexpected "fr_FR" for site.title.fr_FR in', undefined],
    [
      { site: { links: [{ text: 'x', url: 'javascript:alert(1)' }] } },
      'for site.links[0].url in lockstep.config.json, expected an http, https or mailto URL',
      undefined,
    ],
    [{ site: { editUrl: '/edit/{path}' } }, 'Unexpected "/edit/{path}" for site.editUrl in', undefined],
    [{ site: { license: { text: 'x', url: 3 } } }, 'for site.license', undefined],
    [
      { overrides: [{ files: ['a'] }] },
      'for overrides[0] in lockstep.config.json, expected a list of',
      undefined,
    ],
    [{ overrides: [{ rule: {} }] }, 'Unexpected key overrides[0].rule in', 'Did you mean rules?'],
    [{ rules: { length: 'eror' } }, 'Unexpected "eror" for rules.length in', undefined],
    [{ runbook: { tables: { '#a': 'stages' } } }, 'for runbook.tables.#a in', 'Did you mean stage?'],
    [
      { suppressions: [{ rule: 'x', source: 'y' }] },
      'Unexpected nothing for suppressions[0].reason in',
      undefined,
    ],
    [{ rules: ['x'] }, 'Unexpected ["x"] for rules', undefined],
    [[], 'Unexpected [] in lockstep.config.json, expected a configuration object', undefined],
    [null, 'Unexpected null in', undefined],
  ])('%j is an error', async (content, message, hint) => {
    const cwd = temporaryFolder({ 'lockstep.config.json': JSON.stringify(content) })
    const error = await readConfig(cwd).catch(
      (reason: unknown) => reason as { message: string; hint?: string },
    )
    expect(error).toMatchObject({ name: 'UserError', message: expect.stringContaining(message) })
    if (hint !== undefined) expect(error).toMatchObject({ hint: expect.stringContaining(hint) })
  })
})
