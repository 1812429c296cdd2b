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
    ['a regular expression', 'Le modèle ^(1425 \\d {7} )$', 'The pattern ^(1425\\d{7})$'],
    ['a URL', 'Ouvrez https:// \\<serveur\\>/lrs', 'Open https://\\<server\\>/lrs'],
  ])('finds spaces inside %s: %s', (kind, target, source) => {
    const [message] = find(target, source, ['1 warning'])
    expect(message!.reason).toContain(`inside ${kind} in`)
  })

  it.each([
    ['translated words', 'En tant que DOMAINE\\utilisateur.', 'As DOMAIN\\user.'],
    ['translated placeholders', 'Les \\<nom du pool\\>', 'The \\<pool name\\>'],
    ['a bare scheme before a word', 'Sans https:// au début', 'Minus the https://.'],
    ['spaces that the source text has', 'DOMAINE \\ a, A\\b', 'DOMAIN \\ a, A\\b'],
    ['comparisons', 'Si 2 < x et y > 3', 'If 2 < x and y > 3'],
    ['what `literal-token` reports', 'Dans C : \\ journaux', 'In C:\\Logs'],
    ['what `literal-typed` reports', 'Tapez **{http \\_ hôte}**.', 'Type **{HTTP\\_HOST}**.'],
    ['formulas', 'La porte $R _1$ et $Z \\ otimes Z$', 'The gate $R_1$ and $Z\\otimes Z$'],
    ['parts of formulas', 'Z \\ otimes { _ a }', 'Z\\otimes{_a}'],
    ['code that is kept', 'Voir A \\ B sous `x\\y`', 'See it below `x\\y`'],
    ['what `code-equal` reports', 'Tapez `A \\ b`', 'Type `A\\b`'],
    ['a path at the end of a sentence', 'Voir A\\B et C\\ ', 'See A\\B and C\\'],
  ])('finds nothing with %s', (_name, target, source) => {
    find(target, source, [])
  })
})
