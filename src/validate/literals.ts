/** Something in a text that no translation changes. */
export interface Literal {
  readonly kind: 'number' | 'command' | 'URL' | 'path' | 'address' | 'identifier' | 'file name'
  /** As written. */
  readonly text: string
}

/**
 * Verbs of PowerShell commands (Microsoft, “Approved Verbs for PowerShell Commands”).
 */
const VERBS =
  'Add|Approve|Assert|Backup|Block|Build|Checkpoint|Clear|Close|Compare|Complete|Compress|Confirm|Connect|Convert|ConvertFrom|ConvertTo|Copy|Debug|Deny|Deploy|Disable|Disconnect|Dismount|Edit|Enable|Enter|Exit|Expand|Export|Find|Format|Get|Grant|Group|Hide|Import|Initialize|Install|Invoke|Join|Limit|Lock|Measure|Merge|Mount|Move|New|Open|Optimize|Out|Ping|Pop|Protect|Publish|Push|Read|Receive|Redo|Register|Remove|Rename|Repair|Request|Reset|Resize|Resolve|Restart|Restore|Resume|Revoke|Save|Search|Select|Send|Set|Show|Skip|Split|Start|Step|Stop|Submit|Suspend|Switch|Sync|Test|Trace|Unblock|Undo|Uninstall|Unlock|Unprotect|Unpublish|Unregister|Update|Use|Wait|Watch|Write'

/** By kind, in this order: what one has taken the next ones do not see. */
const PATTERNS: readonly (readonly [Literal['kind'], RegExp])[] = [
  ['URL', /\bhttps?:\/\/[^\s<>"'“”‘’«»()（）。，、；]+[\w/]/gi],
  ['address', /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g],
  [
    'path',
    /(?:\b[A-Z]:\\|\\\\[\w.-]+\\|\bHK(?:LM|CU|CR|U|EY_[A-Z_]+)[:\\])[^\s<>"“”«»|,;()（）。，、；]*[^\s<>"“”«»|,;().:（）。，、；]/g,
  ],
  ['identifier', /\b[\dA-F]{8}-(?:[\dA-F]{4}-){3}[\dA-F]{12}\b/gi],
  ['identifier', /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g],
  ['command', new RegExp(`(?<![\\w-])(?:${VERBS})-[A-Z][A-Za-z0-9]+(?![\\w-])`, 'g')],
  [
    'file name',
    /(?<![\w.])[\w-]+\.(?:bat|cer|cmd|cfg|config|csv|dll|docx?|exe|htm|html|inf|ini|jpe?g|json|log|msi|msp|pdf|pfx|png|ps1|psd1|psm1|reg|sql|svg|txt|vbs|xlsx?|xml|zip)\b/gi,
  ],
  // A number that is not part of a name, a time of day or an ordinal word.
  [
    'number',
    /(?<![\p{L}\p{N}_.-])\p{Nd}+(?:[.,'’\u066C\u00A0\u202F\u2009 ]\p{Nd}{3})*(?:[.,\u066B]\p{Nd}+)*(?![\p{L}\p{N}_]|\s?[ap]\.?m\b|:\p{Nd})/giu,
  ],
]

/** What of a text is not to be translated: numbers, commands, URLs, paths, addresses, ids and file names, each once. */
export function literalsOf(text: string): readonly Literal[] {
  const found: Literal[] = []
  let rest = text
  for (const [kind, pattern] of PATTERNS) {
    rest = rest.replace(pattern, (match) => {
      if (!found.some((literal) => literal.text === match)) found.push({ kind, text: match })
      return '\u0000'.repeat(match.length)
    })
  }
  return found
}

/** Whether a text has a literal, however its language writes it: digits of another script, separators, letter case. */
export function hasLiteral(text: string, { kind, text: literal }: Literal): boolean {
  if (kind !== 'number') return text.includes(literal) || fold(text).includes(fold(literal))
  const digits = digitsOf(literal)
  const numbers = fold(text).match(/\d+(?:[.,'’ ]\d+)*/g) ?? []
  return numbers.some((number) => digitsOf(number) === digits || number.split(/[.,'’ ]/).includes(digits))
}

function digitsOf(number: string): string {
  return fold(number).replace(/\D/g, '')
}

/** Digits and Arabic separators as ASCII, full-width forms as usual ones, spaces as one space, letters in lower case. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => (digit < '\u0080' ? digit : String(digitValue(digit))))
    .replaceAll('\u066B', '.')
    .replaceAll('\u066C', ',')
    .replace(/\s/g, ' ')
    .toLowerCase()
}

/** The value of a decimal digit: digits stand in tens, from zero on (Unicode Standard, section 4.6). */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--
  return code - zero
}
