import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSuppressions } from '../../../src/read/config/read-suppressions.ts'
import { UserError } from '../../../src/util/user-error.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const ONE = { rule: 'unit-order', source: 'Run it.', reason: 'It is so.' }

function read(name: string, text: string) {
  const folder = temporaryFolder({ [name]: text })
  return readSuppressions(join(folder, name), folder)
}

describe('readSuppressions', () => {
  it('reads JSON and YAML, with places', () => {
    const yaml = '# known\n- rule: unit-order\n  source: Run it.\n  reason: It is so.\n'
    expect(read('known.yml', yaml)).toEqual([{ ...ONE, place: { line: 2, column: 3, offset: 10 } }])
    const json = `\uFEFF[\n  ${JSON.stringify(ONE)}\n]`
    expect(read('known.json', json)).toEqual([{ ...ONE, place: { line: 2, column: 3, offset: 4 } }])
    expect(read('empty.yaml', '# nothing yet\n')).toEqual([])
  })

  it.each([
    ['{"rule": "x"', 'Cannot read the suppressions known.json: '],
    ['{"rule": "x"}', 'Unexpected {"rule":"x"} in known.json, expected a list'],
    ['["x"]', 'Unexpected "x" for [0] in known.json, expected an object'],
    [
      JSON.stringify([ONE, { ...ONE, reason: ' ' }]),
      'Unexpected " " for [1].reason in known.json, expected why',
    ],
    [
      JSON.stringify([{ ...ONE, reason: undefined }]),
      'Unexpected nothing for [0].reason in known.json, expected why',
    ],
    [JSON.stringify([{ ...ONE, source: 7 }]), 'Unexpected 7 for [0].source in'],
    [JSON.stringify([{ ...ONE, files: 'a.md' }]), 'Unexpected "a.md" for [0].files in'],
    [JSON.stringify([{ ...ONE, file: ['a.md'] }]), 'Unexpected key [0].file in'],
  ])('refuses %s', (text, message) => {
    expect(() => read('known.json', text)).toThrow(UserError)
    expect(() => read('known.json', text)).toThrow(message)
  })

  it('refuses a file that is not there', () => {
    expect(() => readSuppressions('/nowhere/known.json', '/')).toThrow(/^Cannot read the suppressions/)
  })
})
