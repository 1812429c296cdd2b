import { describe, expect, it } from 'vitest'
import { identifier } from '../../../src/validate/rules/identifier.ts'
import { repair } from '../apply-fixes.ts'
import { sxs } from '../check-text.ts'
import { findingsOf } from '../findings-of.ts'

const find = (target: string, source: string, locale = 'fr-FR') =>
  findingsOf(identifier, sxs(101, target, source), locale).map(
    ({ severity = 'error', actual = '', expected = [], reason }) =>
      `${severity}: ${reason.includes('without') ? 'lost' : actual} → ${expected.join(' ')}`,
  )

describe('identifier', () => {
  it.each([
    [
      'fr-FR',
      'La classe System. Management. Automation',
      'The System.Management.Automation class',
      'error: System. Management. Automation → System.Management.Automation',
    ],
    [
      'de-DE',
      'Microsoft. RTC. Applications. CCS',
      'Microsoft.Rtc.Applications.Ccs',
      'error: Microsoft. RTC. Applications. CCS → Microsoft.Rtc.Applications.Ccs',
    ],
    [
      'fr-FR',
      'dans la table tblNode. nodeGuid.',
      'in the tblNode.nodeGuid table.',
      'error: tblNode. nodeGuid → tblNode.nodeGuid',
    ],
    [
      'tr-TR',
      'İstanbul İzmir medialinetable tablosunu açın.',
      'Open the MediaLineTable table of Istanbul.',
      'warning: medialinetable → MediaLineTable',
    ],
    ['de-DE', 'Attribut ms RTCSIP-Line', 'msRTCSIP-Line', 'warning: ms RTCSIP → msRTCSIP'],
    ['fr-FR', 'Attribut msRTSIP-Line', 'The msRTCSIP-Line attribute', 'warning: lost → msRTCSIP'],
    [
      'fr-FR',
      'une variable nommée $pstn Test.',
      'a variable named $pstnTest.',
      'error: $pstn Test → $pstnTest',
    ],
    ['zh-CN', 'ar Xiv 号', 'arXiv numbers', 'warning: ar Xiv → arXiv'],
    ['fr-FR', 'Demandes d’ASP. NET V4', 'ASP.NET v4 Requests', 'error: ASP. NET → ASP.NET'],
    [
      'ja-JP',
      'Meeting. Active という名前のファイル',
      'files that are named Meeting.Active.',
      'error: Meeting. Active → Meeting.Active',
    ],
    [
      'fr-FR',
      'le fichier Microsoft. LS.2013.Monitoring.mp, puis',
      'the file Microsoft.LS.2013.Monitoring.mp, and then',
      'error: Microsoft. LS.2013.Monitoring.mp → Microsoft.LS.2013.Monitoring.mp',
    ],
    ['fr-FR', 'Calls. Read.All x', 'Calls.Read.All', 'error: Calls. Read.All → Calls.Read.All'],
    ['fr-FR', 'la base (LIS. mdf)', 'the database (Lis.mdf)', 'error: LIS. mdf → Lis.mdf'],
    ['fr-FR', 'à partir d’un fichier. csv, voir', 'from a .csv file, see', 'error: . csv → .csv'],
    ['fr-FR', 'la méthode ToXML () convertit', 'the ToXML() method converts', 'error: ToXML () → ToXML()'],
    ['fr-FR', 'Ici,% TEMP% est étendu', 'Here, %TEMP% expands', 'error: % TEMP% → %TEMP%'],
    [
      'de-DE',
      'Der Parameter Domain Name ist',
      'The DomainName parameter is',
      'warning: Domain Name → DomainName',
    ],
  ])('finds spaces inside of identifiers (%s: %s)', (locale, target, source, expected) => {
    expect(find(target, source, locale)).toEqual([expected])
  })

  it.each([
    [
      'zh-CN',
      '**Microsoft 量子. 标准版**',
      '**Microsoft.Quantum.Standard**',
      'error: lost → Microsoft.Quantum.Standard',
    ],
    ['zh-CN', '使用 **--模拟器** 参数', 'Use the **--simulator** parameter', 'error: lost → --simulator'],
    ['ar-SA', 'التحقق من الأكواد', 'check_codes', 'error: lost → check_codes'],
    ['fr-FR', 'Le message %s a échoué : {1}', 'The message %s failed: {0}', 'error: lost → {0}'],
    ['fr-FR', '[entrée] Le nom', '[in] The name', 'error: lost → [in]'],
    [
      'de-DE',
      'Verweis auf die Tabelle Medialinie',
      'Reference to the MediaLine table',
      'warning: lost → MediaLine',
    ],
    ['ja-JP', '**メッセージ削除** を送信', 'Sends **messageDelete**', 'warning: lost → messageDelete'],
    ['fr-FR', 'Type de bâtiment', 'BuildingType', 'warning: lost → BuildingType'],
    ['ru-RU', 'Параметр имя домена задан', 'The DomainName parameter is set', 'warning: lost → DomainName'],
    [
      'fr-FR',
      'des présentations, par exemple',
      'presentations, such as those of PowerPoint',
      'info: lost → PowerPoint',
    ],
  ])('finds lost identifiers (%s: %s)', (locale, target, source, expected) => {
    expect(find(target, source, locale)).toEqual([expected])
  })

  it.each([
    [
      'fr-FR',
      'la propriété appprincipalid de Lync',
      'the AppPrincipalId property of Lync',
      'warning: appprincipalid → AppPrincipalId',
    ],
    [
      'ja-JP',
      'Teams Powershell のインストール',
      'Installing Teams PowerShell',
      'warning: Powershell → PowerShell',
    ],
    ['de-DE', 'Der UserID-Wert', 'The UserId value', 'info: UserID → UserId'],
    ['de-DE', 'GroupType', 'groupType', 'info: GroupType → groupType'],
  ])('finds other letter case (%s: %s)', (locale, target, source, expected) => {
    expect(find(target, source, locale)).toEqual([expected])
  })

  it.each([
    ['fr-FR', 'Le pool Pool FQDN', 'The \\<Pool FQDN\\> pool', 'error: lost → <Pool FQDN>'],
    ['ja-JP', '列に CompanyName します', 'the &lt;CompanyName&gt; column', 'error: lost → <CompanyName>'],
    ['de-DE', 'lyncdiscover.sipdomain', 'the lyncdiscover.\\<sipdomain\\>', 'error: lost → <sipdomain>'],
    ['fr-FR', '\\<\\>site de pool', '\\<pool\\>web', 'warning: lost → <pool>'],
    ['zh-CN', '输入 value', 'Enter \\[value\\]', 'error: lost → [value]'],
    ['es-ES', 'Hola, name:', 'Hello {name}:', 'error: lost → {name}'],
  ])('finds placeholders without their brackets (%s: %s)', (locale, target, source, expected) => {
    expect(
      findingsOf(identifier, sxs(101, target, source), locale).map(
        ({ severity = 'error', expected = [] }) => `${severity}: lost → ${expected.join(' ')}`,
      ),
    ).toEqual([expected])
  })

  it('finds a lost step between menus', () => {
    expect(find('Ouvrez A > B C', 'Open A > B > C')).toEqual([
      'warning: lost → Open A > B > C'.replace('lost', 'Ouvrez A > B C'),
    ])
    expect(find('افتح أ < ب < ج', 'Open A > B > C', 'ar-SA')).toEqual([])
    expect(find('A &gt; B &gt; C', 'A > B > C x')).toEqual([])
  })

  it('does not look inside of other names', () => {
    expect(
      find('**detailCalendarList** – カレンダー', '**detailCalendarList** – from calendarList', 'ja-JP'),
    ).toEqual(['warning: lost → calendarList'])
  })

  it('reports lost identifiers of a unit together', () => {
    expect(find('Les deux sont vides', '_sip._tls and lcsdns_tcp are empty')).toEqual([
      'error: lost → _sip._tls lcsdns_tcp',
    ])
  })

  it('repairs spaces and letter case outside of addresses', () => {
    expect(repair(identifier, sxs(101, 'La base Xds. mdf', 'The Xds.mdf database'))).toContain(
      '>La base Xds.mdf<',
    )
    expect(
      repair(
        identifier,
        sxs(101, '[table errorreport](errorreport.md)', '[ErrorReport table](errorreport.md)'),
      ),
    ).toContain('[table ErrorReport](errorreport.md)')
  })

  it.each([
    ['kept ones', 'fr-FR', 'ImOnly, _sip._tls, %s', 'ImOnly, _sip._tls, %s x'],
    ['joined ones', 'de-DE', 'Die MediaLine-Tabelle', 'The MediaLine table'],
    ['the kind of a number', 'fr-FR', 'Type d’erreur 7 : x', 'ErrorType 7: x'],
    ['the kind of a name', 'ja-JP', 'プロパティ セット Public-Information', 'PropertySet Public-Information'],
    ['plurals', 'fr-FR', 'plusieurs TeamSite', 'several TeamSites'],
    ['file types without the dot', 'de-DE', 'Eine CSV-Datei', 'A .csv file'],
    ['terms', 'ar-SA', 'علامة التبويب السريعة', 'the FastTab'],
    ['protocols', 'de-DE', 'WLAN, Dienstgüte', 'WiFi, QoS'],
    ['family names', 'ja-JP', 'マクギネス', 'McGuinness'],
    ['capitals', 'fr-FR', 'REMARQUE', 'NOTE'],
    ['abbreviations', 'fr-FR', 'p. ex. aux États-Unis', 'e.g. in the U.S. or i.e. x'],
    ['words without a space', 'ja-JP', 'Skype で', 'inSkype theGrant'],
    ['a name before a sentence', 'fr-FR', 'Dans PowerShell. Le pool', 'In PowerShell.The pool'],
    ['two sentences with the same name', 'fr-FR', 'Installez Lync. Serveur', 'Install Lync.Server x'],
    ['standards without a space', 'fr-FR', 'le mode PoE 802.3 AF', 'support PoE802.3AF'],
    ['translated placeholders', 'fr-FR', 'le \\<nom du pool\\>', 'the \\<pool name\\> x'],
    ['placeholders with spaces', 'fr-FR', '\\< domain \\> x', '\\<domain\\>'],
    ['placeholders in code', 'fr-FR', 'le `<pool>`', 'the \\<pool\\>'],
    ['translated words in brackets', 'fr-FR', 'Nom (facultatif)', 'Name [optional]'],
    ['dashes after quotation marks', 'fr-FR', 'les « a » – soit', 'the "a"--meaning x'],
    ['sentences without a space', 'fr-FR', 'Le serveur. Le pool', 'the server.The pool'],
    ['dashes without a space', 'ja-JP', '地域 (EMEA) では場所', 'regions (EMEA)--an location'],
    ['formulas', 'zh-CN', '公式 $x _1$', 'the formula $x_1^2$'],
    ['code', 'fr-FR', 'Tapez `x`', 'Type `DomainName`'],
    ['what literal-token knows', 'fr-FR', 'Ouvrez sip. contoso. com', 'Open sip.contoso.com'],
    ['what literal-spacing knows', 'fr-FR', 'le composant TF _ DIAG', 'the TF_DIAG component'],
    [
      'what the source text writes in two ways',
      'fr-FR',
      'événement panelview',
      'PanelView event (panelview)',
    ],
    ['percentages', 'fr-FR', '100 % des', '100%s of'],
    ['untranslated text', 'fr-FR', 'the x', 'the x'],
  ])('leaves %s alone', (_name, locale, target, source) => {
    expect(find(target, source, locale)).toEqual([])
  })
})
