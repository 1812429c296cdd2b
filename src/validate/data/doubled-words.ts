/**
 * Words that stand twice in a row in correct sentences, by language: pronouns before reflexive ones (“vous vous”), relative
 * pronouns before articles (“die, die” without a comma), prepositions before those of an attribute (“für für … Benutzer”).
 */
export const DOUBLED_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  cs: new Set(['by', 'se', 'si', 'to']),
  da: new Set(['de', 'den', 'der', 'det', 'er', 'for', 'på', 'var']),
  de: new Set(
    'als am an auf aus bei da das dem den der die durch ein eine es für her hin ihr ihnen im in mit nach sie um von vor zu'.split(
      ' ',
    ),
  ),
  en: new Set(['do', 'had', 'her', 'in', 'is', 'on', 'that', 'you']),
  es: new Set(['se']),
  fi: new Set(['ne', 'se']),
  fr: new Set(['en', 'nous', 'vous']),
  hu: new Set(['az', 'egy', 'ez']),
  it: new Set(['man', 'mano', 'piano', 'via']),
  nb: new Set(['de', 'den', 'der', 'det', 'er', 'for', 'på', 'var']),
  nl: new Set([
    'als',
    'dat',
    'de',
    'die',
    'er',
    'het',
    'in',
    'is',
    'je',
    'over',
    'te',
    'u',
    'van',
    'voor',
    'was',
  ]),
  nn: new Set(['de', 'den', 'der', 'det', 'er', 'for', 'på', 'var']),
  pl: new Set(['się', 'to']),
  pt: new Set(['que']),
  ro: new Set(['ce', 'doar']),
  ru: new Set(['чуть', 'что']),
  sv: new Set(['de', 'den', 'det', 'för', 'i', 'om', 'på', 'som', 'så', 'var']),
  uk: new Set(['що']),
}

/**
 * Words that can stand twice in a row by their form: in Arabic, a definite noun that ends one part of a sentence and begins the next
 * (“تشبه هذه الطرق الطرق المستخدمة”, “these methods are like the methods used”).
 */
export const DOUBLED_WITH: Readonly<Record<string, RegExp>> = { ar: /^[وفبلك]?ال/u }

/**
 * Languages that say a word twice to mean something (plural, “each”, “very”), or that do not part words by spaces: in them a
 * doubled word tells nothing.
 */
export const DOUBLING_LANGUAGES: ReadonlySet<string> = new Set(
  'af am as az bn fil gu ha haw hi ht id ja jv kk km kn ko ky lo mg mi ml mr ms my ne or pa si sm su sw ta te th ti tl tn tr ug ur uz vi yue zh zu'.split(
    ' ',
  ),
)

/**
 * Particles and short words that never stand twice in a row, in languages that do not part words by spaces. Words that end or begin with
 * the same character are exceptions: “ものの”, “はるか”; “目的的”, “的确”, “存在在”, “总和和”, “在在线”. Three Chinese characters that stand twice are no
 * words in a row (“实验室实验室”); two can be a noun and a verb (“输出输出”).
 */
export const DOUBLED_PARTICLES: Readonly<Record<string, RegExp>> = {
  ja: /(を)\1|(?<=[\p{Script=Han}\p{Script=Katakana}ー\p{Script=Latin}\d])([がにはへでとの])\2(?!\p{Script=Hiragana})/u,
  zh: /(?<!目)(的)\1(?!确)|(?<![存现正所实内外潜自好])(在)\2(?![线场职校意])|(?<![总缓温中共饱柔调平谐亲])(和)\3(?![睦气谐平解])|(可以|如果|我们|这个|需要|使用(?!使用[者权率量方期])|\p{Script=Han}{3})\4/u,
}
