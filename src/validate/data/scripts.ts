/** A script with the characters that only it has. */
export interface ScriptData {
  /** Name for people. */
  readonly name: string
  readonly pattern: RegExp
}

/** Scripts by the name that Unicode gives them (UAX #24), those that documentation is written in. */
export const SCRIPTS: Readonly<Record<string, ScriptData>> = Object.fromEntries(
  'Arabic Armenian Bengali Cyrillic Devanagari Ethiopic Georgian Greek Gujarati Gurmukhi Han Hangul Hebrew Kana Kannada Khmer Lao Latin Malayalam Myanmar Sinhala Tamil Telugu Thai Tibetan'
    .split(' ')
    .map((name) => [
      name,
      {
        name,
        pattern:
          name === 'Kana'
            ? /[\p{Script=Hiragana}\p{Script=Katakana}]/gu
            : new RegExp(`\\p{Script=${name}}`, 'gu'),
      },
    ]),
)

/** The scripts of Unicode that a locale's script (ISO 15924) has letters of, where it is not the one of the same name. */
export const SCRIPTS_OF: Readonly<Record<string, readonly string[]>> = {
  Arab: ['Arabic'],
  Armn: ['Armenian'],
  Beng: ['Bengali'],
  Cyrl: ['Cyrillic'],
  Deva: ['Devanagari'],
  Ethi: ['Ethiopic'],
  Geor: ['Georgian'],
  Grek: ['Greek'],
  Gujr: ['Gujarati'],
  Guru: ['Gurmukhi'],
  Hans: ['Han'],
  Hant: ['Han'],
  Hebr: ['Hebrew'],
  Jpan: ['Han', 'Kana'],
  Khmr: ['Khmer'],
  Knda: ['Kannada'],
  Kore: ['Hangul', 'Han'],
  Laoo: ['Lao'],
  Latn: ['Latin'],
  Mlym: ['Malayalam'],
  Mymr: ['Myanmar'],
  Sinh: ['Sinhala'],
  Taml: ['Tamil'],
  Telu: ['Telugu'],
  Thai: ['Thai'],
  Tibt: ['Tibetan'],
}

/**
 * Frequent characters of Chinese that only one of its two standards has, each at the place of its counterpart (Unicode, Unihan database,
 * `kTraditionalVariant`); none that Japanese shares with the simplified ones alone.
 */
export const HANS_ONLY =
  '们这为时说对发经还进动现关问应该设据选项务统网络页读写证书处单签错误码备东车门见长马鱼鸟龙'
/** See {@link HANS_ONLY}. */
export const HANT_ONLY =
  '們這為時說對發經還進動現關問應該設據選項務統網絡頁讀寫證書處單簽錯誤碼備東車門見長馬魚鳥龍'
