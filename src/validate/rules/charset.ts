import type { Place } from '../../model/place.ts'
import type { TranslationUnit } from '../../model/unit.ts'
import { countOf } from '../../util/count-of.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { languageOf } from '../text/language-of.ts'
import { placeIn } from '../text/prose-markup.ts'

/**
 * Some characters occur in a translation only because a tool damaged it: U+FFFD, which replaces unreadable
 * bytes; control characters; text decoded with the wrong encoding (“Ã©” for “é”); unclosed directional marks,
 * which change the order of the text after them; invisible characters that the source text does not have,
 * which break search, links and commands.
 *
 * Directional marks without partner that change little are a hint, one for each document: a closing mark has
 * no effect, and an embedding (U+202A, U+202B) ends with its paragraph (UAX #9, rules X7 and X8).
 *
 * Languages that separate words with U+200B (Khmer, Thai, Lao, Burmese and others) can have it. If the source
 * text has the same characters as often, the finding is a hint, since the fault is in the source.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">RedÃ©marrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">« Redémarré » : à São Paulo et à GENÈVE.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">“Restarted”: in São Paulo and GENEVA.</span></span>
 * ```
 */
export const charset = defineRule({
  id: 'charset',
  description: 'A translation has damaged or invisible characters.',
  severity: 'error',
  tags: ['unit', 'content', 'characters'],
  check(document, report) {
    const spaced = WITHOUT_SPACES.has(languageOf(document.targetLocale))
    const harmless: { readonly unit: TranslationUnit; readonly found: Found; readonly place: Place }[] = []
    for (const { unit, source, target } of soundPairs(document)) {
      if (!suspicious.test(target.markup)) continue
      const lone = unbalanced(target.markup).filter(({ text }) => HARMLESS.test(text))
      if (lone.length > unbalanced(source.markup).length)
        harmless.push({
          unit,
          found: lone[0]!,
          place: placeIn(target, lone[0]!.index, lone[0]!.index + lone[0]!.text.length),
        })
      for (const fault of faults) {
        if (fault.breaksWords && spaced) continue
        const found = fault.find(target.markup)
        if (found.length === 0) continue
        const before = fault.find(source.markup).length
        // Invisible characters are intended if the source text has them too.
        if (fault.breaksWords && before >= found.length) continue
        const first = found[0]!
        report({
          ...(before >= found.length && { severity: 'info' as const }),
          reason: `Unexpected ${fault.name} ${nameOf(first.text)} in the translation of unit \`${unit.id}\`, expected ${fault.expected}`,
          place: placeIn(target, first.index, first.index + first.text.length),
          actual: first.text,
          note: before >= found.length ? `${fault.note} The source text has it as well.` : fault.note,
          ...repairOf(first.text, fault),
        })
      }
    }
    const [first] = harmless
    if (first)
      report({
        severity: 'info',
        reason: `Unexpected directional mark ${nameOf(first.found.text)} without partner in ${countOf(harmless.length, 'translation')} of this document, expected marks in pairs`,
        place: first.place,
        unit: first.unit.key,
        actual: first.found.text,
        note: 'Such marks are invisible and change little, but hinder search and comparison: delete them.',
      })
  },
})

/** Languages without spaces between words, in which U+200B allows line breaks (UAX #14, class ZW). */
const WITHOUT_SPACES: ReadonlySet<string> = new Set(
  'bo dz ja jv khb km kxm lo mnw my nod shn su tdd th yue zh'.split(' '),
)

/** A piece of markup with a fault. */
interface Found {
  readonly text: string
  readonly index: number
}

/** A kind of damage. */
interface Fault {
  /** Readable name. */
  readonly name: string
  readonly expected: string
  readonly note: string
  /** Whether the character allows a line break, which some languages need. */
  readonly breaksWords?: boolean
  find(markup: string): readonly Found[]
}

/** The trailing bytes of UTF-8, 80 to BF (RFC 3629, section 4), decoded as Windows-1252. */
const TRAIL = '[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]'

/**
 * UTF-8 decoded as Windows-1252 or Latin-1: é, ß or a no-break space (not after a capital, as in “NÃO” before
 * a quotation mark); typographic marks; two Greek, Cyrillic or Hebrew letters in a row; two Chinese, Japanese
 * or Korean characters in a row; U+FEFF.
 */
const MOJIBAKE = new RegExp(
  [
    `(?<!\\p{Lu})[ÂÃ]${TRAIL}`,
    '(?<=\\p{Lu})Ã[©¨ª¢¤§®¯´¶¹¼]',
    `â(?:€|\\u0080|„|\\u0084|†|\\u0086|‚)${TRAIL}`,
    `(?:[ÎÏÐÑ×]${TRAIL}){2,}`,
    `(?:[ã-é](?![\\s»])${TRAIL}${TRAIL}){2,}`,
    'ï»¿',
  ].join('|'),
  'gu',
)

/** A cheap test that matches every fault. */
const suspicious = new RegExp(
  `[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u200B\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF\\uFFFD\\u{E0001}-\\u{E007F}]|[ÂÃâÎÏÐÑ×ã-éï]${TRAIL}|&#`,
  'u',
)

/** The opening directional marks and their closing marks (Unicode, UAX #9, section 2). */
const closers: Readonly<Record<string, string>> = {
  '\u202A': '\u202C',
  '\u202B': '\u202C',
  '\u202D': '\u202C',
  '\u202E': '\u202C',
  '\u2066': '\u2069',
  '\u2067': '\u2069',
  '\u2068': '\u2069',
}

/** Marks that change little without a partner: embeddings, which end with their paragraph, and closing marks. */
const HARMLESS = /[\u202A\u202B\u202C\u2069]/

const faults: readonly Fault[] = [
  {
    name: 'replacement character',
    expected: 'the character that was lost',
    note: 'A tool could not decode the original bytes: restore the character.',
    find: (markup) => all(markup, /\uFFFD|&#(?:65533|x0*fffd);/gi),
  },
  {
    name: 'control character',
    expected: 'text only',
    note: 'Delete it: it shows nothing, and other programs fail on it.',
    find: (markup) =>
      all(markup, /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g).filter(
        (found) => !isIn(found, markup),
      ),
  },
  {
    name: 'wrongly decoded text',
    expected: 'text decoded as UTF-8',
    note: 'UTF-8 was decoded with another encoding: restore the text from an earlier version, or correct the characters.',
    find: (markup) => all(markup, MOJIBAKE),
  },
  {
    name: 'directional mark without partner',
    expected: 'it closed in the same text',
    note: 'Close the mark, or delete it: it changes the order of all text after it.',
    find: (markup) => unbalanced(markup).filter(({ text }) => !HARMLESS.test(text)),
  },
  {
    name: 'zero-width space',
    expected: 'no invisible character that the source text does not have',
    note: 'Delete it: it is invisible and breaks search, links and commands.',
    breaksWords: true,
    find: (markup) => all(markup, /\u200B|&#(?:8203|x0*200b);/gi),
  },
  {
    name: 'invisible character',
    expected: 'no invisible character that the source text does not have',
    note: 'Delete it: it is invisible and breaks search, links and commands.',
    breaksWords: true,
    find: (markup) =>
      all(markup, /[\uFEFF\u{E0001}-\u{E007F}]|&#(?:65279|x0*feff);/giu).filter(
        (found) => !isFlag(found, markup),
      ),
  },
]

function all(markup: string, pattern: RegExp): readonly Found[] {
  return [...markup.matchAll(pattern)].map(({ 0: text, index }) => ({ text, index }))
}

/** Whether a control character is part of wrongly decoded text, which is a fault of its own. */
function isIn({ index }: Found, markup: string): boolean {
  return all(markup, MOJIBAKE).some(
    (other) => other.index <= index && index < other.index + other.text.length,
  )
}

/** Whether a tag character belongs to the flag of a region (UTS #51, annex C). */
function isFlag({ index }: Found, markup: string): boolean {
  return /\u{1F3F4}[\u{E0001}-\u{E007F}]*$/u.test(markup.slice(Math.max(0, index - 16), index))
}

function unbalanced(markup: string): readonly Found[] {
  const open: (Found & { closer: string })[] = []
  const lonely: Found[] = []
  for (const found of all(markup, /[\u202A-\u202E\u2066-\u2069]/g)) {
    const closer = closers[found.text]
    if (closer) open.push({ ...found, closer })
    else {
      const at = open.findLastIndex((other) => other.closer === found.text)
      if (at >= 0) open.splice(at, 1)
      else lonely.push(found)
    }
  }
  return [...open, ...lonely].sort((a, b) => a.index - b.index)
}

/** The code point of a single character, else the characters in quotes; a character reference as written. */
function nameOf(text: string): string {
  const codes = Array.from(
    text,
    (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  )
  if (text.startsWith('&#')) return `\`${text}\``
  return codes.length === 1 ? codes[0]! : quote(text)
}

/** Decodes wrongly decoded text correctly, if its bytes allow that. */
function repairOf(text: string, fault: Fault): Pick<Finding, 'expected'> {
  if (fault.find !== faults[2]!.find) return {}
  const bytes = Array.from(text, (character) => byteOf(character))
  const decoded = new TextDecoder('utf-8').decode(Uint8Array.from(bytes))
  return decoded.includes('\uFFFD') ? {} : { expected: [decoded] }
}

/** The byte of a character in Windows-1252. */
function byteOf(character: string): number {
  const at = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'.indexOf(character)
  return at >= 0 ? 0x80 + at : character.codePointAt(0)! & 0xff
}
