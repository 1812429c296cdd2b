import { describe, expect, it } from 'vitest'
import { checkText, expectFindings, sxs } from '../check-text.ts'

let ordinal = 100
const unit = (target: string, source: string) => `${sxs(ordinal++, target, source)}\n\n`
const cancel = [
  unit('Cliquez sur **Annuler**.', 'Click **Cancel**.'),
  unit('Sélectionnez **Annuler** ou **Enregistrer**.', 'Select **Cancel** or **Save**.'),
  unit('Pour fermer, cliquez sur **Annuler**.', 'To close, click **Cancel**.'),
].join('')
/** Sentences that translate “network” and “settings”, and keep “Contoso”. */
const sentences = Array.from({ length: 9 }, (_, at) =>
  unit(`Contoso a ${at} paramètres de réseau.`, `Contoso has ${at} Network Settings.`),
).join('')
const labels = ['Nom|Name', 'Rôle|Role', 'Valeur|Value']
  .map((pair) => unit(pair.split('|')[0]!, pair.split('|')[1]!))
  .join('')
const find = (text: string, expected: readonly string[], files = {}) =>
  expectFindings('label-untranslated', text, expected, { files })

describe('label-untranslated', () => {
  it('finds a bold label that other documents translate, and points at it', () => {
    const [message] = find(
      unit('Cliquez sur **Suivant** ou **Cancel**.', 'Click **Next** or **Cancel**.'),
      ['1 info'],
      { 'other.md': cancel },
    )
    expect(message).toMatchObject({ actual: 'Cancel', expected: ['Annuler'] })
    expect(message!.place).toMatchObject({ start: { column: 60 }, end: { column: 66 } })
  })

  it('finds a label of words that are translated everywhere', () => {
    find(`${unit('Network Settings', 'Network Settings')}${labels}`, ['1 info'], { 'other.md': sentences })
  })

  it.each([
    ['a label that is alone in its document', unit('Network Settings', 'Network Settings'), sentences],
    [
      'a label of few letters',
      unit('Cliquez sur **Suivant** ou **Cancel**.', 'Click **Next** or **Cancel**.').replaceAll(
        'Cancel',
        'Add',
      ),
      cancel.replaceAll('Cancel', 'Add').replaceAll('Annuler', 'Ajouter'),
    ],
    [
      'words in sentence case that are also in names',
      `${unit('Network settings', 'Network settings')}${labels}`,
      `${sentences.toLowerCase()}${unit('Contoso Network Hub', 'Contoso Network Hub').repeat(3)}`,
    ],
    [
      'a label in sentence case beside four translated ones',
      `${unit('Footer of invitations', 'Footer of invitations')}${labels}${unit('Type', 'Kind')}`,
      '',
    ],
  ])('finds %s', (_name, text, other) => {
    find(text, ['1 info'], { 'other.md': other })
  })

  it('finds an unknown label among translated ones, in a language of another script', () => {
    const text = '名前|Name 役割|Role 値|Value 種類|Kind Nouns|Nouns'
      .split(' ')
      .map((pair) => unit(pair.split('|')[0]!, pair.split('|')[1]!))
      .join('')
    expectFindings('label-untranslated', text, ['9 info'], { locale: 'ja-JP' })
    expectFindings('label-untranslated', text, [], { locale: 'fr-FR' })
  })

  it('finds labels in languages of other scripts', () => {
    const other = cancel.replaceAll('Annuler', '取消').replaceAll('Enregistrer', '保存')
    const text = `${unit('Cancel', 'Cancel')}${labels.replaceAll('Nom', '名称')}`
    expectFindings('label-untranslated', text, ['1 info'], { files: { 'other.md': other }, locale: 'zh-CN' })
  })

  it('learns nothing from translations into other languages', () => {
    const text = unit('Klicken Sie auf **Weiter** oder **Cancel**.', 'Click **Next** or **Cancel**.')
    expectFindings('label-untranslated', text, [], { files: { 'fr-FR/other.md': cancel }, locale: 'de-DE' })
  })

  it.each([
    ['names that stay', `${unit('Contoso', 'Contoso')}${labels}`, sentences],
    [
      'a document that keeps its labels',
      `${unit('Network Settings', 'Network Settings')}${unit('Start', 'Start')}`,
      sentences,
    ],
    [
      'labels that are rare',
      unit('Cliquez sur **Finish** ou **Non**.', 'Click **Finish** or **No**.'),
      cancel,
    ],
    [
      'a translation that contains the label',
      unit('Cliquez sur **Cancel** ou **Non**.', 'Click **Cancel** or **No**.'),
      cancel.replaceAll('Annuler', 'Cancel la tâche'),
    ],
    [
      'words with a hyphen as their translation',
      unit('Cliquez sur **Sky-Net** ou **Non**.', 'Click **Sky Net** or **No**.'),
      cancel.replaceAll('Cancel', 'Sky Net').replaceAll('Annuler', 'Réseau'),
    ],
    [
      'a value in a sentence',
      unit('Définissez-le sur **None** ou **Non**.', 'Set it to **None** or **No**.'),
      cancel.replaceAll('Cancel', 'None').replaceAll('Annuler', 'Aucun'),
    ],
    [
      'values',
      unit('Tapez **True** ou **Non**.', 'Type **True** or **No**.'),
      cancel.replaceAll('Cancel', 'True').replaceAll('Annuler', 'Vrai'),
    ],
    [
      'commands',
      unit('Tapez **Out-File** ou **Non**.', 'Type **Out-File** or **No**.'),
      cancel.replaceAll('Cancel', 'Out-File'),
    ],
  ])('lets %s be', (_name, text, other) => {
    find(text, [], { 'other.md': other })
  })

  it('leaves sentences to `untranslated`', () => {
    const text = unit('open it for all users', 'open it for all users')
    const messages = checkText(text + labels, { files: { 'other.md': sentences } })
    expect(messages.flatMap(({ ruleId }) => (/untranslated$/.test(ruleId ?? '') ? [ruleId] : []))).toEqual([
      'untranslated',
    ])
  })
})
