import { FULL_WIDTH, WIDE_LANGUAGES } from '../data/full-width.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'
import { type Pair, soundPairs } from '../literals/sound-pairs.ts'
import { replaceFormulas } from '../text/formulas.ts'
import { languageOf } from '../text/language-of.ts'
import { placeIn, THING, withoutCode } from '../text/prose-markup.ts'

/**
 * Chinese, Japanese and Korean have full-width punctuation, but not inside paths, URLs, times, numbers and
 * names in Latin letters: a copied path with `：` does not work, and `50，000` is two numbers. A full-width
 * mark between Latin characters is reported if the source text has the same text with the normal mark, and
 * always in drives, URLs, times and decimal numbers; `lockstep check --fix` repairs it. Lists of names
 * (`Windows，Linux`) are correct.
 *
 * Fails:
 *
 * ```md
 * <!-- zh-CN/example.md -->
 * <span data-ttu-id="1f2e3-101">打开 C：\\Logs 文件夹。</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Open the C:\\Logs folder.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <!-- zh-CN/example.md -->
 * <span data-ttu-id="1f2e3-101">在 10:30，打开：C:\\Logs。</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">At 10:30, open C:\\Logs.</span></span>
 * ```
 */
export const cjkWidth = defineRule({
  id: 'cjk-width',
  description: 'A path, a number, a time or a name in Latin letters contains full-width punctuation.',
  severity: 'warning',
  tags: ['unit', 'typography'],
  checksPairs: true,
  check(document, report) {
    if (!WIDE_LANGUAGES.has(languageOf(document.targetLocale))) return
    for (const pair of soundPairs(document)) {
      const { unit, source, target } = pair
      if (unit.context.kind === 'code' || !wide.test(target.markup)) continue
      for (const { mark, at, token, usual } of wideMarks(pair)) {
        const place = placeIn(target, at, at + 1)
        report({
          reason: `Unexpected full-width ${quote(mark)} in ${quote(token)} in the translation of unit \`${unit.id}\`, expected ${quote(FULL_WIDTH[mark]!)}${usual ? '' : ' as in the source text'}`,
          place,
          actual: token,
          expected: [token.replace(mark, FULL_WIDTH[mark]!)],
          note: `Use the normal mark there${source.text.length > 0 ? ', as in English' : ''}.`,
          fix: { place, text: FULL_WIDTH[mark]! },
        })
      }
    }
  },
})

/** A full-width mark between Latin characters. */
interface WideMark {
  readonly mark: string
  /** Offset in the markup. */
  readonly at: number
  /** The text around it, including the mark. */
  readonly token: string
  /** Whether it is wrong regardless of the source text. */
  readonly usual: boolean
}

const marks = Object.keys(FULL_WIDTH).join('')

/** Characters of Latin words, numbers, paths and URLs. */
const LATIN = '[A-Za-z0-9\\\\/_%$@.-]'

/** A cheap test. */
const wide = new RegExp(`${LATIN}[${marks}]${LATIN}`)

const between = new RegExp(`(?<=(?<left>${LATIN}{1,60}))(?<mark>[${marks}])(?=(?<right>${LATIN}{1,60}))`, 'g')

function wideMarks({ unit, source, target }: Pair): readonly WideMark[] {
  const text = withoutCode(target, unit.syntax)
  const found: WideMark[] = []
  // Other marks in the same token may be full-width too.
  const original = fold(replaceFormulas(source.text, () => THING))
  for (const match of text.matchAll(between)) {
    const { left = '', mark = '', right = '' } = match.groups ?? {}
    const usual = isWrong(left, mark, right)
    if (!usual && !isWhole(fold(`${left}${FULL_WIDTH[mark]}${right}`), original)) continue
    if (!usual && isBetweenWords(left, mark, right)) continue
    found.push({ mark, at: match.index, token: `${left}${mark}${right}`, usual })
  }
  return found
}

/** Whether a full-width mark is certainly wrong: in a drive, a URL, a time or a decimal number. */
function isWrong(left: string, mark: string, right: string): boolean {
  if (mark === '：') {
    if (/(?<![A-Za-z0-9])[A-Za-z]$/.test(left) && right.startsWith('\\')) return true
    if (/^(?:https?|ftp|sip|file)$/i.test(left) && right.startsWith('//')) return true
    return /(?<!\d)(?:[01]?\d|2[0-3])$/.test(left) && /^[0-5]\d(?!\d)/.test(right)
  }
  return mark === '．' && /(?<![\d.])\d{1,6}$/.test(left) && /^\d{1,6}(?![\d.])/.test(right)
}

/** Whether a mark joins words: the comma of a list after which the source text forgot the space (`Vodafone,O2`), `Q＆A`. */
function isBetweenWords(left: string, mark: string, right: string): boolean {
  if (mark === '＆') return /^\w+$/.test(left + right)
  if (FULL_WIDTH[mark] !== ',') return false
  const isThousands = /(?<!\d)\d{1,3}$/.test(left) && /^\d{3}(?!\d)/.test(right)
  return !isThousands && !/[/=@.-]/.test(left + right)
}

/** Whether the source text has the token, not as part of a longer word. */
function isWhole(token: string, text: string): boolean {
  const at = text.indexOf(token)
  if (at < 0) return false
  const around = (text[at - 1] ?? ' ') + (text[at + token.length] ?? ' ')
  return !/[a-z0-9]/.test(around)
}

/** Collapses backslashes, drops final marks, and converts to lower case. */
function fold(text: string): string {
  return text
    .replace(/\\+/g, '\\')
    .replace(/[.-]+$/, '')
    .toLowerCase()
}
