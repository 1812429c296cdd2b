/** How a language denies. */
export interface DenialWords {
  /** Words of denial in lower case, separated by white space; a star stands for any letters, as in `kein*` for “keine”. */
  readonly words?: string
  /** Parts of words, and words of languages that do not separate them. */
  readonly parts?: RegExp
  /** Words that contain such a part but deny nothing. */
  readonly other?: RegExp
  /** Words that say the contrary of another one: “disabled”, “blocked”, “fails”. */
  readonly contraryWords?: string
  readonly contraryParts?: RegExp
}

/**
 * How languages deny, by language. These words excuse a translation and require nothing, so a doubtful word does less harm than a
 * missing one.
 *
 * From the chapters on negation in reference grammars: Grevisse & Goosse, “Le bon usage”; Duden, “Die Grammatik”; Martin, “A
 * Reference Grammar of Japanese”; Li & Thompson, “Mandarin Chinese”; Ryding, “A Reference Grammar of Modern Standard Arabic”; Butt
 * & Benjamin, “Modern Spanish”; Maiden & Robustelli, “Modern Italian”; Hutchinson & Lloyd, “Portuguese”; Sohn, “The Korean
 * Language”; Wade, “A Comprehensive Russian Grammar”.
 */
export const DENIALS: Readonly<Record<string, DenialWords>> = {
  ar: {
    parts:
      /(?<!\p{L})[وفبلكأس]{0,2}(?:ال)?(?:لا|لم|لن|ليس\p{L}*|لست|عدم|انعدام|مستحيل\p{L}*|[يت]?تعذر\p{L}*|دون|غير\p{L}*|إلا|ألا|سوى|عدا|أبدا|أبدًا|أبداً)(?!\p{L})/u,
    other: /لا\s?بد/gu,
    contraryParts:
      /(?<!\p{L})[وفبلكأس]{0,2}(?:ال)?(?:باستثناء|استثناء|خلاف|مرفوض\p{L}*|محظور\p{L}*|معطل\p{L}*|مفقود\p{L}*|استبعاد\p{L}*|إيقاف|[يت]?(?:فشل|منع|تجنب|رفض|حظر|عطيل|تجاهل|ستبعد|توقف)\p{L}*)(?!\p{L})/u,
  },
  de: {
    words: `nicht* kein* ohne nie niemals niemand* weder nirgend* nein erst außer ausgenommen andernfalls ansonsten statt anstatt
      anstelle inaktiv* inkompatib* inkorrekt* inkonsisten* ineffizient* instabil* irrelevant* illegal* abraten abzuraten abgeraten*
      vergess* entfällt`,
    contraryWords: `ausnahme* fehlt fehlte
      fehlen fehlend* fehlerhaft* fehlschl* fehlgeschl* schlägt scheiter* gescheitert* mangel* verhinder* vermeid* verbiete* verboten*
      verweiger* verzicht* untersag* unterlass* unterbleib* deaktivier* ablehn* abgelehnt*
      ausgeschlossen* ausschließen ausschließt ausgeblendet* ausgelassen* ignorier* entfallen gesperrt* beendet*`,
    parts:
      /(?<!\p{L})(?:davon\sab|un(?!bedingt|gefähr|mittelbar|verzüglich|t\b|te[nr]|s\b|se[rn]|ion|iversal|if[iy]|ix|icode|i\b|d\b)\p{Ll}{4})/u,
  },
  es: {
    words: `no ni sin nunca jamás ningún ninguna ninguno ningunas ningunos nada nadie tampoco excepto salvo contrario imposib*
      inactiv* inaccesib* incapa* incompatib* incomplet* incorrect* indisponib* inexistent* innecesari* insuficient* inválid* invisib*
      inútil* desconocid* desaconsej* olvid*`,
    contraryWords: `falta faltan excepción evit* imped* impid* prohíb* prohib* deshabilit*
      desactiv* inhabilit* rechaz* exclu* omit* ignor* ausen* carec* denieg* deneg* cesa* dejar* deja dejan`,
  },
  fr: {
    words: `ne pas aucun aucune aucuns aucunes sans jamais ni non nul nulle nuls nulles nullement rien guère sauf excepté hormis
      sinon hors inverse contraire plutôt impossib* illisib* inaccessib* inactif* inactiv* inadapté* incapab* inchangé* incompatib*
      incomplet* inconnu* incorrect* indisponib* inexact* inexistant* inopérant* insuffisan* introuvab* inutile* inutilis* invalid*
      invisib* déconseill* oubli*`,
    parts: /(?<!\p{L})(?:n['’]|au lieu\s)/u,
    contraryWords: `interdi*
      empêch* évit* échou* échec* désactiv* refus* rejet* exclu* ignor* omis* omet* absen* manqu* dépourvu* cess* suspend*
      exception`,
  },
  it: {
    words: `non né senza mai nessun* niente nulla neanche nemmeno neppure tranne eccetto salvo contrario anziché impossibil*
      inaccessib* inattiv* incapac* incompatib* incomplet* indisponib* inesistent* insufficient* inutil* invalid* invisib* sconosciut*
      sconsigl* dimentic*`,
    contraryWords: `manca mancat* mancant* evita* impedi* proibi* vietat* disabilit* disattiv* rifiut* esclu* ignora*
      smett* cess* eccezione`,
  },
  ja: {
    parts:
      /な(?:い|く|け|し|さそう|かっ)|ません|まい|せん。|[せれられえけげべめてかわさたなばみりしき]ず(?=[にの、。はとも]|$)|ぬ|不|未|無(?![効視])|非|以外|いいえ|対象外|範囲外|できな|忘れ|まだ(?=[のですか。]|$)/u,
    other:
      /(?:なければ|なくては|ねば)(?:なりません|ならない|いけません|いけない)|かも(?:しれ|知れ)(?:ません|ない)|だけ(?:で(?:は)?)?なく|のみ(?:ならず|でなく)|少な(?:く|い|か)|必ず|まず|いずれ|無(?:線|料|事)|未満|未来|非常|不思議|不審|すみません/gu,
    contraryParts:
      /無[効視]|否|禁|欠|オフ|(?<=[間囲象例])外|(?<![削解排])除[いきくけかさ外]|停止|終了|廃止|失敗|避け|拒|防[ぎいぐ止]|妨げ|省略/u,
  },
  ko: {
    parts:
      /않|못|없|아니|아닌|아님|안 |말(?:고|아|라|기|지|십|세|것|며)|불(?:가|필요|완전|일치|충분|안정|편)|비(?:활성|공개|호환|정상|표준|사용)|미(?:설치|지원|지정|완료|사용|정의|만족)|무효|부재|잘못|외에|아직/u,
    other: /뿐(?:만)? 아니라/gu,
    contraryParts: /비어|무(?:시|제한)|금지|제외|실패|피하|피해|거부|차단|해제|누락|방지|생략|중[단지]|종료/u,
  },
  pt: {
    words: `não nem sem nunca jamais nenhum nenhuma nenhuns nenhumas nada ninguém tampouco exceto excepto salvo contrário
      impossíve* inacessíve* inativ* inactiv* incapa* incompatíve* incomplet* incorret* indisponíve* inexistent*
      inválid* inútei* insuficient* desconhecid* desnecessári* desaconselh* esque*`,
    contraryWords: `falt* falh* evit* imped* impeç* proib* proíb* desabilit* desativ*
      desactiv* recus* rejeit* exclu* exceção ignor* omit* ausen* neg* deix* cess*`,
  },
  ru: {
    words: `ни нет без нельзя никогда ничего ничем никто никак* нигде кроме противном вместо`,
    parts:
      /(?<!\p{L})не(?!(?:го|ё|й|му|м|сколько|скольких|сколькими|которы\p{L}*|обходим\p{L}*|медленно|посредствен\p{L}*|дел[яиюеь]\p{L}*|смотря|редко|вероятно)(?!\p{L}))/u,
    contraryWords: `исключ* отсутств* запрещ* запрет* отказ* отклон* отключ* предотвра* избега* избеж* пропус* прекра* перест*
      забы* безуспешно`,
  },
  zh: {
    parts: /不|未|没|沒|无|無|非|勿|莫|(?<![是能可])否|除了|以外|之外|除外|请别/u,
    other: /不[仅僅但断斷論论管過过妨少同]|未来|未來|无[线線论論]|無[线線論]|非常|莫尼黑|除非|并非只|是非/gu,
    contraryParts: /禁|免(?![费費])|拒绝|拒絕|失败|失敗|缺|停[用止]|终止|忽略|忘/u,
  },
}

/** What denies in English, where every translation has to deny too. */
export const ENGLISH_DENIAL = /\b(?:not|cannot|never|neither|no(?=\s\p{L})|unable(?=\sto))\b|n['’]t\b/iu

const NOT = "(?:\\bnot|n['’]t|\\bcannot|\\bnever)"

/**
 * Denies a word that says the contrary of another one (“not disabled”): its translation has such a word too, which is no
 * denial of it.
 */
export const ENGLISH_DENIED_CONTRARY = new RegExp(
  `${NOT}\\s(?:\\w+\\s){0,2}(?:disabl|disallow|turned\\soff\\b|block|prevent|fail|avoid|refus|reject|declin|exclu|ignor|miss(?:ing|ed|es)|stop|den(?:y|ie)|forbid|prohibit|cancel|skip|omit|lack|except)`,
  'iu',
)

/**
 * English sentences that deny in form, but whose translation can affirm: “not only … but also” adds something, “not until”
 * is “only then”, “do not forget” is “remember”, “not more than” is “at most”, and “not the same” is “different”.
 */
export const AFFIRMABLE = new RegExp(
  [
    `${NOT}\\s(?:only|just|merely|simply|solely|necessarily|limited\\sto|all|every|everyone|always|each|both|many|much|uncommon|unusual|unlike|quite)\\b`,
    `${NOT}\\s(?:\\w+\\s)?(?:forget|hesitate|worry|mind|miss|fail|neglect|lose|matter|differ|disturb)\\b`,
    `${NOT}\\b[^.;]{0,120}\\b(?:until|unless|without|except|other\\sthan)\\b`,
    `${NOT}\\s(?:\\w+\\s){0,4}more\\sthan\\b`,
    `${NOT}\\s(?:be\\s)?(?:the\\s)?(?:same|equal|identical|alike|exceed|more|less|greater|fewer|longer|larger|higher|lower|shorter|later|earlier|smaller|open)\\b`,
    `${NOT}\\s(?:\\w+\\s){0,2}different\\b`,
    '\\b(?:if|or|whether|why)\\snot\\b',
    '\\bno\\s(?:matter|doubt|problem|more|less|fewer|later|earlier|sooner|larger|greater|bigger|higher|lower|smaller|shorter|wonder)\\b|\\bno\\slonger\\sthan\\b|\\b(?:or|and|except)\\sno\\b',
    "\\b(?:may|might|can|could|should|is|are|do|does)\\s(?:or|and)\\s\\w*\\s?(?:not\\b|n['’]t)",
    '^\\W*is\\snot\\W*$',
    // A question tag.
    ",\\s(?:\\w+)n['’]t\\s\\w+\\?",
  ].join('|'),
  'iu',
)
