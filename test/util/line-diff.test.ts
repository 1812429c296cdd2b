import { expect, it } from 'vitest'
import { lineDiff } from '../../src/util/line-diff.ts'

it('shows the lines that changed, those around them, and their places', () => {
  const before = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].join('\n')
  const after = before.replace('b', 'B').replace('i', 'I')
  expect(lineDiff('x.md', before, after)).toBe(
    '--- x.md\n+++ x.md\n@@ -1,4 +1,4 @@\n a\n-b\n+B\n c\n d\n@@ -7,4 +7,4 @@\n g\n h\n-i\n+I\n j\n',
  )
})

it('is nothing where nothing changed', () => {
  expect(lineDiff('x.md', 'a\nb', 'a\nb')).toBe('')
})
