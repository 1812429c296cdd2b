import { expect, it } from 'vitest'
import { deriveRunbook } from '../../../src/runbook/derive-runbook.ts'
import { readMarkdown } from '../../model/runbook-text.ts'

/** Names of the values of a procedure with these commands; `before` is a paragraph above it. */
function namesOf(commands: readonly string[], before = ''): readonly string[] {
  const steps = commands.map(
    (command) => `1. Run this:\n\n   \`\`\`\n   ${command.replaceAll('\n', '\n   ')}\n   \`\`\`\n`,
  )
  const document = readMarkdown(`# Guide\n\n${before}\n\n## To restore the pool\n\n${steps.join('\n')}`)
  return deriveRunbook(document)!.values.map(({ name }) => name)
}

it('are the placeholders of commands, each once, whatever its letter case and spaces', () => {
  expect(
    namesOf(['Get-CsPool <Pool FQDN>', 'Stop-CsPool <pool  FQDN> -File "<path and file name>"']),
  ).toEqual(['Pool FQDN', 'path and file name'])
})

it.each([
  '<activity LCID="1033">text</activity>',
  '<settings><pool>x</pool></settings>',
  '<Audio default="true"/>',
  'New-Object List<Pool>',
  '#include <stdio.h>',
  'Set-CsUser -Force <SwitchParameter>',
  'Set-CsUser -Enabled <$true | $false>',
  'Set-CsUser -Kind <User | Computer>',
  'sort < input.txt > output.txt',
  'if ($x -lt 3 <5 && y> 2)',
  'curl <https://example.com/x>',
  'curl {0} $POOL_NAME',
  'echo <br>',
])('are none in %s', (command) => {
  expect(namesOf([command])).toEqual([])
})

it('are phrases in XML, but no tags', () => {
  expect(namesOf(['<pool><name>\n<Pool FQDN></name></pool>'])).toEqual(['Pool FQDN'])
})

it('are not what may be several values under one name', () => {
  expect(namesOf(['Move-CsPool -From <Fqdn>', 'Move-CsPool -To <Fqdn>'])).toEqual([])
  expect(namesOf(['Move-CsPool -From <pool FQDN> -To <pool FQDN>'])).toEqual([])
  expect(namesOf(['Move-CsPool -From <pool FQDN>', 'Move-CsPool -To <pool FQDN>'])).toEqual(['pool FQDN'])
})

it('are capitals and braces only if the text says so', () => {
  const commands = ['Get-Pool POOL_NAME', 'curl https://example.com/{tenant}/REG_DWORD']
  expect(namesOf(commands)).toEqual([])
  expect(
    namesOf(commands, 'Replace `POOL_NAME` with the name of the pool, where {tenant} is yours.'),
  ).toEqual(['POOL_NAME', 'tenant'])
})

it('are emphasized words in commands, but not words of the text', () => {
  const html =
    '# Guide\n\n## To restore the pool\n\n1. Run <code>Get-Pool <em>name of the pool</em></code> where <code>&lt;other pool&gt;</code> is a word.\n2. Run <code><em>all</em></code>.\n'
  expect(deriveRunbook(readMarkdown(html))!.values).toEqual([
    {
      name: 'name of the pool',
      spellings: ['name of the pool'],
      reason: expect.stringContaining('name of the pool'),
    },
  ])
})
