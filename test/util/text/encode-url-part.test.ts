import { expect, it } from 'vitest'
import { encodeUrlPart } from '../../../src/util/text/encode-url-part.ts'

it('encodes a part of a URL, lone surrogates as they are written in UTF-8', () => {
  expect(encodeUrlPart('a/b c 😀')).toBe('a%2Fb%20c%20%F0%9F%98%80')
  expect(encodeUrlPart('\ud83d-\udc00')).toBe(encodeURIComponent('\uFFFD-\uFFFD'))
})
