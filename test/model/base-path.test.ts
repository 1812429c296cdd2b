import { expect, it } from 'vitest'
import { basePath } from '../../src/model/build/base-path.ts'

it.each([
  [{}, '/'],
  [{ base: '/docs' }, '/docs/'],
  [{ siteUrl: 'https://docs.example' }, '/'],
  [{ siteUrl: 'https://docs.example/a/b/' }, '/a/b/'],
  [{ siteUrl: 'https://docs.example/a', base: '/b' }, '/b/'],
  [{ siteUrl: 'https://docs.example/aide/é' }, '/aide/é/'],
  [{ siteUrl: 'https://docs.example/%E0%A4%A' }, '/%E0%A4%A/'],
])('of %j is %s', (settings, path) => {
  expect(basePath(settings)).toBe(path)
})
