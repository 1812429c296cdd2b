import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { GlossaryEntry } from '../../../src/model/glossary.ts'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import type { Finding } from '../../../src/validate/engine/define-rule.ts'
import { glossary } from '../../../src/validate/rules/glossary.ts'
import { sxs } from '../check-text.ts'

const entry = (source: string, target: string, more: Partial<GlossaryEntry> = {}): GlossaryEntry => ({
  sources: [source],
  targets: [target],
  forbidden: [],
  caseSensitive: false,
  ...more,
})

function find(
  terms: unknown,
  target: string,
  source: string,
  locale = 'fr-FR',
  options = {},
): readonly Finding[] {
  const file = new VFile({ path: 'doc.md', value: `${sxs(101, target, source)}\n` })
  const findings: Finding[] = []
  const document = parseDocument(file, { path: 'doc.md', targetLocale: locale })
  glossary.check!(document, (finding) => findings.push(finding), { options: { terms, ...options } })
  return findings
}

describe('glossary', () => {
  const server = entry('server', 'serveur', { forbidden: ['machine'] })

  it('finds a term that is missing, and one that is forbidden', () => {
    expect(find([server], 'Redémarrez l’ordinateur.', 'Restart the server.')[0]).toMatchObject({
      expected: ['serveur'],
    })
    expect(find([server], 'Le serveur est une machine.', 'The server.')[0]!.reason).toContain('“machine”')
    expect(
      find([entry('server', 'x', { targets: [], forbidden: ['machine'] })], 'La machine.', 'The server.'),
    ).toHaveLength(1)
  })

  it.each([
    ['the plural', 'Les serveurs', 'The servers'],
    ['a compound', 'le sous-serveur', 'the server'],
    ['another word', 'l’observateur', 'the observer'],
    ['a part of a forbidden word', 'le serveur machinal', 'the server'],
    ['a name that stays', 'Ouvrez Skype for Business Server.', 'Open Skype for Business Server.'],
    ['a part of a name', 'Ouvrez HKEY_SERVER\\Skype maintenant.', 'Open HKEY_SERVER\\Skype.'],
    ['an identifier', 'Lisez format.Server.Id', 'Read format.Server.Id now'],
    ['code', 'Exécutez `x`', 'Run `server`'],
  ])('finds nothing with %s', (_name, target, source) => {
    expect(find([server], target, source)).toEqual([])
  })

  it('finds a term that occurs in a name and elsewhere', () => {
    const source = 'On the Exchange Server, restart the server.'
    expect(
      find([entry('server', 'nœud')], 'Sur Exchange Server, redémarrez l’ordinateur.', source),
    ).toHaveLength(1)
  })

  it('looks through the vowel marks of Arabic', () => {
    expect(find([entry('vendor', 'مورد')], 'دفعات المورّد', 'The vendor payments', 'ar-SA')).toEqual([])
  })

  it('lets a longer term take the shorter one in it', () => {
    const frontEnd = entry('Front End Server', 'serveur frontal')
    expect(find([server, frontEnd], 'les serveurs frontaux', 'the Front End Servers')).toEqual([])
    expect(find([entry('server', 'nœud'), frontEnd], 'le serveur frontal', 'the Front End Server')).toEqual(
      [],
    )
  })

  it('heeds letter case where it is told to', () => {
    const teams = entry('Teams', 'Teams', { caseSensitive: true })
    expect(find([teams], 'les équipes', 'the teams')).toEqual([])
    expect(find([teams], 'les équipes', 'in Teams')).toHaveLength(1)
    expect(
      find([entry('Teams', 'Teams')], 'les équipes', 'the teams', 'fr-FR', { caseSensitive: true }),
    ).toEqual([])
  })

  it('takes entries of the locale or its language', () => {
    const forFrench = entry('server', 'serveur', { targetLocale: 'fr' })
    expect(find([forFrench], 'x', 'the server', 'fr-CA')).toHaveLength(1)
    expect(find([forFrench], 'x', 'the server', 'de-DE')).toEqual([])
  })

  it('finds terms in text without spaces', () => {
    expect(find([entry('server', '服务器')], '重新启动服务器。', 'Restart the server.', 'zh-CN')).toEqual([])
    expect(find([entry('server', '服务器')], '重新启动。', 'Restart the server.', 'zh-CN')).toHaveLength(1)
  })

  it.each([[undefined], ['x'], [[{ sources: 'x' }, null]]])('does nothing with terms %j', (terms) => {
    expect(find(terms, 'x', 'the server')).toEqual([])
  })
})
