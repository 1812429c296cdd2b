import { describe, expect, it } from 'vitest'
import { isProse } from '../../../src/validate/text/prose.ts'

describe('isProse', () => {
  it.each([
    ['The calls are sent to the other pool'],
    ['Les appels sont transférés vers l’autre pool.'],
    ['Run Get-User to see which users are affected'],
    ['呼び出しは切断されます'],
  ])('%s is prose', (text) => {
    expect(isProse(text)).toBe(true)
  })

  it.each([
    [''],
    ['N/A'],
    ['99.9 %'],
    ['Skype for Business Server 2015'],
    ['Get-CsUser -Identity kenmyer -Verbose'],
    ['cast(cast(Detail as varbinary(max)) as varchar(max))'],
    ['https://go.microsoft.com/?linkid=9816306'],
    ['im:<sip:user1@host><sip:user2@host>'],
    ['alloc_pages some_other third_name'],
    ['<Message type="JOIN" content="" id="0"> <Sender UserName="TestUser"'],
    ['はい'],
    ['yes'],
    ['true false'],
  ])('%s is none', (text) => {
    expect(isProse(text)).toBe(false)
  })

  it('ends with a text so long that looking for its end from each place would not', () => {
    expect(isProse('a'.repeat(2_000_000))).toBe(false)
  })
})
