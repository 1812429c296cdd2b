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
