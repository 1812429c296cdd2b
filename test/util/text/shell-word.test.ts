import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { shellWord } from '../../../src/util/text/shell-word.ts'

const hasShell = spawnSync('sh', ['-c', ':']).status === 0

describe('a word of a command', () => {
  it('is written as it is if nothing in it is special', () => {
    expect(shellWord('docs/fr-FR_1.2', 'linux')).toBe('docs/fr-FR_1.2')
    expect(shellWord('docs\\fr-FR', 'win32')).toBe('docs\\fr-FR')
    expect(shellWord('mes docs', 'win32')).toBe('"mes docs"')
  })

  it.skipIf(!hasShell).each(['mes docs', "l'aide", 'a$HOME', '`b`', 'c\\d', '*', '', 'é;ls'])(
    'is read by a shell as it was: %j',
    (text) => {
      const { stdout } = spawnSync('sh', ['-c', `printf %s ${shellWord(text, 'linux')}`], {
        encoding: 'utf8',
      })
      expect(stdout).toBe(text)
    },
  )
})
