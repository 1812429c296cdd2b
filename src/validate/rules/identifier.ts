import type { BilingualDocument } from '../../model/document.ts'
import { defineRule, type Finding, type Severity } from '../engine/define-rule.ts'
import { enumerate, quoteMarkup } from '../engine/quote.ts'
import { evidenceOfOthers, withEvidence } from '../evidence-of-others.ts'
import { changedTyped } from '../literals/changed-typed.ts'
import {
  canHaveIdentifiers,
  type Identifier,
  type IdentifierState,
  identifierState,
  identifiersOf,
} from '../literals/identifiers.ts'
import { literalsOf } from '../literals/literals.ts'
import { parametersOf } from '../literals/parameters.ts'
import { lostPlaceholders } from '../literals/placeholders.ts'
import { type Pair, soundPairs } from '../literals/sound-pairs.ts'
import { languageOf } from '../text/language-of.ts'
import { placeIn, proseMarkup } from '../text/prose-markup.ts'
import { textWithoutCode } from '../text/prose-text.ts'

/**
 * Names of classes, fields, files, variables, options and functions are not translated: nobody finds `Microsoft. RTC. Management` or the table
 * “medialinie”. Machine translation inserts spaces after their dots, translates their words, or drops them.
 *
 * An identifier has dots between capitalized or joined words (`System.Management.Automation`), an underscore (`lcsdns_tcp`), a known file
 * extension (`Xds.mdf`, `.vhd`), a capital inside (`ImOnly`; of `msRTC-Line`, the part before the hyphen), percent signs, braces or a
 * dollar sign (`%TEMP%`, `{0}`, `$userName`), two hyphens (`--simulator`) or
 * brackets (`ToXML()`, `[in]`). Two words with a dot between them (`ASP.NET`) can also be two sentences: they count if the translation has
 * both, with a space after the dot. The steps of a path of menus (`A > B > C`) are counted, too.
 *
 * Placeholders keep their brackets (`<Pool FQDN>`, `[value]`, `{name}`), which show readers what to replace; names in angle brackets can be
 * translated. One whose name stands there without brackets is an error, other lost ones in angle brackets are a warning.
 *
 * A lost or split identifier is an error. In different letter case, it is a warning, or a hint for a first letter or an abbreviation (`UserID`).
 * A word with a capital inside can be a brand or a term: a split one is a warning, and so is a lost one if its form or the words beside it
 * show that it is a name (“the MediaLine table”), else a hint, but none before a name or number whose kind it is (“PropertySet
 * Public-Information”). Terms such as “eDiscovery” and “FastTab”, names with a number
 * (“ErrorType 7”), short words such as “QoS”, and formulas are not identifiers; “CSV-Datei” keeps `.csv`.
 *
 * `code-equal` compares code; `literal-token`, `literal-case`, `literal-cmdlet`, `literal-parameter` and `literal-typed` report what they
 * know, and `literal-spacing` spaces around underscores.
 *
 * If the document is read in several locales and most of them have changed the identifier too, the finding is a hint.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">La base de données Xds. mdf est pleine.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">The Xds.mdf database is full.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">La base de données Xds.mdf est pleine.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">The Xds.mdf database is full.</span></span>
 * ```
 */
export const identifier = defineRule({
  id: 'identifier',
  description:
    'The translation lacks or changes the name of a class, a field, a file, a variable or the like.',
  severity: 'error',
  tags: ['unit', 'content'],
  checksPairs: true,
  check(document, report, { otherTranslations }) {
    if (languageOf(document.sourceLocale) !== 'en') return
    for (const pair of soundPairs(document)) {
      const { unit, source, target } = pair
      if (target.text === '' || source.text === target.text || unit.context.kind === 'code') continue
      for (const { finding, isIn } of changesIn(pair, document)) {
        const evidence = evidenceOfOthers(otherTranslations?.(unit.key) ?? [], ({ target: other }) =>
          isIn(other.text),
        )
        const { note = '', severity } = finding
        report({ ...finding, unit: unit.key, ...withEvidence(evidence, { note, severity }) })
      }
    }
  },
})

/** A changed identifier, and whether another translation changes it too. */
interface Change {
  readonly finding: Finding
  readonly isIn: (text: string) => boolean
}

function changesIn(pair: Pair, document: BilingualDocument): readonly Change[] {
  const changed = changedIn(pair, document)
  const lost = changed.filter(
    ({ state, identifier }) =>
      state === 'lost' && (identifier.isCertain || !isKindOfNext(identifier.text, pair.source.text)),
  )
  return [
    ...changed.filter(({ state }) => state !== 'lost').map((one) => writtenOtherwise(pair, one)),
    ...lostOnes(
      pair,
      lost.filter(({ identifier }) => identifier.isCertain),
    ),
    ...lostOnes(
      pair,
      lost.filter(({ identifier }) => !identifier.isCertain),
    ),
    ...withoutBrackets(pair),
    ...lostSeparators(pair),
  ]
}

/** Whether a word says what the name or number after it is, as in “PropertySet Public-Information”: translators write it as words. */
function isKindOfNext(word: string, text: string): boolean {
  const end = text.indexOf(word) + word.length
  return /^ (?:\p{Lu}|\d|number\b)/u.test(text.slice(end, end + 8))
}

/** An identifier that a translation does not have as it is. */
interface Changed extends IdentifierState {
  readonly identifier: Identifier
}

/** Finds changed identifiers that no other rule reports. */
function changedIn({ unit, source, target }: Pair, document: BilingualDocument): readonly Changed[] {
  if (!canHaveIdentifiers(source.text)) return []
  const all = identifiersOf(textWithoutCode(source))
  if (all.length === 0) return []
  const changed = all.flatMap((identifier) => {
    const state = identifierState(target.text, identifier)
    if (identifier.kind === 'dotted' && !/\.\s|\s\./.test(state.actual ?? '')) return []
    // The source text can have several spellings.
    const isKept =
      state.state === 'kept' || (state.state === 'case' && source.text.includes(state.actual ?? ''))
    return isKept ? [] : { identifier, ...state }
  })
  if (changed.length === 0) return []
  const reported = [
    ...literalsOf(source.text).flatMap(({ kind, text }) => (kind === 'number' ? [] : text)),
    ...parametersOf(unit, source, []),
    ...(changedTyped(document).get(unit.key)?.texts ?? []),
  ]
  const isSpaced = SPACED_UNDERSCORE.test(target.text)
  return changed.filter(
    ({ identifier: { text } }) =>
      !(isSpaced && text.includes('_')) && !reported.some((other) => other.includes(text)),
  )
}

/** What `literal-spacing` reports. */
const SPACED_UNDERSCORE = /[\p{L}\p{N}]\s+_\s*[\p{L}\p{N}]|[\p{L}\p{N}]_\s+[\p{L}\p{N}]/u

/** Readable names of kinds. */
function nameOf({ kind }: Identifier): string {
  return kind === 'word' || kind === 'dotted' ? 'name' : kind
}

function writtenOtherwise({ unit, target }: Pair, { identifier, state, actual = '' }: Changed): Change {
  // Not in the address of a link.
  const prose = proseMarkup(target, unit.syntax)
  const at = prose.indexOf(actual)
  const isOnce = at >= 0 && at === prose.lastIndexOf(actual) && !/[_*\\]/.test(actual)
  const place = at < 0 ? target.place : placeIn(target, at, at + actual.length)
  const isSplit = state === 'split'
  return {
    finding: {
      reason: `Unexpected ${nameOf(identifier)} ${quoteMarkup(actual)} in the translation of unit \`${unit.id}\`, expected ${quoteMarkup(identifier.text)} as in the source text`,
      place,
      actual,
      expected: [identifier.text],
      note: isSplit ? 'Remove the spaces inside.' : 'Copy it from the source text, in the same letter case.',
      severity: severityOf(identifier, isSplit, actual),
      ...(isOnce && { fix: { place, text: identifier.text } }),
    },
    isIn: (text) => identifierState(text, identifier).state !== 'kept',
  }
}

function severityOf({ kind, text }: Identifier, isSplit: boolean, actual: string): Severity {
  if (isSplit) return kind === 'word' ? 'warning' : 'error'
  return isSpelling(text, actual) ? 'info' : 'warning'
}

/** Whether two spellings differ only in their first letter, or in an abbreviation (`UserId`, `UserID`). */
function isSpelling(one: string, other: string): boolean {
  const fold = (text: string) =>
    text
      .replace(/^./, (first) => first.toLowerCase())
      .replace(/i(?:d|p)|u(?:rl|ri)|xml/gi, (part) => part.toLowerCase())
  return fold(one) === fold(other)
}

function lostOnes({ unit, target }: Pair, lost: readonly Changed[]): readonly Change[] {
  const [first] = lost
  if (!first) return []
  const names = lost.map(({ identifier }) => `${nameOf(identifier)} ${quoteMarkup(identifier.text)}`)
  const isError = lost.some(({ identifier }) => identifier.kind !== 'word')
  return [
    {
      finding: {
        reason: `Unexpected translation of unit \`${unit.id}\` without ${enumerate(names)}, expected it as in the source text`,
        place: target.place,
        actual: target.text,
        expected: lost.map(({ identifier }) => identifier.text),
        note: first.identifier.isCertain
          ? 'Do not translate it: copy it from the source text.'
          : 'If it is a name in software, copy it from the source text; a brand or a term can be translated.',
        severity: isError ? 'error' : first.identifier.isCertain ? 'warning' : 'info',
      },
      isIn: (text) => lost.some(({ identifier }) => identifierState(text, identifier).state === 'lost'),
    },
  ]
}

function withoutBrackets({ unit, source, target }: Pair): readonly Change[] {
  if (!/[<[{]/.test(source.text)) return []
  const text = textWithoutCode(source)
  const lost = lostPlaceholders(text, target.text)
  const [first] = lost
  if (!first) return []
  const names = lost.map((one) => `placeholder ${quoteMarkup(one.text)}`)
  const prose = lost.length === 1 && first.actual !== undefined ? proseMarkup(target, unit.syntax) : ''
  const at = first.actual === undefined ? -1 : prose.indexOf(first.actual)
  return [
    {
      finding: {
        reason: `Unexpected translation of unit \`${unit.id}\` without ${enumerate(names)}, expected it as in the source text`,
        place: at < 0 ? target.place : placeIn(target, at, at + first.name.length),
        actual: first.actual ?? target.text,
        expected: lost.map((one) => one.text),
        note: 'Put its brackets around the name, which can be translated: they show readers what to replace.',
        severity: lost.some((one) => one.actual !== undefined) ? 'error' : 'warning',
      },
      isIn: (other) => lostPlaceholders(text, other).length > 0,
    },
  ]
}

/** A step between two menus. */
const STEP = /[\p{L}\p{N}\])"”] > [\p{L}\p{N}[("“]/u
const SEPARATOR = /[>＞›»→⟩〉]/gu

function lostSeparators({ unit, source, target }: Pair): readonly Change[] {
  if (!source.text.includes(' > ') || !STEP.test(source.text)) return []
  const countIn = (text: string) => text.match(SEPARATOR)?.length ?? 0
  const wanted = countIn(source.text)
  // Right to left, the mark can point to the left.
  const missing = (text: string) => wanted - countIn(text) - (text.match(/[<‹←]/g)?.length ?? 0)
  if (missing(target.text) <= 0) return []
  return [
    {
      finding: {
        reason: `Unexpected translation of unit \`${unit.id}\` with ${missing(target.text)} fewer \`>\` between menus, expected ${wanted} as in the source text`,
        place: target.place,
        actual: target.text,
        expected: [source.text],
        severity: 'warning',
        note: 'Put a `>` between the menus, in the order of the source text.',
      },
      isIn: (text) => missing(text) > 0,
    },
  ]
}
