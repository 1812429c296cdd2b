import { expect, it } from 'vitest'
import { type Review, review, reviewFormats } from '../../src/index.ts'
import { frenchOf } from '../support/review.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

it('reviews and reports from the library, with what the reviewer’s language needs', async () => {
  const cwd = temporaryFolder({
    'old/a.md': frenchOf('aaaaa', [['Wait 5 minutes.', 'Attendez 5 minutes.']]),
    'new/a.md': frenchOf('bbbbb', [['Wait 6 minutes.', 'Attendez 5 minutes.']]),
  })
  const result = await review({ base: 'old', head: 'new', cwd, findings: false })
  const { documents }: Review = result.review
  expect(documents.map(({ units }) => units.map(({ headline }) => headline))).toEqual([['stale']])
  const report = [...reviewFormats.markdown(result.review, result)].join('')
  expect(report).toContain('```diff\n- Wait 5 minutes.\n+ Wait 6 minutes.\n  Attendez 5 minutes.\n```')
  expect(report).toContain('Révision de la traduction')
})
