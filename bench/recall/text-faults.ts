import { type Edit, type Fault, isPlain, masked, oneOf, only, splice } from './fault.ts'
import {
  HALF_WIDTH,
  NEGATIONS,
  OTHER_FORMS,
  OTHER_NEGATIONS,
  PARTICLES,
  SENTENCE_ENDS,
  TERMS,
} from './language-data.ts'

/** A fault that can cause findings in other documents. */
export const TITLE_FAULT = 'title of another document'

const BOLD = /(?<!\*)\*\*(?!\s)([^*]+)(?<!\s)\*\*(?!\*)/
const words = (text: string) => text.match(/[\p{L}\d]+/gu) ?? []
const isSentence = (text: string) => words(text).length >= 4

/** Faults in what a translation says. */
export const textFaults: readonly Fault[] = [
  {
    kind: 'negation removed',
    about: 'removes the only negation of a text',
    plant({ unit: { source, target }, language }) {
      if ([...source.matchAll(/\b(?:not|cannot)\b|n['’]t\b/gi)].length !== 1 || OTHER_NEGATIONS.test(source))
        return undefined
      const found = (NEGATIONS[language] ?? []).flatMap(([pattern, put]) =>
        [...masked(target).matchAll(new RegExp(pattern, `${pattern.flags}g`))].map((match) => ({
          match,
          pattern,
          put,
        })),
      )
      const [first] = found
      if (!first || found.length !== 1) return undefined
      const { match, put } = first
      return splice(target, match.index, match[0].length, put.replace('$1', match[1] ?? ''))
    },
  },
  {
    kind: 'second sentence removed',
    about: 'removes the second of two or more sentences',
    plant({ unit: { source, target }, language }) {
      const [ours, theirs] = [source.split(/(?<=[.!?])\s+(?=[A-Z])/), target.split(SENTENCE_ENDS[language]!)]
      if (ours.length < 2 || ours.length !== theirs.length || !ours.every(isSentence) || !isWhole(theirs[1]!))
        return undefined
      const at = target.indexOf(theirs[1]!, theirs[0]!.length)
      return splice(target, at, theirs[1]!.length, '').trim()
    },
  },
  {
    kind: 'half of a long text cut',
    about: 'removes the second half of a long text, except for its stop',
    plant({ unit: { source, target }, language }) {
      if (source.length < 160 || !isPlain(target)) return undefined
      const stop = /[.:。：؟!?]?$/.exec(target)![0]
      const middle = target.length >> 1
      const at = language === 'ja' || language === 'zh' ? middle : target.indexOf(' ', middle)
      return at < 0 ? undefined : target.slice(0, at).trimEnd() + stop
    },
  },
  {
    kind: 'target of the next unit',
    about: 'puts the translation of the next unit',
    plant: ({ unit, next }) => (next && isOther(unit.source, next.source) ? next.target : undefined),
  },
  {
    kind: 'target of another unit',
    about: 'puts a translation of another document',
    plant({ unit, another }) {
      const other = another()
      return other && isOther(unit.source, other.source) ? other.target : undefined
    },
  },
  {
    kind: 'label left in English',
    about: 'puts a bold label of the source in place of its translation',
    plant({ unit: { source, target } }) {
      const [ours, theirs] = [only(source, BOLD), only(target, BOLD)]
      if (!ours || !theirs || ours[0] === theirs[0] || source === ours[0]) return undefined
      if (!/^[A-Z][a-z]+(?: [A-Za-z][a-z]+){0,4}$/.test(ours[1]!) || hasWordOf(theirs[1]!, ours[1]!))
        return undefined
      return splice(target, theirs.index, theirs[0].length, ours[0])
    },
  },
  {
    kind: 'short text left in English',
    about: 'puts the source in place of a translation of one to three words',
    plant({ unit: { source, target } }) {
      if (!/^[A-Z][a-z]+(?: [a-z]{2,}){0,2}$/.test(source) || !isPlain(target)) return undefined
      return hasWordOf(target, source) ? undefined : source
    },
  },
  {
    kind: 'target left in English',
    about: 'puts the source in place of a translation of six or more words',
    plant: ({ unit: { source, target } }) =>
      (source.match(/\b[a-z]{2,}\b/g) ?? []).length >= 6 && source !== target ? source : undefined,
  },
  {
    kind: 'target in another language',
    about: 'puts a translation in another language',
    plant: ({ unit: { source }, foreign }) => (words(source).length >= 4 ? foreign() : undefined),
  },
  {
    kind: 'characters of another script',
    about: 'writes up to three characters in their form of traditional (zh) or simplified Chinese (ja)',
    languages: ['zh', 'ja'],
    plant({ unit: { target }, language }) {
      const forms = OTHER_FORMS[language]!
      const found = [...masked(target)].flatMap((character, at, all) =>
        forms.has(character) ? [all.slice(0, at).join('').length] : [],
      )
      if (found.length < 2) return undefined
      return found.slice(0, 3).reduce((text, at) => splice(text, at, 1, forms.get(text[at]!)!), target)
    },
  },
  {
    kind: 'word doubled',
    about: 'doubles a word',
    plant({ unit: { target }, language, random }) {
      const text = masked(target)
      const pattern = PARTICLES[language] ?? /(?<= )(?:\p{Ll}{5,}|[\p{Lo}\p{M}]{3,})(?=[ .,])/u
      const found = oneOf([...text.matchAll(new RegExp(pattern, 'gu'))], random)
      if (!found) return undefined
      const gap = PARTICLES[language] ? '' : ' '
      return splice(target, found.index, found[0].length, `${found[0]}${gap}${found[0]}`)
    },
  },
  {
    kind: 'end punctuation changed',
    about: 'removes the stop at the end, or puts a colon or a question mark',
    plant({ unit: { source, target }, language, random }) {
      if (!/[a-z]\.$/.test(source) || !/[\p{L}][.。]$/u.test(target) || words(source).length < 5)
        return undefined
      const isWide = target.endsWith('。')
      // Japanese writes phrases without a full stop, and “the following …” can have a colon in any language.
      const isPhrase = language === 'ja' && !/(?:ます|です|せん|した|ください)。$/.test(target)
      const leads = /\b(?:follow\w*|below)\b/i.test(source)
      const put = oneOf(
        [...(isPhrase ? [] : ['']), ...(leads ? [] : [isWide ? '：' : ':']), isWide ? '？' : '?'],
        random,
      )
      return put === undefined ? undefined : target.slice(0, -1) + put
    },
  },
  {
    kind: 'half-width katakana',
    about: 'writes a word of katakana in half-width characters',
    languages: ['ja'],
    plant({ unit: { target } }) {
      const found = /[ァ-ヴー]{3,}/u.exec(masked(target))
      if (!found) return undefined
      const half = [...found[0]].map((kana) => HALF_WIDTH.get(kana) ?? kana).join('')
      return splice(target, found.index, found[0].length, half)
    },
  },
  {
    kind: 'kana in Chinese',
    about: 'writes の for 的',
    languages: ['zh'],
    plant: ({ unit: { target } }) => (/的/.test(masked(target)) ? target.replace('的', 'の') : undefined),
  },
  {
    kind: 'direction override left open',
    about: 'puts a right-to-left override without its end',
    languages: ['ar'],
    plant: ({ unit: { target } }) =>
      isPlain(target) && target.includes(' ') ? target.replace(' ', ' \u202e') : undefined,
  },
  {
    kind: 'glossary term wrong',
    about: 'replaces a term of a glossary by another word',
    plant({ unit: { source, target }, language }) {
      for (const [term, right, wrong] of TERMS[language] ?? []) {
        const found = only(masked(target), new RegExp(right, 'iu'))
        if (found && only(masked(source), new RegExp(`\\b${term}s?\\b`, 'i')))
          return splice(target, found.index, right.length, wrong)
      }
      return undefined
    },
  },
  {
    kind: TITLE_FAULT,
    about: 'puts the title of another document of the folder',
    isStructural: true,
    plant({ unit, titles, random }): readonly Edit[] | undefined {
      // Titles that are taken stay as they are.
      if (titles.indexOf(unit) % 2 !== 0) return undefined
      const other = oneOf(
        titles.filter((_, at) => at % 2 === 1),
        random,
      )
      if (!other || !isOther(unit.source, other.source)) return undefined
      return [{ start: unit.targetAt, end: unit.targetAt + unit.target.length, text: other.target }]
    },
  },
]

/** Whether a part of a text opens and closes all its markup. */
function isWhole(text: string): boolean {
  const open = (mark: RegExp) => (text.match(mark) ?? []).length
  return (
    open(/\*\*/g) % 2 === 0 &&
    open(/`/g) % 2 === 0 &&
    open(/\[/g) === open(/\]/g) &&
    open(/\(/g) === open(/\)/g) &&
    !/[<>]/.test(text)
  )
}

/** Whether two sources say different things. */
function isOther(one: string, other: string): boolean {
  const [ours, theirs] = [words(one.toLowerCase()), new Set(words(other.toLowerCase()))]
  return (
    ours.length >= 3 && theirs.size >= 3 && ours.filter((word) => theirs.has(word)).length < ours.length / 2
  )
}

/** Whether a text has a word of another. */
function hasWordOf(text: string, other: string): boolean {
  const own = new Set(words(text.toLowerCase()))
  return words(other.toLowerCase()).some((word) => own.has(word))
}
