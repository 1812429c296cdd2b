import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { expect, it } from 'vitest'

const FOLDER = join(import.meta.dirname, '../../templates')

it.each(globSync('**/*.css', { cwd: FOLDER }))('%s closes every block that it opens', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"/g, '')
  let depth = 0
  for (const [mark] of text.matchAll(/[{}]/g)) {
    depth += mark === '{' ? 1 : -1
    expect(depth).toBeGreaterThanOrEqual(0)
  }
  expect(depth).toBe(0)
})
