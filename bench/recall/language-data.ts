/** Replaces a negation by its contrary: what to look for, and what to put. */
type Negation = readonly [pattern: RegExp, put: string]

/**
 * Negations by language, written for this measurement: the rule has data of its own, and a measurement with the same
 * data would find what it looks for.
 */
export const NEGATIONS: Readonly<Record<string, readonly Negation[]>> = {
  fr: [
    [/\bne (\p{L}+) pas\b/u, '$1'],
    [/\bn['’](\p{L}+) pas\b/u, '$1'],
    [/\bne pas /, ''],
    [/\bNe (\p{L}+) pas\b/u, '$1'],
  ],
  de: [
    [/ nicht\b/, ''],
    [/\bkein(?=(?:e[nmrs]?)?\b)/, 'ein'],
    [/\bKein(?=(?:e[nmrs]?)?\b)/, 'Ein'],
  ],
  ja: [
    [/(?<!かもしれ|なければなり)ません/, 'ます'],
    [/できない/, 'できる'],
    [/(?<=[がは])ない/, 'ある'],
    [/(?<!も)しない/, 'する'],
    [/いない/, 'いる'],
    [/れない/, 'れる'],
    [/ではない/, 'である'],
  ],
  zh: [
    [/无法/, '可以'],
    [/没有/, '有'],
    [/不(?=[能会可应需支是允需适]|使用|包含|包括|依赖|存在)/, ''],
    [/并非/, '是'],
    [/未(?=[使定指包声])/, '已'],
  ],
  ar: [
    [/(?<![\p{L}])(?:لا|لن|لم|ليس|ليست) /u, ''],
    [/(?<![\p{L}])غير /u, ''],
  ],
}

/** Words that negate in English, besides the one that a negation may be the translation of. */
export const OTHER_NEGATIONS =
  /\b(?:no|none|never|without|nor|neither|nothing|unless|only|un\w+|in\w+able)\b/i

/** Where a sentence ends and another begins. */
export const SENTENCE_ENDS: Readonly<Record<string, RegExp>> = {
  fr: /(?<=[.!?])\s+(?=[\p{Lu}«])/u,
  de: /(?<=[.!?])\s+(?=[\p{Lu}„])/u,
  ja: /(?<=。)\s*(?=\S)/u,
  zh: /(?<=。)\s*(?=\S)/u,
  ar: /(?<=[.!؟])\s+(?=\p{L})/u,
}

/** Alert keywords as a translator would translate them. */
export const ALERTS: Readonly<Record<string, string>> = {
  fr: 'REMARQUE',
  de: 'HINWEIS',
  ja: 'メモ',
  zh: '注意',
  ar: 'ملاحظة',
}

/** Terms of a glossary: the source term, its translation, and a wrong one. */
export const TERMS: Readonly<
  Record<string, readonly (readonly [source: string, right: string, wrong: string])[]>
> = {
  fr: [
    ['server', 'serveur', 'hôte'],
    ['user', 'utilisateur', 'abonné'],
  ],
  de: [
    ['server', 'Server', 'Rechner'],
    ['user', 'Benutzer', 'Anwender'],
  ],
  ja: [
    ['server', 'サーバー', 'ホスト'],
    ['user', 'ユーザー', '利用者'],
  ],
  zh: [
    ['quantum', '量子', '定量'],
    ['operation', '操作', '作业'],
  ],
  ar: [
    ['page', 'صفحة', 'ورقة'],
    ['field', 'حقل', 'مجال'],
  ],
}

/** Frequent words of languages without spaces between words, which a translator doubles by mistake. */
export const PARTICLES: Readonly<Record<string, RegExp>> = {
  ja: /(?<=[\p{sc=Han}\p{sc=Katakana}ー])[をがには](?=[\p{sc=Han}\p{sc=Katakana}])/u,
  // “现在” and other words end with the same character as the particle: “现在在” is right.
  zh: /(?<=\p{sc=Han})(?:的|(?<![现正存所实])在|(?<!总)和|可以|使用)(?=\p{sc=Han})/u,
}

/** Characters with another form in simplified Chinese, traditional Chinese and Japanese. */
const FORMS = [
  '设設設', '数數数', '应應応', '为為為', '务務務', '户戶戸', '发發発', '来來来', '个個個', '这這這', '时時時', '会會会',
  '对對対', '网網網', '络絡絡', '电電電', '话話話', '开開開', '关關関', '构構構', '计計計', '长長長', '问問問', '题題題',
  '运運運', '过過過', '还還還', '门門門', '间間間', '录錄録', '测測測', '变變変', '现現現', '实實実', '态態態', '经經経',
  '与與与', '认認認', '证證証', '连連連', '动動動', '机機機', '学學学', '导導導', '无無無', '选選選', '项項項', '组組組',
  '织織織', '级級級', '员員員', '详詳詳', '细細細', '错錯錯', '误誤誤', '处處処', '标標標', '语語語', '内內内', '权權権',
] // biome-ignore format: a table

/** Characters of Japanese or simplified Chinese by the form that belongs to the other script. */
export const OTHER_FORMS: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  zh: formsOf(0, 1),
  ja: formsOf(2, 0),
}

function formsOf(from: number, to: number): ReadonlyMap<string, string> {
  return new Map(
    FORMS.flatMap((forms) => {
      const [own, other] = [forms[from]!, forms[to]!]
      return own === other ? [] : [[own, other] as const]
    }),
  )
}

/** Full-width katakana by their half-width form: `ガ` by `ｶﾞ`. */
export const HALF_WIDTH: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0xff9d - 0xff66 + 1 }, (_, at) => String.fromCharCode(0xff66 + at)).flatMap((half) =>
    ['', '\uff9e', '\uff9f'].flatMap((mark) => {
      const full = (half + mark).normalize('NFKC')
      return full.length === 1 ? [[full, half + mark] as const] : []
    }),
  ),
)
