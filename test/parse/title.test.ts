import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { pair } from '../support/bilingual.ts'

describe('the title of a document', () => {
  const titleOf = (body: string) =>
    parseDocument(new VFile(`---\ntitle: Liste | Contoso\n---\n\n${body}\n`), { path: 'a.md' }).title

  it('is the heading at the start in both languages, whatever front matter says', () => {
    expect(titleOf(`# ${pair('a-1', 'Mise à niveau', 'Upgrade')}`)).toEqual({
      source: 'Upgrade',
      target: 'Mise à niveau',
    })
  })

  it('is that of front matter if the document starts with a lower heading, or has none', () => {
    expect(titleOf(`## ${pair('a-1', 'Étapes', 'Steps')}`)).toEqual({
      source: 'Steps',
      target: 'Liste | Contoso',
    })
    const [one, two] = [pair('a-1', 'Vidéo', 'Video'), pair('a-2', 'Étapes', 'Steps')]
    expect(titleOf(`## ${one}\n\n## ${two}`)).toEqual({ source: null, target: 'Liste | Contoso' })
    expect(titleOf(`## ${one}\n\n### ${two}`)).toEqual({ source: 'Video', target: 'Liste | Contoso' })
    expect(titleOf('Texte.')).toEqual({ source: null, target: 'Liste | Contoso' })
  })
})
