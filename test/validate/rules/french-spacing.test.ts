import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/validate/engine/define-rule.ts'
import { frenchSpacing } from '../../../src/validate/rules/french-spacing.ts'
import { sxs } from '../check-text.ts'
import { findingsOf } from '../findings-of.ts'

const find = (
  target: string,
  source = 'Note: x. Step 1: y. Get-User: z. Q: w.',
  targetLocale = 'fr-FR',
): readonly Finding[] => findingsOf(frenchSpacing, sxs(101, target, source), targetLocale)

describe('french-spacing', () => {
  it.each([
    'Remarque: lisez',
    'Prêt?',
    'Bravo!',
    'un; deux',
    '**Note**: lisez',
    'Lancez `Get-User`:',
    '(oui): non',
    'Étape 1: lisez',
    '**[Get-User](a.md)**: lisez',
    'Q: pourquoi',
  ])('finds the missing space in %s', (target) => {
    const [finding, ...others] = find(target)
    expect(finding).toMatchObject({ reason: expect.stringContaining('without a space before') })
    expect(finding!.severity).toBeUndefined()
    expect(finding!.fix).toBeUndefined()
    expect(others).toEqual([])
  })

  it('points at the mark that lacks its space', () => {
    expect(find('Prêt? Oui.')[0]!.place).toEqual([34, 35])
  })

  it('finds missing spaces inside of quotation marks, through emphasis and links', () => {
    expect(find('Le «mot» et «[lien](a.md)».')).toHaveLength(4)
    expect(find('Le « **mot** ».'.replaceAll(' ', '\u00A0'))).toEqual([])
  })

  it('has a breaking space as information with its repair', () => {
    const [finding] = find('Remarque : lisez')
    expect(finding).toMatchObject({ severity: 'info', fix: { text: '\u00A0' } })
    const [start, end] = finding!.fix!.place
    expect([start, end - start]).toEqual([38, 1])
  })

  it.each(['\u00A0', '\u202F', '\u2009', '&nbsp;', '&#160;'])('takes %j for the space', (space) => {
    expect(find(`Vraiment${space}? «${space}Oui${space}»${space}: là`)).toEqual([])
  })

  it.each([
    ['code', 'Tapez `a: b`', 'Type'],
    ['a URL', 'Voir https://contoso.com:80/?a=b;c', 'See'],
    ['a path', 'Dans C:\\Logs', 'In'],
    ['a time', 'À 12:30', 'At'],
    ['colons of code', 'std::sort et a::b', 'See'],
    ['a URL of a link', '[voir](a.md?x=1;y=2)', 'See'],
    ['references', 'Recherche &amp; développement &gt; tout', 'Research'],
    ['an alert', '[!NOTE]', '[!NOTE] x'],
    ['a name of the source text', 'La messagerie Yahoo! est là', 'Yahoo! messaging'],
    ['an identifier of the source text', 'Le préfixe sip: est requis', 'The sip: prefix is required'],
    ['text that is not translated', 'Note: read', 'Note: read'],
    [
      'a name with a colon',
      'Utilisez **Dynamics 365 Talent: Attract** ici',
      'Use **Dynamics 365 Talent: Attract** here',
    ],
    ['a drive', 'Le lecteur C: est plein', 'The C: drive is full'],
    ['a drive of the registry', 'Ouvrez le lecteur HKLM: maintenant', 'Open the HKLM: drive now'],
    ['a mark in quotation marks', 'Le signe ":" sépare (:)', 'The colon (":") separates (:)'],
  ])('leaves %s alone', (_name, target, source) => {
    expect(find(target, source)).toEqual([])
  })

  it('looks at French of France and its like only', () => {
    for (const locale of ['fr-CA', 'fr-CH', 'de-DE', 'es-ES'])
      expect(find('Prêt?', 'Ready', locale)).toEqual([])
    for (const locale of ['fr', 'fr-BE']) expect(find('Prêt?', 'Ready', locale)).toHaveLength(1)
  })
})
