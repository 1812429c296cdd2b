import { execFileSync } from 'node:child_process'
import { reviewDocument } from '../../src/review/document/review-document.ts'
import { scanDocument } from '../../src/review/scan/scan-document.ts'
import type { DocumentReview } from '../../src/review/types/document-review.ts'
import { documentIn } from './bilingual.ts'
import { temporaryFolder, writeFiles } from './temporary-folder.ts'

/** Source and target of a unit. */
export type Texts = readonly [source: string, target: string]

/** A French document of paragraphs whose ids begin with a prefix, numbered from 101. */
export function frenchOf(prefix: string, units: readonly Texts[]): string {
  const numbered = units.map(([source, target], at) => [String(101 + at), target, source] as const)
  return documentIn('fr-FR', numbered).replaceAll('frfr-', `${prefix}-`)
}

/** Reviews two versions of a document, given as text. */
export function reviewTexts(old: string, current: string): DocumentReview {
  return reviewDocument({
    path: 'a.md',
    oldPath: 'a.md',
    locale: 'fr-FR',
    join: { method: 'path' },
    old: scanDocument(old),
    current: scanDocument(current),
  })
}

/** Reviews two lists of units whose ids have nothing in common. */
export function reviewUnitLists(old: readonly Texts[], current: readonly Texts[]): DocumentReview {
  return reviewTexts(frenchOf('aaaaa', old), frenchOf('bbbbb', current))
}

/** A repository whose branch changes a translation in `docs/a.md`; `origin/main` is its base. */
export function repositoryWithBranch(): string {
  const cwd = temporaryFolder({ 'docs/a.md': frenchOf('aaaaa', [['One.', 'Un.']]) })
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd, stdio: 'pipe' })
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'old')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  writeFiles(cwd, { 'docs/a.md': frenchOf('bbbbb', [['One.', 'Une.']]) })
  git('commit', '-qam', 'new')
  return cwd
}
