import { describe, expect, it } from 'vitest'
import { markupEdge } from '../../../src/validate/rules/markup-edge.ts'
import { repair } from '../apply-fixes.ts'
import { sxs } from '../check-text.ts'
import { findingsOf } from '../findings-of.ts'

const find = (target: string, source: string, locale = 'fr-FR') =>
  findingsOf(markupEdge, sxs(101, target, source), locale).map(({ reason }) =>
    reason.replace(/^Unexpected | in the translation of .*$/g, ''),
  )

const fixed = (target: string, source: string) => repair(markupEdge, sxs(101, target, source))

describe('markup-edge', () => {
  it.each([
    ['fr-FR', 'Cliquez sur **Modifier** .', 'Click **Edit**.', 'space between bold text and `.`'],
    ['fr-FR', 'Affectez `false` , puis `0`.', 'Set `false`, then `0`.', 'space between code and `,`'],
    [
      'de-DE',
      'Siehe <a href="a.md">Hilfe</a> .',
      'See <a href="a.md">Help</a>.',
      'space between link and `.`',
    ],
    ['de-DE', '**Hinweis** : Text', '**Note**: Text', 'space between bold text and `:`'],
    ['ar-SA', 'في حقل **الاسم** ، أدخل', 'In the **Name** field, enter', 'space between bold text and `،`'],
    ['zh-CN', '我们调用 `Bell` 。', 'We call `Bell`.', 'space between code and `。`'],
    ['ja-JP', '`True` 。', '`True`.', 'space between code and `。`'],
    ['zh-CN', '它是 `Bell` ，而不是别的。', 'It is `Bell`, and nothing else.', 'space between code and `，`'],
    [
      'zh-CN',
      '请参阅 [指南](xref:a.guide) 。',
      'See the [guide](xref:a.guide).',
      'space between link and `。`',
    ],
  ])('finds a space before a mark (%s)', (locale, target, source, expected) => {
    expect(find(target, source, locale)).toEqual([expected])
  })

  it.each([
    [
      'fr-FR',
      'Allez à **Utilisateurs.**',
      'Go to **Users**.',
      '`.` at the end of the bold text “Utilisateurs.”',
    ],
    [
      'fr-FR',
      'Sous **Licences,** choisissez A',
      'Under **Licenses**, choose A',
      '`,` at the end of the bold text “Licences,”',
    ],
    ['de-DE', 'Siehe [Hilfe.](a.md)', 'See [Help](a.md).', '`.` at the end of the link “Hilfe.”'],
    [
      'ja-JP',
      '[開始 **点の選択] で、[次** へ] の **名前。**',
      'In **Start**, select **Next**.',
      '`。` at the end of the bold text “名前。”',
    ],
    ['zh-CN', '请参阅[示例。](a.md)', 'See the [sample](a.md).', '`。` at the end of the link “示例。”'],
    [
      'ja-JP',
      '詳細については[、表](a.md)を参照',
      'See [the table](a.md)',
      '`、` at the beginning of the link “、表”',
    ],
  ])('finds a mark inside of markup (%s)', (locale, target, source, expected) => {
    expect(find(target, source, locale)).toEqual([expected])
  })

  it.each([
    [
      'de-DE',
      'Auf <a href="a.md">A</a>verwiesen',
      'See <a href="a.md">A</a>',
      'link “A” without a space before “verwiesen”',
    ],
    [
      'de-DE',
      'Siehe [Hilfe](a.md)in Teil 2',
      'See [Help](a.md) in part 2',
      'link “Hilfe” without a space before “in”',
    ],
    [
      'ar-SA',
      'راجع [أ](a.md)أو [ب](b.md)',
      'See [a](a.md) or [b](b.md)',
      'link “أ” without a space before “أو”',
    ],
    [
      'fr-FR',
      'Tapez **Nom**suivant',
      'Type **Name** next',
      'bold text “Nom” without a space before “suivant”',
    ],
    [
      'fr-FR',
      'Pour cela, lisez[Aide](a.md)',
      'Read [Help](a.md)',
      '“lisez” without a space before link “Aide”',
    ],
    [
      'zh-CN',
      '`two_electrons`Hamiltonian 对象',
      'the `two_electrons` of Hamiltonian',
      'code “two_electrons” without a space before “Hamiltonian”',
    ],
  ])('finds words beside markup (%s)', (locale, target, source, expected) => {
    expect(find(target, source, locale)).toEqual([expected])
  })

  it.each([
    ['fr-FR', 'et `a.com` `b.com` sont', '`a.com` and `b.com` are', 'code “a.com” side by side with “b.com”'],
    ['zh-CN', '提取 `q1` `q2`', 'fetch `q1` and `q2`', 'code “q1” side by side with “q2”'],
    [
      'fr-FR',
      'le **Mode** **Teams**',
      '**Teams** or **Islands**',
      'bold text “Mode” side by side with “Teams”',
    ],
  ])('finds what stands side by side (%s)', (locale, target, source, expected) => {
    expect(find(target, source, locale)).toEqual([expected])
  })

  it.each([
    ['fr-FR', 'Cliquez **sur** Modifier', 'Click **Edit**', 'bold text “sur”'],
    ['fr-FR', 'Cliquez **sur Modifier**', 'Click **Edit**', 'bold text “sur Modifier”'],
    ['fr-FR', 'Dans la **page** Utilisateurs', 'On the **Users** page', 'bold text “page”'],
    ['fr-FR', '**Type de** port', '**Port type**', 'bold text “Type de”'],
    [
      'de-DE',
      'Klicken Sie auf **Anzeigename einen** Namen',
      'Click **Friendly name**',
      'bold text “Anzeigename einen”',
    ],
    ['es-ES', 'Vaya y **haga clic en** Guardar', 'Go and click **Save**', 'bold text “haga clic en”'],
    ['it-IT', 'Poi **scegliere Salva**', 'Then choose **Save**', 'bold text “scegliere Salva”'],
    ['pt-BR', 'Agora **clique em Salvar**', 'Now click **Save**', 'bold text “clique em Salvar”'],
    ['ru-RU', 'Затем **нажмите Сохранить**', 'Then click **Save**', 'bold text “нажмите Сохранить”'],
    ['ja-JP', '[編集] を **クリックします**。', 'Click **Edit**.', 'bold text “クリックします”'],
    ['ja-JP', '既定では **True です**。', 'The default is **True**.', 'bold text “True です”'],
    ['ko-KR', '[저장]**을** 클릭', 'Click **Save**', 'bold text “을”'],
    ['zh-CN', '然后 **单击** 保存', 'Then click **Save**', 'bold text “单击”'],
    ['ar-SA', 'انقر **فوق حفظ**', 'Click **Save**', 'bold text “فوق حفظ”'],
  ])('finds bold text that is no name (%s: %s)', (locale, target, source, expected) => {
    expect(find(`${target} x`, `${source} x`, locale)).toEqual([expected])
  })

  it('points at the words', () => {
    const text = sxs(101, 'Cliquez sur **Modifier** .', 'Click **Edit**.')
    const place = findingsOf(markupEdge, text)[0]!.place!
    expect(text.slice(...place)).toBe(' ')
    expect(text.slice(0, place[0])).toMatch(/\*\*Modifier\*\*$/)
  })

  it('repairs spaces and marks', () => {
    expect(fixed('Cliquez sur **A** , puis **B** .', 'Click **A**, then **B**.')).toContain(
      'sur **A**, puis **B**.<',
    )
    expect(fixed('Allez à **[Aide](a.md).**', 'Go to **[Help](a.md)**.')).toContain('**[Aide](a.md)**.<')
    expect(fixed('Lisez [Aide.](a.md)', 'Read [Help](a.md).')).toContain('[Aide](a.md).<')
    expect(fixed('Tapez **Nom**suivant', 'Type **Name** next')).toContain('**Nom** suivant')
  })

  it.each([
    ['the spaces of French', 'fr-FR', '**Remarque** : « **A** » ; **B** !', '**Note**: “**A**”; **B**!'],
    ['spaces of the source text', 'fr-FR', '**Un** , **B** .', '**One** , **B** .'],
    ['names with a full stop', 'fr-FR', 'Avec **Windows** .NET, `x` ...', 'With **Windows** .NET, `x` ...'],
    ['.NET at the beginning', 'zh-CN', '请参阅 [.NET 示例](a.md)', 'See [the .NET samples](a.md)'],
    ['marks of the source text', 'fr-FR', '**Note.** Texte', '**Note.** Text'],
    ['bold sentences', 'fr-FR', '**Créez un pool.**', '**Create a pool**'],
    ['a question that is a sentence', 'ja-JP', '**含まれています。**はい', '**It is included!** Yes'],
    ['abbreviations', 'fr-FR', 'De **Contoso, Ltd.** à **etc.**', 'From **Contoso** to **so on**'],
    ['marks in code', 'fr-FR', 'Tapez `a.` ici', 'Type `a` here'],
    ['short endings', 'de-DE', 'des **Server**s', 'of the **server**'],
    ['elisions', 'fr-FR', 'Dans l’**Aide**', 'In **Help**'],
    ['compounds', 'de-DE', 'Die **Hilfe**-Seite', 'The **Help** page'],
    ['text without spaces', 'zh-CN', '**许可证**该软件', '**License** The software'],
    ['particles', 'ko-KR', '**이름**을 입력', 'Enter **Name** now'],
    ['Arabic prefixes', 'ar-SA', 'راجع [أ](a.md) و[ب](b.md)', 'See [a](a.md) and [b](b.md)'],
    ['parts of words', 'fr-FR', '**R**éseau', '**N**etwork'],
    ['side by side in both', 'fr-FR', '`a` `b`', '`a` `b`'],
    ['a label before its value', 'ja-JP', '**概要:** **住所** と入力', '**Summary:** Enter **Address**'],
    ['names that meet in German', 'de-DE', 'Geben Sie in **Name** **x** ein', 'In **Name**, type **x**'],
    ['emphasized words', 'fr-FR', '**et** ou **pas**', '**and** or **not**'],
    ['names of function words', 'de-DE', 'Wählen Sie **Aus** oder **Ein**', 'Select **Off** or **On**'],
    ['names with such a begin', 'fr-FR', 'Cliquez sur **À propos de Lync**', 'Click **About Lync**'],
    ['names with such an end', 'fr-FR', '**Différent de** x', '**Not equal to** x'],
    ['commands', 'fr-FR', 'Cliquez : **sélectionnez un fichier** x', 'Click: **Select a file** x'],
    ['headings in Japanese', 'ja-JP', '**有効にするには**', '**To enable**'],
    ['another language', 'nl-NL', 'Klik **op Bewerken** x', 'Click **Edit** x'],
    ['broken markup', 'fr-FR', 'Cliquez ** Modifier ** .', 'Click **Edit**.'],
    ['text without markup', 'fr-FR', 'Cliquez .', 'Click.'],
  ])('leaves %s alone', (_name, locale, target, source) => {
    expect(find(target, source, locale)).toEqual([])
  })
})
