import { approvedVerbs } from '../data/approved-verbs.ts'
import { commandNouns } from '../data/command-nouns.ts'
import { replaceFormulas } from '../text/formulas.ts'
import { digitValue } from './digit-value.ts'

/** A part of a text that translations keep unchanged. */
export interface Literal {
  readonly kind:
    | 'number'
    | 'version'
    | 'command'
    | 'URL'
    | 'path'
    | 'registry name'
    | 'address'
    | 'identifier'
    | 'host name'
    | 'file name'
  /** As written. */
  readonly text: string
}

/** Characters that end a path. */
const BREAK = '\\s<>"“”„«»|()（）。，、；\\[\\]{}*?`'

/** A dot that a word follows, which few texts have. */
const DOT = /\.\w/

/**
 * Kind, a cheap test that each text with a match passes, and pattern; in this order, each pattern sees only what earlier ones
 * left.
 */
const PATTERNS: readonly (readonly [Literal['kind'], RegExp, RegExp])[] = [
  ['URL', /:\/\//, /\b(?:https?|ftp):\/\/[^\s<>"'“”‘’«»()（）。，、；\\`{}]+[\w/]/gi],
  ['address', /@/, /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g],
  [
    'path',
    /\\/,
    new RegExp(
      `(?:(?<![\\w.])[A-Z]:\\\\|\\\\\\\\[\\w.-]+\\\\|%\\w+%\\\\|\\bHK(?:LM|CU|CR|U|EY_[A-Z_]+)[:\\\\])[^${BREAK},;]*[^${BREAK},;.:'’…!]`,
      'g',
    ),
  ],
  [
    'registry name',
    /_/,
    /(?<!\w)(?:HKEY_(?:LOCAL_MACHINE|CURRENT_USER|CURRENT_CONFIG|CLASSES_ROOT|USERS)|REG_(?:SZ|DWORD|QWORD|BINARY|MULTI_SZ|EXPAND_SZ|NONE))(?!\w)/g,
  ],
  ['identifier', /[\dA-F]{4}-[\dA-F]{4}-/i, /(?<![\w-])[\dA-F]{8}-(?:[\dA-F]{4}-){3}[\dA-F]{12}(?![\w-])/gi],
  ['identifier', DOT, /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\w)/g],
  ['version', DOT, /(?<![\w.,-])\d+(?:\.\d+){2,}(?![\w.]*\w)/g],
  [
    'file name',
    DOT,
    /(?<![\w.%@>*-])\w[\w-]*(?:\.[\w-]+)*\.(?:bat|cab|cer|cmd|cfg|config|csv|dll|docx?|exe|htm|html|inf|ini|iso|jpe?g|json|log|mdb|msi|msp|mst|ocx|pdf|pfx|png|pptx?|ps1|psd1|psm1|reg|sql|svg|txt|vbs|vsdx?|wav|wma|wmv|xlsx?|xml|xsd|yaml|yml|zip)(?![\w-])/gi,
  ],
  [
    'command',
    /[a-z]-[A-Z]/,
    new RegExp(
      `(?<![\\w-])(?:(?:${approvedVerbs.join('|')})-[A-Z][A-Za-z0-9]+|(?:ForEach|Sort|Tee|Where)-Object)(?![\\w-])`,
      'g',
    ),
  ],
  [
    'host name',
    DOT,
    /(?<![\w.@%>-])[A-Za-z\d_](?:[\w-]*\w)?(?:\.[A-Za-z\d_](?:[\w-]*\w)?)*\.(?:com|net|org|edu|gov|info|biz|local|internal)(?![\w-]|\.\w)/g,
  ],
  // A number that is not part of a name, a time of day or an ordinal.
  [
    'number',
    /\p{Nd}/u,
    /(?<![\p{L}\p{N}_.-])\p{Nd}+(?:[.,'’\u066C\u00A0\u202F\u2009 ]\p{Nd}{3})*(?:[.,\u066B]\p{Nd}+)*(?![\p{L}\p{N}_]|\s?[ap]\.?m\b|:\p{Nd})/giu,
  ],
]

/** Finds the distinct literals of a text: numbers, commands, URLs, paths, registry names, addresses, ids, host and file names. */
export function literalsOf(text: string): readonly Literal[] {
  if (!/[\p{Nd}@:\\_-]|\.\w/u.test(text)) return []
  const found: Literal[] = []
  let rest = replaceFormulas(text, () => '\u0000')
  for (const [kind, sign, pattern] of PATTERNS) {
    if (!sign.test(rest)) continue
    rest = rest.replace(pattern, (match) => {
      if (kind === 'command' && !isCommand(match)) return match
      const literal = trimmed(kind, match)
      if (!found.some((other) => other.text === literal)) found.push({ kind, text: literal })
      return '\u0000'.repeat(literal.length) + match.slice(literal.length)
    })
  }
  return found
}

/**
 * Whether verb, hyphen and noun form a command rather than English: “Read-Only”, “Split-Brain”, “Add-In” and
 * “Request-URI” have one-word nouns that no command has.
 */
function isCommand(text: string): boolean {
  const noun = text.slice(text.indexOf('-') + 1)
  return !/^(?:[A-Z][a-z]*|[A-Z]+s?)$/.test(noun) || commandNouns.has(noun)
}

/** Removes text that is not part of the literal: a path's last backslash, or the next word after a missing space. */
function trimmed(kind: Literal['kind'], text: string): string {
  if (kind === 'path') return text.replace(/(?<=[^\\])\\+$/, '')
  // `Set-CsUsercmdlet`, with a missing space.
  if (kind === 'command') return text.replace(/cmdlets?$/, '')
  return kind === 'URL' ? text.replace(/\.[A-Z][a-z]*$/, '') : text
}

/** Whether a text has a literal, allowing for other digits, separators and letter case. */
export function hasLiteral(text: string, { kind, text: literal }: Literal): boolean {
  if (kind !== 'number') return text.includes(literal) || fold(text).includes(fold(literal))
  const digits = digitsOf(literal)
  const numbers = fold(text).match(/\d+(?:[.,'’ ]\d+)*/g) ?? []
  return numbers.some((number) => digitsOf(number) === digits || number.split(/[.,'’ ]/).includes(digits))
}

function digitsOf(number: string): string {
  return fold(number).replace(/\D/g, '')
}

/** Converts digits and Arabic separators to ASCII, full-width forms to normal ones, and letters to lower case. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => (digit < '\u0080' ? digit : String(digitValue(digit))))
    .replaceAll('\u066B', '.')
    .replaceAll('\u066C', ',')
    .replace(/\s/g, ' ')
    .toLowerCase()
}
