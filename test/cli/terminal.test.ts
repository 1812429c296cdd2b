import { describe, expect, it } from 'vitest'
import { REPORTER_NAMES } from '../../src/report/reporter-names.ts'
import { pair } from '../support/bilingual.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

/** What commands a terminal or a CI server, or turns what is read. */
const HOSTILE =
  '\u001B[31m\u001B[8m\u001B]0;x\u0007\u009B2J\u202Eevil\u2066\u200F\r\n::error::x\n  ::set-env name=A::b\n##[command]x ##vso[task]y\b'
/** What a name of a file can be of that. */
const NAME = HOSTILE.replaceAll('/', '')

const DOCUMENT = `---
title: "${JSON.stringify(HOSTILE).slice(1, -1)}"
ms.contentlocale: fr-FR
---
# ${pair('a-1', `Un ${HOSTILE.replace(/\s+/g, ' ')}`, `One ${HOSTILE.replace(/\s+/g, ' ')}`)}

::error::in the text ${pair('a-2', 'Exécutez **Get-CSFooBar** \u202Eavec\u001B[31m rouge', 'Run **Get-CsFooBar** with')}

${pair('a-3', '', `Empty ${HOSTILE.replace(/\s+/g, ' ')}`)} ##[command]x \u001B[2J

[x](${NAME.replace(/\s+/g, '')}.md) [!INCLUDE [x](\u001B[31m.md)]

1. ${pair('a-4', 'Cliquez\u202E sur **x**.', 'Click **x**.')}
2. ${pair('a-5', 'Cliquez **y**', 'Click **y**.')}
${pair('a-6', '  ::error::Cliquez  ', 'Click **y**.')}
`

const folder = () =>
  temporaryFolder({
    [`docs/${NAME}.md`]: DOCUMENT,
    'docs/a.md': DOCUMENT,
    'docs/crlf.md': DOCUMENT.replace(/\r?\n/g, '\r\n'),
    'docs/h.html': `<p>${pair('a-1', 'un\u001B[31m', 'one')}</p>`,
  })

/** What is left in a text that nothing should be left of. */
function harmIn(text: string, { colors = false, annotations = false } = {}): readonly string[] {
  const plain = colors ? text.replace(/\u001B\[(?:0|1|2|4|22|24|3[1-6]|39|90)m/g, '') : text
  const lines = plain
    .split('\n')
    .filter((line) => !(annotations && /^::(?:error|warning|notice) file=/.test(line)))
  return [
    ...(
      plain
        .replaceAll('\r\n', '\n')
        .match(/[^\P{Cc}\n\t]|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu) ?? []
    ).map((found) => found.codePointAt(0)!.toString(16)),
    ...lines.filter((line) => /^\s*::/.test(line) || /##\w*\[/.test(line)),
  ]
}

const COMMANDS: readonly (readonly string[])[] = [
  ...REPORTER_NAMES.map((format) => ['check', 'docs', '--format', format]),
  ['check', 'docs', '--fix', '--dry-run'],
  ['check', 'docs', '--timing'],
  ['check', `docs/${NAME}`],
  ['check', '--rule', HOSTILE, 'docs'],
  ['build', 'docs'],
  ['build', 'docs', '--only', `page,${HOSTILE}`],
  ['build', 'docs', '--book', '--target-locale', HOSTILE],
  ['build', 'docs', '--config', NAME],
  ...['text', 'json', 'markdown', 'html', 'svg'].map((format) => ['status', 'docs', '--format', format]),
  ['inspect', 'docs/a.md'],
  ['inspect', `docs/${NAME}.md`],
  ['inspect', 'docs/a.md', '--runbook'],
  ['inspect', 'docs/a.md', '--json'],
  ['inspect', 'docs/a.md', '--unit', 'a-1'],
  ['inspect', 'docs/a.md', '--unit', HOSTILE],
  [HOSTILE],
  ['check', `--${HOSTILE}`],
]

describe.each([
  ['without colours', {}],
  ['with colours', { FORCE_COLOR: '1' }],
])('%s', (_, env) => {
  it.each(
    COMMANDS.map((args) => [args.map((arg) => (arg.includes(NAME) ? '…' : arg)).join(' '), args] as const),
  )('%s writes nothing that commands its reader', async (_, args) => {
    const { stdout, stderr } = await runCli([...args], folder(), { env, isTTY: 'FORCE_COLOR' in env })
    const colors = 'FORCE_COLOR' in env
    const erased = stderr.replaceAll('\r\u001B[2K', '')
    expect(stdout + erased).not.toBe('')
    expect(harmIn(stdout, { colors, annotations: args.includes('github') })).toEqual([])
    expect(harmIn(erased, { colors })).toEqual([])
  })
})

it('shows what it does not send', async () => {
  const { stdout } = await runCli(['check', 'docs', '--fix', '--dry-run'], folder())
  expect(stdout).toContain('⟨U+001B⟩[31m')
  expect(stdout).toContain('⟨U+0023⟩#[command]')
})

it('says in JSON what was there, character by character', async () => {
  const { stdout } = await runCli(['check', 'docs', '--format', 'json'], folder())
  const { results } = JSON.parse(stdout) as { results: { path: string }[] }
  expect(results.map(({ path }) => path)).toContain(`docs/${NAME}.md`)
})
