import { describe, expect, it } from 'vitest'
import { namesOfUid } from '../../../src/parse/xref/xref-names.ts'

const LIST = 'System.Collections.Generic'

describe('namesOfUid', () => {
  it.each([
    ['System.String', 'String', 'System.String', 'System.String'],
    ['System.Console.WriteLine*', 'WriteLine', 'Console.WriteLine', 'System.Console.WriteLine'],
    [`${LIST}.List\`1`, 'List<T>', 'List<T>', `${LIST}.List<T>`],
    [`${LIST}.Dictionary\`2`, 'Dictionary<T1,T2>', 'Dictionary<T1,T2>', `${LIST}.Dictionary<T1,T2>`],
    [`${LIST}.List\`1.Add(\`0)`, 'Add(T)', 'List<T>.Add(T)', `${LIST}.List<T>.Add(T)`],
    [
      'System.String.#ctor(System.Char[])',
      'String(Char[])',
      'String.String(Char[])',
      'System.String.String(System.Char[])',
    ],
    ['System.String.#ctor*', 'String', 'String.String', 'System.String.String'],
    ['System.DateTime.op_Equality*', 'Equality', 'DateTime.Equality', 'System.DateTime.Equality'],
    [
      'A.B.M(System.Func{System.Int32,System.String},System.Int32@,System.Byte[0:,0:])',
      'M(Func<Int32,String>, Int32, Byte[,])',
      'B.M(Func<Int32,String>, Int32, Byte[,])',
      'A.B.M(System.Func<System.Int32,System.String>, System.Int32, System.Byte[,])',
    ],
    [
      'A.B.Select``2(System.Func{``0,``1})',
      'Select<T1,T2>(Func<T1,T2>)',
      'B.Select<T1,T2>(Func<T1,T2>)',
      'A.B.Select<T1,T2>(System.Func<T1,T2>)',
    ],
    [
      'A.B.System#Collections#IEnumerable#GetEnumerator',
      'IEnumerable.GetEnumerator',
      'B.IEnumerable.GetEnumerator',
      'A.B.IEnumerable.GetEnumerator',
    ],
  ])('shortens %s', (uid, name, nameWithType, fullName) => {
    expect(namesOfUid(uid)).toEqual({ name, nameWithType, fullName })
  })

  it.each(['web-api', 'fundamentals/index', 'a b.c', 'System..String', ''])('leaves %s as it is', (uid) => {
    expect(namesOfUid(uid)).toEqual({ name: uid, nameWithType: uid, fullName: uid })
  })
})

it('takes no uid apart that is too long for a signature', () => {
  const uid = `A.B.C(${'[]'.repeat(200_000)}x)`
  expect(namesOfUid(uid).name).toBe(uid)
})
