import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (target: string, source: string, expected: string[]) =>
  expectFindings('literal-typed', `${sxs(101, target, source)}\n`, expected)

describe('literal-typed', () => {
  it.each([
    ['a name', 'Tapez **ne pas utiliser NLA**.', 'Then type **Do not use NLA** and press ENTER.'],
    ['spaces inside', 'Cliquez, puis tapez **_ tcp**.', 'Click it, and type **_tcp**.'],
    ['options after “enter”', 'Entrez **netstat-a-f**.', 'Enter **netstat -a -f**.'],
    ['a prompt', 'À l’invite, tapez **définir x**.', 'At the prompt, by typing **set x**, begin.'],
  ])('finds a text to type that was changed: %s', (_name, target, source) => {
    const [message] = find(target, source, ['1 warning'])
    expect(message!.expected).toHaveLength(1)
  })

  it.each([
    ['a kept text', 'Tapez **Do not use NLA**.', 'Type **Do not use NLA**.'],
    ['other letter case', 'Tapez **_TCP**.', 'Type **_tcp**.'],
    ['a type', 'Il est de type **nom DNS**.', 'It is of type **DNS Name**.'],
    ['a field', 'Entrez **Nom**.', 'Enter **Name**.'],
    ['a placeholder', 'Tapez **\\<nom\\>**.', 'Type **\\<name\\>**.'],
    ['a number', 'Tapez **1 000**.', 'Type **1,000**.'],
    ['other bold text', 'Cliquez sur **Type**, puis **Oui**.', 'Click **Type**, then **Yes**.'],
    ['what `literal-token` reports', 'Tapez **contoso. com**.', 'Type **contoso.com**.'],
  ])('finds nothing with %s', (_name, target, source) => {
    find(target, source, [])
  })
})
