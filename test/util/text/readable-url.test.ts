import { expect, it } from 'vitest'
import { readableUrl } from '../../../src/util/text/readable-url.ts'

it.each([
  ['%E3%83%87%E3%83%BC%E3%82%BF', 'データ'],
  ['a/%C3%A9t%C3%A9.md#%D9%85', 'a/été.md#م'],
  ['https://x.com/387%E9%80%9A%E8%BF%87', 'https://x.com/387通过'],
  ['%F0%9F%98%80', '😀'],
  ['a%2Fb%3F%23%25%41%20', 'a%2Fb%3F%23%25A%20'],
  ['%C2%A0%E2%80%AE%00%0A', '%C2%A0%E2%80%AE%00%0A'],
  ['%E3%83', '%E3%83'],
  ['100%', '100%'],
])('decodes what people can read, and nothing else: %s', (url, expected) => {
  expect(readableUrl(url)).toBe(expected)
})
