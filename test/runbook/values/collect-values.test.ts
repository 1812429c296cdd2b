import { describe, expect, it } from 'vitest'
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
  'Set-User -Password <Password>',
  'Connect <your workspace key> <user_password>',
])('are none in %s', (command) => {
  expect(namesOf([command])).toEqual([])
})

it('are no files that several commands write, which would overwrite each other', () => {
  expect(
    namesOf(['Export-CsRules -FileName "<file name>"', 'Export-CsPools -FileName "<file name>"']),
  ).toEqual([])
  expect(
    namesOf(['Export-CsRules -FileName "<file name>"', 'Import-CsRules -FileName "<file name>"']),
  ).toEqual(['file name'])
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

/** Names of the values of a procedure whose steps have these texts, in Markdown. */
function namesIn(...steps: readonly string[]): readonly string[] {
  const document = readMarkdown(
    `# Guide\n\n## To restore the pool\n\n${steps.map((step) => `1. ${step}`).join('\n')}\n1. Click OK.\n`,
  )
  return deriveRunbook(document)!.values.map(({ name }) => name)
}

describe('in the text of steps', () => {
  it.each([
    'Browse to https://\\<name\\>/cscp.',
    'Open C:\\\\Logs\\\\\\<name\\>.log.',
    'Open **\\\\\\\\\\<name\\>\\\\share**.',
    'Open \\<name\\>\\\\Setup\\\\setup.exe.',
    'Add a record sip.\\<name\\> to the zone.',
    'Delete the account admin@\\<name\\>.',
    'Type HOST/\\<name\\> in the box.',
    'Type **nslookup** \\<name\\>, and press Enter.',
    'In **Name**, type \\<name\\>.',
    'Run **Set-CsPool -Identity \\<name\\> -Force**.',
    'Run **Set-CsPool -Site Paris -Identity "\\<name\\>"**.',
    'Run setup.exe /file:\\<name\\>.',
    'Run setup.exe /quiet \\<name\\>.',
    'Open https://example.com/?id=\\<name\\>.',
    'Go to **https://**\\<**name**\\>**/cscp**.',
  ])('are values in %s', (step) => {
    expect(namesIn(step)).toEqual(['name'])
  })

  it.each([
    'Select **\\<name\\>**.',
    'In **\\<name\\>**, enter **30024**.',
    'Enter \\<name\\> box values.',
    'Enter the \\<name\\> that you know.',
    'Add the number to the \\<name\\> field.',
    'Look for \\<name\\> in the file.',
    'Select **Edit Policy - \\<name\\>**.',
    'Type an address in the format sip:\\<name\\>@\\<domain\\>.',
    'Type a user. The format is \\<name\\>@\\<domain\\>.',
    'Type the file \\<string\\>/x.',
    'Type https://\\<password\\>/x.',
    'Call List\\<name\\>.',
    'Use {0} in https://example.com/{1}.',
    'Open https://example.com/{name}.',
    'Match ^(\\\\d{7})$ with /{R:0}.',
    'Enter \\<b\\>/x.',
  ])('are none in %s', (step) => {
    expect(namesIn(step)).toEqual([])
  })

  it('are braces and capitals if the text asks to replace them and uses them', () => {
    const ask = 'Replace **{id}** in the query with the id of the group, and GROUP_NAME with its name.'
    expect(namesIn(ask)).toEqual([])
    expect(namesIn(ask, 'Open https://example.com/GROUP_NAME/groups/{id}.')).toEqual(['GROUP_NAME', 'id'])
  })

  it('are addresses in a described format', () => {
    expect(namesIn('Type the URL in the format https://\\<name\\>/x.')).toEqual(['name'])
  })

  it('are values of commands and texts once, in order of first use', () => {
    expect(namesIn('Open https://\\<b c\\>/x and run `Get-Pool <a b>`.', 'Run `Get-Pool <B C>`.')).toEqual([
      'b c',
      'a b',
    ])
  })

  it('do not make a word that commands and texts have ambiguous', () => {
    expect(namesIn('Run `Get-Pool -Identity <pool>`.', 'Open https://\\<pool\\>/x.')).toEqual(['pool'])
  })

  it('are none outside of steps', () => {
    const document = readMarkdown(
      '# Guide\n\nSee https://\\<name\\>/x.\n\n## To restore the pool\n\nThe pool is at https://\\<name\\>/x.\n\n1. Click OK.\n2. Click Close.\n',
    )
    expect(deriveRunbook(document)!.values).toEqual([])
  })

  it('say what they are a part of', () => {
    const document = readMarkdown(
      '# Guide\n\n## To restore the pool\n\n1. Browse to https://\\<pool FQDN\\>/cscp.\n2. Click Close.\n',
    )
    expect(deriveRunbook(document)!.values).toEqual([
      {
        name: 'pool FQDN',
        spellings: ['<pool FQDN>'],
        reason: 'it is to be filled in: “https://<pool FQDN>/cscp”',
      },
    ])
  })
})

it('are those of check items too', () => {
  const document = readMarkdown(
    '# Guide\n\n## Outage\n\n| Situation | During outage | After failover completes |\n|---|---|---|\n| Calls | Open https://\\<name\\>/x. | Click OK. |\n| Chats | Wait. | Click OK. |\n',
  )
  expect(deriveRunbook(document)!.values.map(({ name }) => name)).toEqual(['name'])
})

it('are none where no step has them', () => {
  const code = '```\nGet-CsPool <Pool FQDN>\n```\n'
  const steps = '1. Open it.\n2. Close it.\n'
  const document = readMarkdown(`# Guide\n\n## To open it\n\n${steps}\n## Syntax of the cmdlet\n\n${code}`)
  expect(deriveRunbook(document)!.values).toEqual([])
})
