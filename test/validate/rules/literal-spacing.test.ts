import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (target: string, source: string, expected: string[]) =>
  expectFindings('literal-spacing', `${sxs(101, target, source)}\n`, expected)

describe('literal-spacing', () => {
  it.each([
    ['a path', 'En tant que DOMAINE \\ utilisateur.', 'As DOMAIN\\user.'],
    ['a path', 'Dans $Backup \\ à importer', 'In $Backup\\import'],
    ['a name with underscores', 'L’indicateur TF _ Diag', 'The flag TF_Diag'],
    ['a placeholder', 'Les paramètres \\< automatiques \\>', 'The \\<Automatic\\> settings'],
    ['a URL', 'Ouvrez https:// \\<serveur\\>/lrs', 'Open https://\\<server\\>/lrs'],
  ])('finds spaces inside %s: %s', (kind, target, source) => {
    const [message] = find(target, source, ['1 warning'])
    expect(message!.reason).toContain(`inside ${kind} `)
  })

  it.each([
    ['translated words', 'En tant que DOMAINE\\utilisateur.', 'As DOMAIN\\user.'],
    ['translated placeholders', 'Les \\<nom du pool\\>', 'The \\<pool name\\>'],
    ['spaces that the source text has', 'DOMAINE \\ utilisateur', 'DOMAIN \\ user'],
    ['comparisons', 'Si 2 < x et y > 3', 'If 2 < x and y > 3'],
    ['what `literal-token` reports', 'Dans C : \\ journaux', 'In C:\\Logs'],
    ['what `literal-typed` reports', 'Tapez **{http \\_ hôte}**.', 'Type **{HTTP\\_HOST}**.'],
    ['what `code-equal` reports', 'Tapez `A \\ b`', 'Type `A\\b`'],
    ['a path at the end of a sentence', 'Voir A\\B et C\\ ', 'See A\\B and C\\'],
  ])('finds nothing with %s', (_name, target, source) => {
    find(target, source, [])
  })
})
