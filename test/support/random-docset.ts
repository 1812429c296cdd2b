import type { BuildOptions, CheckResult } from '../../src/pipeline/options.ts'
import { reporters } from '../../src/report/reporters.ts'
import { pair } from './bilingual.ts'

/** Locales of random docsets. */
export const LOCALES = ['fr-FR', 'de-DE']
/** Paths of their documents. */
const NAMES = [
  'a.md',
  'b.md',
  'sub/c.md',
  'sub/a.md',
  'includes/i.md',
  'includes/j.md',
  'a.runbook.md',
  'a.html',
]
/** Paths of their images and downloads. */
export const IMAGES = ['media/x.png', 'sub/y.png', 'media/z.zip']
const LINKS = [
  ...NAMES,
  ...IMAGES,
  '../a.md',
  '../media/x.png',
  'b.md#one',
  'a.md#Two',
  '#one',
  '../de-DE/a.md',
  'gone.md',
]

/** The content of a document: the number decides its links, includes, headings and faults. */
export function documentOf(locale: string, number: number): string {
  const id = (unit: number) => `${locale.slice(0, 2)}${(number % 7) + 10000}-${unit}`
  const link = (shift: number) => LINKS[(number >> shift) % LINKS.length]!
  const parts = [
    `---\n${number % 8 < 2 ? `uid: uid.${number % 8}\n` : ''}title: T${number % 5}\nms.contentlocale: ${number % 11 === 0 ? 'it-IT' : locale}\n---\n`,
    `# ${number % 2 ? '<a name="one"></a>' : ''}${pair(id(1), `Titre ${number % 4}`, 'Title')}\n`,
    `${pair(id(2), `voir [lien](${link(0)})`, `see [link](${link(0)})`)}\n`,
    number % 3 === 0 ? `[!INCLUDE [x](${number % 2 ? 'includes/i.md' : '~/includes/j.md'})]\n` : '',
    number % 4 === 0 ? `![image](${link(2)})\n` : '',
    number % 5 === 0 ? `<span data-ttu-id="${id(9)}">sans source</span>\n` : '',
    number % 6 === 0
      ? `## ${pair(id(5), 'Pour redémarrer', 'To restart')}\n\n1. ${pair(id(6), 'Ouvrez.', 'Open it.')}\n2. ${pair(id(7), 'Fermez.', 'Close it.')}\n`
      : '',
    number % 9 === 0 ? '[!INCLUDE [x](../gone/x.md)]\n' : '',
    number % 3 === 1 ? `<xref:uid.${number % 2}> and @uid.0 and [y](B.md)\n` : '',
    number % 13 === 0 ? '[!code-powershell[](media/z.zip)]\n' : '',
  ]
  return parts.filter((part) => part !== '').join('\n')
}

/** Settings to build them with. */
export const SETTINGS: readonly Partial<BuildOptions>[] = [
  {},
  { only: ['page', 'json'] },
  { locales: ['fr-FR', 'en-US'] },
  { rules: { 'link-missing': 'off' } },
  { rules: { consistency: 'info' } },
  { fallback: false, bilingualRunbooks: 'under' },
  { book: true },
  { suppressions: [{ rule: 'unit-source-missing', source: 'x', reason: 'y' }] },
  { suppressions: [{ rule: 'link-missing', source: 'see [link](gone.md)', reason: 'y' }] },
  { overrides: [{ files: ['docs/de-DE/**'], rules: { 'link-missing': 'error' } }] },
]

/** All that a result tells, for comparison. */
export function told({ files, work: _, ...rest }: CheckResult): unknown {
  return {
    ...rest,
    files: files.map(({ path }) => path),
    json: reporters.json(files, {}),
    pretty: reporters.pretty(files, {}),
  }
}

/** Path of a document below the docset's folder: the number decides locale and name. */
export function pathOf(file: number): string {
  return `docs/${LOCALES[file % 2]}/${NAMES[(file >> 1) % NAMES.length]}`
}

/** Files of a random docset: each number decides a document. */
export function randomDocset(numbers: readonly number[]): Record<string, string> {
  return {
    'docs/fr-FR/docfx.json':
      '{"build":{"content":[{"files":["**/*.md","**/*.html"],"exclude":["includes/**"]}]}}',
    'docs/de-DE/docfx.json': '{}',
    'docs/fr-FR/media/x.png': 'png',
    ...Object.fromEntries(numbers.map((number, at) => [pathOf(at), documentOf(LOCALES[at % 2]!, number)])),
  }
}
