import { expect, it } from 'vitest'
import { csvFile, csvHead } from '../../../src/exchange/write/csv.ts'
import { code, fileOf, plain, unit } from '../units.ts'

it('writes a row for each unit, with tags and what they are', () => {
  const source = [code('open', 1), ...plain('a "b"'), code('close', 1), code('alone', 2)]
  const units = [
    unit('a-1', source, [...plain('=c; -d'), code('alone', 3)], {
      state: 'machine',
      stamp: { source: '12e4', target: '5' },
      notes: [
        { category: 'heading', text: 'Under “Start”' },
        { category: 'step', text: 'Step 1' },
      ],
    }),
    unit('a-2', 'x', null, { stamp: { source: '1', target: '2' } }),
  ]
  expect(csvHead() + [...csvFile(fileOf(units))].join('')).toBe(
    [
      '\uFEFFdocument,id,locale,source,target,state,notes,codes,stamps',
      `"guide/start.md","a-1","fr-FR","<1>a ""b""</1><2/>","'=c;' -d<3/>","machine","Under “Start”\nStep 1","1 bold: ** … **\n2 code: \`x\`\n3 code: \`x\`","source:12e4 target:5"`,
      '"guide/start.md","a-2","fr-FR","x","","missing","","","source:1 target:2"',
      '',
    ].join('\r\n'),
  )
})
