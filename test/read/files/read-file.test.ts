import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../src/read/files/read-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

async function read(bytes: string | Uint8Array) {
  const cwd = temporaryFolder({ 'docs/a.md': bytes })
  return readFile(
    { root: cwd, path: 'docs/a.md', absolute: join(cwd, 'docs/a.md'), fragment: false },
    { cwd },
  )
}

it('gives the text as it is, with byte order mark and Windows line ends, and a path for people', async () => {
  const file = await read('\uFEFFa\r\nb\u2028é')
  expect(String(file)).toBe('\uFEFFa\r\nb\u2028é')
  expect(file.messages).toEqual([])
  expect(file.path).toBe('docs/a.md')
})

it('reads an empty file and a huge line', async () => {
  expect((await read('')).value).toBe('')
  const line = 'é'.repeat(3_000_000)
  expect((await read(line)).value === line).toBe(true)
})

it.each([
  ['UTF-16LE', Buffer.from('\uFEFFaé\n', 'utf16le')],
  ['UTF-16BE', Buffer.from('\uFEFFaé\n', 'utf16le').swap16()],
])('reads %s with a byte order mark, and warns', async (name, bytes) => {
  const file = await read(bytes)
  expect(String(file)).toBe('\uFEFFaé\n')
  expect(file.messages).toMatchObject([
    {
      ruleId: 'input-encoding',
      source: 'lockstep',
      fatal: false,
      reason: `Unexpected encoding ${name}, expected UTF-8`,
    },
  ])
})

describe('bytes that are not UTF-8', () => {
  it('are an error with line, column and byte, and the rest is read', async () => {
    const file = await read(
      Buffer.concat([Buffer.from('é\n\uFFFDab'), Buffer.from([0xe9]), Buffer.from('c\n')]),
    )
    expect(String(file)).toBe('é\n\uFFFDab\uFFFDc\n')
    expect(file.messages).toMatchObject([
      { ruleId: 'input-encoding', fatal: true, line: 2, column: 4, place: { offset: 5 } },
    ])
    expect(file.messages[0]!.reason).toContain('first at byte 8')
  })

  it.each([
    ['a sequence that is cut off at the end', [0x61, 0xe2, 0x82], 1],
    ['an encoded surrogate', [0x61, 0x62, 0xed, 0xa0, 0x80], 2],
    ['an overlong form', [0xc0, 0xaf], 0],
  ])('are found where they are %s', async (_, bytes, byte) => {
    const file = await read(Uint8Array.from(bytes))
    expect(file.messages[0]!.reason).toContain(`first at byte ${byte};`)
  })

  it('of UTF-16 are an error without a place', async () => {
    const file = await read(Uint8Array.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x62]))
    expect(file.messages.map(({ fatal, line }) => [fatal, line])).toEqual([
      [false, undefined],
      [true, undefined],
    ])
  })
})

it('makes an error of a file that cannot be read, and leaves the text undefined', async () => {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, 'folder.md'))
  for (const [path, reason] of [
    ['gone.md', 'no such file or folder'],
    ['folder.md', 'it is a folder'],
  ] as const) {
    const file = await readFile({ root: cwd, path, absolute: join(cwd, path), fragment: false }, { cwd })
    expect(file.value).toBeUndefined()
    expect(file.messages).toMatchObject([
      { ruleId: 'input-unreadable', fatal: true, reason: `Cannot read this file: ${reason}` },
    ])
  }
})
