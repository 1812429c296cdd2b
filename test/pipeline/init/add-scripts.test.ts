import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addScripts } from '../../../src/pipeline/init/add-scripts.ts'

const SCRIPTS = { a: 'x "y"', b: 'z' }

describe('addScripts', () => {
  it.each([
    ['{}', '{\n  "scripts": {\n    "a": "x \\"y\\"",\n    "b": "z"\n  }\n}'],
    ['{"scripts":{}}', '{"scripts":{\n    "a": "x \\"y\\"",\n    "b": "z"\n  }}'],
    [
      '{\n\t"name": "n",\n\t"scripts": {\n\t\t"a": "mine"\n\t}\n}\n',
      '{\n\t"name": "n",\n\t"scripts": {\n\t\t"b": "z",\n\t\t"a": "mine"\n\t}\n}\n',
    ],
    ['{"scripts": {"a": "", "b": ""}}', '{"scripts": {"a": "", "b": ""}}'],
    ['{"scripts": "odd"}', '{"scripts": "odd"}'],
    ['[]', '[]'],
  ])('makes of %j %j', (text, expected) => {
    expect(addScripts(text, SCRIPTS).text).toBe(expected)
  })

  it('only inserts, and gives JSON that has what it had and the scripts', () => {
    const texts = fc.dictionary(fc.string(), fc.string())
    fc.assert(
      fc.property(
        fc.record({ name: fc.string(), scripts: texts }, { requiredKeys: [] }),
        fc.constantFrom(undefined, 2, 4, '\t'),
        fc.constantFrom('', '\uFEFF'),
        (value, indent, mark) => {
          const before = mark + JSON.stringify(value, undefined, indent)
          const { text, names } = addScripts(before, SCRIPTS)
          expect(JSON.parse(text.slice(mark.length))).toEqual({
            ...value,
            scripts: { ...SCRIPTS, ...value.scripts },
          })
          expect(names).toEqual(['a', 'b'].filter((name) => !Object.hasOwn(value.scripts ?? {}, name)))
          let at = 0
          for (const character of text) if (character === [...before][at]) at++
          expect(at).toBe([...before].length)
        },
      ),
    )
  })
})
