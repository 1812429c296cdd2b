/** Words that show that a bold text is no name of a button, page or field, or more than it. */
export interface EdgeWords {
  /** Texts of nothing but function words and words like “click”. */
  readonly only: RegExp
  /** Texts of a word like “page”, which stands beside a name. */
  readonly things: RegExp
  /** The begin of texts with words of the sentence before the name. */
  readonly begins: RegExp
  /** The end of texts with words of the sentence after the name. */
  readonly ends: RegExp
}

/** Matches texts that consist of some words. */
const all = (words: string, flags = 'u') => new RegExp(`^(?:(?:${words})(?:\\s+|$))+$`, flags)

const first = (words: string, flags = 'u') => new RegExp(`^(?:${words})(?=\\s)`, flags)

const last = (words: string, flags = 'u') => new RegExp(`[\\s\\u00A0](?:${words})$`, flags)

/** Matches no text. */
const NONE = /(?!)/

/**
 * By language. The words are those of Microsoft’s style guides for procedures (“Click”, “On the … page”) in each language; those that a
 * label can begin or end with are not in the lists (“À propos de”, “Geben Sie … ein”). Translations are in lower case here, since labels
 * begin with a capital where the script has them. English is there for source texts: it is wider, so that names with such words do not count.
 */
export const EDGE_WORDS: Readonly<Record<string, EdgeWords>> = {
  en: {
    only: /^(?:(?:a|all|an|and|are|as|at|by|check|choose|click|enter|for|from|go|if|in|is|no|not|of|off|on|or|out|press|select|set|tap|the|then|to|type|use|up|via|where|with|you)(?:\s+|$))+$/iu,
    things:
      /^(?:(?:a|an|in|of|on|the|box|button|column|command|dialog|field|list|menu|message|mode|option|options|page|pane|parameter|parameters|properties|setting|settings|status|tab|window)(?:\s+|$))+$/iu,
    begins:
      /^(?:a|after|all|and|are|as|at|before|by|choose|click|do|enable|enter|for|from|go|how|if|in|is|not|of|on|or|pick|press|select|tap|the|then|to|turn|type|under|using|via|what|when|where|with|your?)\s/iu,
    ends: /[\s\u00A0](?:a|an|and|are|as|at|be|by|for|from|has|if|in|is|not|of|off|on|or|out|than|that|the|to|up|when|where|with|within)$/iu,
  },
  fr: {
    only: all(
      'à|activez|appuyez|au|aux|choisissez|cliquez|dans|de|des|désactivez|du|en|est|et|la|le|les|ou|par|pour|puis|que|se|sont|sur|sélectionnez|un|une|vers',
    ),
    things: all(
      'bouton|boîte|case|champ|colonne|de|des|dialogue|fenêtre|la|le|les|menu|onglet|option|options|page|paramètre|paramètres|volet|zone',
    ),
    begins: first(
      '(?:de |dans )?(?:l’|la |les? )(?:bouton|case|champ|colonne|dossier|fenêtre|menu|onglet|options?|page|paramètres?|propriétés|volet|zone)|activez|appuyez|choisissez|cliquez|dans|des?|est|les tests|puis|sont|sur|sélectionnez|vers',
    ),
    ends: last('dans|des?|du|est|et|la|les?|ou|sont|sur|une?'),
  },
  de: {
    only: all(
      'als|am|an|auf|aus|bei|das|dem|den|der|des|die|ein|eine|einen|für|im|in|klicken|mit|oder|sie|und|unter|vom|von|wählen|zu|zum|zur',
    ),
    things: all(
      'bereich|das|dem|den|der|dialogfeld|die|feld|fenster|kontrollkästchen|liste|menü|option|registerkarte|schaltfläche|seite|spalte',
    ),
    begins: first(
      '(?:die|das|den|der) (?:Bereich|Dialogfeld|Feld|Kontrollkästchen|Liste|Menü|Option|Registerkarte|Schaltfläche|Seite|Spalte)|klicken|oder|und|wählen',
    ),
    ends: last('das|dem|den|der|des|die|eine[nrs]?|oder|und'),
  },
  es: {
    only: all(
      'a|al|clic|con|de|del|el|elija|en|es|haga|la|las|los|luego|o|para|por|presione|pulse|seleccione|son|un|una|y',
    ),
    things: all('botón|campo|casilla|columna|cuadro|de|el|ficha|la|menú|opción|panel|pestaña|página|ventana'),
    begins: first(
      '(?:el|la) (?:botón|campo|casilla|columna|menú|opción|página|panel|pestaña|ventana)|del?|elija|en|haga|haz|luego|presione|pulse|selecciona|seleccione|y',
    ),
    ends: last('con|del?|el|en|es|las?|los|o|para|son|una?|y'),
  },
  it: {
    only: all(
      'a|al|alla|clic|con|da|dal|dalla|del|della|di|e|fare|gli|i|il|in|la|le|lo|nel|nella|o|per|premere|quindi|scegliere|selezionare|sono|su|sul|sulla|un|una|è',
    ),
    things: all('campo|casella|colonna|di|finestra|il|la|menu|opzione|pagina|pulsante|riquadro|scheda'),
    begins: first(
      '(?:il|la) (?:campo|casella|colonna|finestra|menu|opzione|pagina|pulsante|riquadro|scheda)|del|della|di|e|fare|nel|nella|premere|quindi|scegliere|selezionare|sul|sulla?|è',
    ),
    ends: last('con|del|della|di|e|gli|il|in|la|le|lo|o|per|sono|una?|è'),
  },
  pt: {
    only: all(
      'a|ao|as|clique|com|da|das|de|do|dos|e|em|escolha|na|no|o|os|ou|para|pressione|selecione|são|toque|um|uma|é',
    ),
    things: all('a|botão|caixa|campo|coluna|de|guia|janela|menu|o|opção|painel|página'),
    begins: first(
      '[ao] (?:botão|caixa|campo|coluna|guia|janela|menu|opção|página|painel)|clique|d[aeo]s?|e|em|escolha|n[ao]s?|pressione|selecione|toque|é',
    ),
    ends: last('[ao]s?|com|d[aeo]s?|e|em|n[ao]s?|ou|para|são|uma?|é'),
  },
  ru: {
    only: all('в|выберите|для|и|или|из|к|на|нажмите|от|по|с|установите|щелкните|щёлкните'),
    things: all('в|кнопка|кнопку|меню|на|поле|столбец|страница|странице'),
    begins: first('выберите|затем|и|или|нажмите|перейдите|установите|щелкните|щёлкните'),
    ends: last('в|для|и|или|из|к|на|от|по|с'),
  },
  ja: {
    only: /^(?:[をにでのはがと]|または|および|か|(?:クリック|タップ|入力|選択|移動)(?:します|して?))$/u,
    things: NONE,
    begins:
      /^(?:を|の(?=[\s\p{Script=Han}\p{Script=Katakana}A-Z[])|に(?=移動|設定|切り替え|対)|が(?=\p{Script=Han})|で(?=\s))/u,
    ends: /を$|[\p{Script=Han}\p{Script=Katakana}A-Za-z\d\]\s](?:は|です)$|[\p{Script=Katakana}A-Za-z\d\]\s][がでにの]$/u,
  },
  zh: {
    only: /^(?:[和或的在将]|请?单击|点击|并(?:单击|选择)?|按一下|點選|選取)$/u,
    things: NONE,
    begins: /^(?:(?:请|并|，)?(?:单击|点击|按一下|點選)(?=\S)|[和或的](?=\s))/u,
    ends: /[\s”"」A-Za-z\d](?:[上中的和或]|时，?请)$/u,
  },
  ko: {
    only: /^(?:을|를|은|는|이|가|에서|및|또는|클릭합니다|선택합니다)$/u,
    things: NONE,
    begins: /^(?:을|를|에서)\s/u,
    ends: /[\s\]](?:을|를|은|는|이|가|에서|및)$/u,
  },
  ar: {
    only: all('فوق|على|في|إلى|من|ثم|و|أو|انقر|اختر|حدد'),
    things: all('الحقل|الزر|الصفحة|في'),
    begins: first('انقر|فوق|اختر|حدد|ثم'),
    ends: last('على|إلى|من|أو|ثم'),
  },
}
