import { join } from 'node:path'
import type { ReviewResult } from '../../../src/pipeline/review/review-options.ts'
import { review } from '../../../src/pipeline.ts'
import { reviewHtml } from '../../../src/report/review/html/html.ts'
import { pair } from '../../support/bilingual.ts'
import { frenchOf, type Texts } from '../../support/review.ts'
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts'

/** A review of two folders in a temporary one. */
export interface FolderReview extends ReviewResult {
  /** The temporary folder. */
  readonly cwd: string
}

/** Reviews two versions of a docset, ready for its page. */
export async function reviewFiles(
  old: Readonly<Record<string, string>>,
  current: Readonly<Record<string, string>>,
  decisions?: string,
): Promise<FolderReview> {
  const cwd = temporaryFolder()
  const inFolder = (folder: string, files: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [join(folder, path), text]))
  writeFiles(cwd, {
    ...inFolder('old', old),
    ...inFolder('new', current),
    ...(decisions !== undefined && { 'reviews/fr-FR.review.json': decisions }),
  })
  return { ...(await review({ base: 'old', head: 'new', cwd, page: true, language: 'en-US' })), cwd }
}

/** The page of a review. */
export function pageOf({ review: result, label, page }: ReviewResult): string {
  return [...reviewHtml(result, { label, page })].join('')
}

/** A French document with a table between two paragraphs, and a unit that never changes above and below. */
function tableDocument(cells: readonly Texts[]): string {
  const all = cells.map(([source, target], at) => pair(`ttttt-${201 + at}`, target, source))
  const rows = [0, 1, 2].map((row) => `| ${all[row * 2]} | ${all[row * 2 + 1]} |`)
  const still = (id: number, text: string) => pair(`ttttt-${id}`, `${text} reste.`, `${text} stays.`)
  const before = [301, 302, 303].map((id) => still(id, `Before ${id}`)).join('\n\n')
  const after = [401, 402, 403].map((id) => still(id, `After ${id}`)).join('\n\n')
  const [head, ...body] = rows
  return `---\ntitle: T\nms.contentlocale: fr-FR\n---\n\n${before}\n\n${head}\n|---|---|\n${body.join('\n')}\n\n${after}\n`
}

const CELLS: readonly Texts[] = [
  ['Name', 'Nom'],
  ['Value', 'Valeur'],
  ['Port of the pool', 'Port du pool'],
  ['5061', '5061'],
  ['Owner of the pool', 'Propriétaire du pool'],
  ['The administrator', 'L’administrateur'],
]

const NUMBERS = Array.from({ length: 24 }, (_, at) => at)

/** Sentences whose translations all change; four times by the same word, and one of them stands in both documents. */
function sentences(isNew: boolean): readonly Texts[] {
  const word = isNew ? 'hôte' : 'serveur'
  return [
    ['The same sentence in two documents.', `La même phrase, ${isNew ? 'deux fois' : 'en double'}.`],
    ...['start', 'stop', 'check', 'remove'].map(
      (verb, at): Texts => [`Please ${verb} the server.`, `${'abcd'[at]} ${verb} le ${word} maintenant.`],
    ),
  ]
}

function many(prefix: string, isNew: boolean): readonly Texts[] {
  return NUMBERS.map((at) => [
    `Sentence ${prefix} number ${at} is here.`,
    `${isNew ? 'Voilà' : 'Voici'} ${isNew ? `${prefix}${at} tout` : 'une'} la phrase ${prefix} numéro ${at}.`,
  ])
}

/** Two versions of three documents, all of whose changes are of known kinds. */
export const PAIR = {
  old: {
    'a.md': frenchOf('aaaaa', [...sentences(false), ...many('un', false)]),
    'b.md': frenchOf('bbbbb', [sentences(false)[0]!, ...many('deux', false)]),
    'table.md': tableDocument(CELLS),
  },
  current: {
    'a.md': frenchOf('aaaaa', [...sentences(true), ...many('un', true)]),
    'b.md': frenchOf('bbbbb', [sentences(true)[0]!, ...many('deux', true)]),
    'table.md': tableDocument(CELLS.with(3, ['5061', '5062'])),
  },
} as const
