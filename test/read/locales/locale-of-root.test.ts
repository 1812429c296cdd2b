import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { localeOfRoot } from '../../../src/read/locales/locale-of-root.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** The locale of a root with one document. */
function localeOf(text: string): string | undefined {
  const root = temporaryFolder({ 'a.md': text })
  return localeOfRoot([{ absolute: join(root, 'a.md'), root, path: 'a.md', fragment: false } as never])
}

describe('localeOfRoot', () => {
  it.each([
    '---\nms.contentlocale: fr-FR\n---\n',
    '\uFEFF---  \r\nms.contentlocale: fr-FR\r\n---\t\r\n',
    '---\rms.contentlocale: fr-FR\r---\r',
  ])('reads the front matter %j', (text) => {
    expect(localeOf(text)).toBe('fr-FR')
  })

  it('reads front matter that goes on behind the head of a file', () => {
    expect(localeOf(`---\nms.contentlocale: fr-FR\na: ${'é'.repeat(20_000)}\n---\n`)).toBe('fr-FR')
  })

  it('reads nothing else', () => {
    expect(localeOf('---\ntitle: x\n---\n```yaml\nms.contentlocale: de-DE\n```\n')).toBeUndefined()
    expect(localeOf('---\nms.contentlocale: de-DE\n\n# Title\n')).toBeUndefined()
  })
})
