import { expect, it } from 'vitest'
import { settlePdf } from '../../src/print/settle-pdf.ts'

const settle = (text: string, date = new Date(Date.UTC(2014, 6, 23))) =>
  Buffer.from(settlePdf(Buffer.from(text, 'latin1'), date)).toString('latin1')

it('writes the day of the document for the time of printing, in as many bytes', () => {
  expect(settle("<</CreationDate (D:20261123141427+02'30')\n/ModDate (D:20261123141427-08'00')>>")).toBe(
    "<</CreationDate (D:20140723000000+00'00')\n/ModDate (D:20140723000000+00'00')>>",
  )
  expect(settle('/ModDate (D:20261123141427Z)', new Date(0))).toBe('/ModDate (D:19700101000000Z)')
})

it('writes zeros for the identifier of the file', () => {
  expect(settle('trailer\n<</ID [<0AF9> <0AF9>]>>')).toBe('trailer\n<</ID [<0000> <0000>]>>')
})

it('counts elements from one in the order of the file, and sorts the lists of them', () => {
  expect(settle('/ID (node00000168)\n/ID (node00000314)\n[(node00000168) (node00000172)]')).toBe(
    '/ID (node00000001)\n/ID (node00000002)\n[(node00000001) (node00000003)]',
  )
})

it('makes marked links relative, in as many bytes', () => {
  expect(settle('/URI (lockstep-relative:../a\\(1\\).html#x)>>')).toBe(
    `/URI (../a\\(1\\).html#x)${' '.repeat(18)}>>`,
  )
})

it('leaves texts and binary data alone', () => {
  const text = `(\\(node00000168\\) of D:20261123141427)\u00FF\u0000\u0080/IDTree 813 0 R`
  expect(settle(text)).toBe(text)
})
