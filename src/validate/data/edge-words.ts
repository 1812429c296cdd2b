/** Words that show that a bold text is no name of a button, page or field, or more than it. */
export interface EdgeWords {
  /** Texts of nothing but function words, words like “click” and words like “page”. */
  readonly only: RegExp
  /** The begin of texts with words of the sentence before the name. */
  readonly begins: RegExp
  /** The end of texts with words of the sentence after the name. */
  readonly ends: RegExp
}

/** Matches texts that consist of some words. */
const all = (words: string, flags = 'u') => new RegExp(`^(?:(?:${words})(?:\\s+|$))+$`, flags)

const first = (words: string, flags = 'u') => new RegExp(`^(?:${words})(?=\\s)`, flags)

const last = (words: string, flags = 'u') => new RegExp(`[\\s\\u00A0](?:${words})$`, flags)

/**
 * By language. The words are those of Microsoft’s style guides for procedures (“Click”, “On the … page”) in each language; those that a
 * label can begin or end with are not in the lists (“À propos de”, “Geben Sie … ein”). Translations are in lower case here, since labels
 * begin with a capital where the script has them. English is there for source texts: it is wider, so that names with such words do not count.
 */
export const EDGE_WORDS: Readonly<Record<string, EdgeWords>> = {
  en: {
    only: /^(?:(?:a|all|an|and|are|as|at|box|button|by|check|choose|click|column|command|dialog|enter|field|for|from|go|if|in|is|list|menu|message|mode|no|not|of|off|on|option|options|or|out|page|pane|parameter|parameters|press|properties|select|set|setting|settings|status|tab|tap|the|then|to|type|use|up|via|where|window|with|yes|you)(?:\s+|$))+$/iu,
    begins:
      /^(?:a|after|all|and|are|as|at|before|by|choose|click|do|enable|enter|for|from|go|how|if|in|is|not|of|on|or|pick|press|select|tap|the|then|to|turn|type|under|using|via|what|when|where|with|your?)\s/iu,
    ends: /[\s\u00A0](?:a|an|and|are|as|at|be|by|for|from|has|if|in|is|not|of|off|on|or|out|than|that|the|to|up|when|where|with|within)$/iu,
  },
  fr: {
    only: all(
      'à|activez|appuyez|au|aux|bouton|boîte|case|champ|choisissez|cliquez|colonne|dans|de|des|désactivez|dialogue|du|en|est|et|fenêtre|la|le|les|menu|onglet|option|options|ou|page|par|paramètre|paramètres|pour|puis|que|se|sont|sur|sélectionnez|un|une|vers|volet|zone',
    ),
    begins: first(
      '(?:de |dans )?(?:l’|la |les? )(?:bouton|case|champ|colonne|dossier|fenêtre|menu|onglet|options?|page|paramètres?|propriétés|volet|zone)|activez|appuyez|choisissez|cliquez|dans|des?|est|les tests|puis|sont|sur|sélectionnez|vers',
    ),
    ends: last('dans|des?|du|est|et|la|les?|ou|sont|sur|une?'),
  },
  de: {
    only: all(
      'als|am|an|auf|aus|bei|bereich|das|dem|den|der|des|dialogfeld|die|ein|eine|einen|feld|fenster|für|im|in|klicken|kontrollkästchen|liste|menü|mit|oder|option|registerkarte|schaltfläche|seite|sie|spalte|und|unter|vom|von|wählen|zu|zum|zur',
    ),
    begins: first(
      '(?:die|das|den|der) (?:Bereich|Dialogfeld|Feld|Kontrollkästchen|Liste|Menü|Option|Registerkarte|Schaltfläche|Seite|Spalte)|klicken|oder|und|wählen',
    ),
    ends: last('das|dem|den|der|des|die|eine[nrs]?|oder|und'),
  },
  es: {
    only: all(
      'a|al|botón|campo|casilla|clic|columna|con|cuadro|de|del|el|elija|en|es|ficha|haga|la|las|los|luego|menú|o|opción|página|panel|para|pestaña|por|presione|pulse|seleccione|son|un|una|ventana|y',
    ),
    begins: first(
      '(?:el|la) (?:botón|campo|casilla|columna|menú|opción|página|panel|pestaña|ventana)|del?|elija|en|haga|haz|luego|presione|pulse|selecciona|seleccione|y',
    ),
    ends: last('con|del?|el|en|es|las?|los|o|para|son|una?|y'),
  },
  it: {
    only: all(
      'a|al|alla|campo|casella|clic|colonna|con|da|dal|dalla|del|della|di|e|fare|finestra|gli|i|il|in|la|le|lo|menu|nel|nella|o|opzione|pagina|per|premere|pulsante|quindi|riquadro|scegliere|scheda|selezionare|sono|su|sul|sulla|un|una|è',
    ),
    begins: first(
      '(?:il|la) (?:campo|casella|colonna|finestra|menu|opzione|pagina|pulsante|riquadro|scheda)|del|della|di|e|fare|nel|nella|premere|quindi|scegliere|selezionare|sul|sulla?|è',
    ),
    ends: last('con|del|della|di|e|gli|il|in|la|le|lo|o|per|sono|una?|è'),
  },
  pt: {
    only: all(
      'a|ao|as|botão|caixa|campo|clique|coluna|com|da|das|de|do|dos|e|em|escolha|guia|janela|menu|na|no|o|opção|os|ou|página|painel|para|pressione|selecione|são|toque|um|uma|é',
    ),
    begins: first(
      '[ao] (?:botão|caixa|campo|coluna|guia|janela|menu|opção|página|painel)|clique|d[aeo]s?|e|em|escolha|n[ao]s?|pressione|selecione|toque|é',
    ),
    ends: last('[ao]s?|com|d[aeo]s?|e|em|n[ao]s?|ou|para|são|uma?|é'),
  },
  ru: {
    only: all(
      'в|выберите|для|и|или|из|к|кнопка|кнопку|меню|на|нажмите|от|по|поле|с|странице|страница|столбец|установите|щелкните|щёлкните',
    ),
    begins: first('выберите|затем|и|или|нажмите|перейдите|установите|щелкните|щёлкните'),
    ends: last('в|для|и|или|из|к|на|от|по|с'),
  },
  ja: {
    only: /^(?:[をにでのはがと]|または|および|か|(?:クリック|タップ|入力|選択|移動)(?:します|して?))$/u,
    begins:
      /^(?:を|の(?=[\s\p{Script=Han}\p{Script=Katakana}A-Z[])|に(?=移動|設定|切り替え|対)|が(?=\p{Script=Han})|で(?=\s))/u,
    ends: /を$|[\p{Script=Han}\p{Script=Katakana}A-Za-z\d\]\s](?:は|です)$|[\p{Script=Katakana}A-Za-z\d\]\s][がでにの]$/u,
  },
  zh: {
    only: /^(?:[和或的在将]|请?单击|点击|并(?:单击|选择)?|按一下|點選|選取)$/u,
    begins: /^(?:(?:请|并|，)?(?:单击|点击|按一下|點選)(?=\S)|[和或的](?=\s))/u,
    ends: /[\s”"」A-Za-z\d](?:[上中的和或]|时，?请)$/u,
  },
  ko: {
    only: /^(?:을|를|은|는|이|가|에서|및|또는|클릭합니다|선택합니다)$/u,
    begins: /^(?:을|를|에서)\s/u,
    ends: /[\s\]](?:을|를|은|는|이|가|에서|및)$/u,
  },
  ar: {
    only: all('فوق|على|في|إلى|من|ثم|و|أو|انقر|اختر|حدد|الصفحة|الحقل|الزر'),
    begins: first('انقر|فوق|اختر|حدد|ثم'),
    ends: last('على|إلى|من|أو|ثم'),
  },
}
