import { type Fault, masked, oneOf, only, splice, withoutLetter } from './fault.ts'

const BOLD = /(?<!\*)\*\*(?!\s)([^*]+)(?<!\s)\*\*(?!\*)/
const LINK = /(?<!!)\[([^[\]]+)\]\(([^()\s]+)\)/
/** Languages that put spaces between words. */
const SPACED = ['fr', 'de', 'ar']

const count = (text: string, pattern: RegExp) => [...text.matchAll(new RegExp(pattern, 'g'))].length

/** Faults in markup: bold text, links, and what stands beside them. */
export const markupFaults: readonly Fault[] = [
  {
    kind: 'bold lost',
    about: 'removes the marks of a bold text',
    plant({ unit: { source, target }, random }) {
      if (count(source, BOLD) !== count(target, BOLD)) return undefined
      const found = oneOf([...target.matchAll(new RegExp(BOLD, 'g'))], random)
      return found && splice(target, found.index, found[0].length, found[1]!)
    },
  },
  {
    kind: 'link lost',
    about: 'keeps only the text of a link',
    plant({ unit: { source, target }, random }) {
      if (count(source, LINK) !== count(target, LINK)) return undefined
      const found = oneOf([...target.matchAll(new RegExp(LINK, 'g'))], random)
      return found && splice(target, found.index, found[0].length, found[1]!)
    },
  },
  {
    kind: 'link target changed',
    about: 'replaces the target of a link by that of another link of the docset, or drops a letter of it',
    plant({ unit: { source, target }, another, random }) {
      const [ours, theirs] = [only(source, LINK), only(target, LINK)]
      if (!ours || !theirs || ours[2] !== theirs[2]) return undefined
      const other = random() < 0.5 ? LINK.exec(another()?.source ?? '')?.[2] : undefined
      const url = other === undefined || other === ours[2] ? withoutLetter(ours[2]!) : other
      return splice(target, theirs.index, theirs[0].length, `[${theirs[1]}](${url})`)
    },
  },
  {
    kind: 'link text another address',
    about: 'drops a letter of the address that is the text of a link',
    plant({ unit: { source, target } }) {
      const pattern = /(?<!!)\[(https?:\/\/[^[\]]+)\]\(([^()\s]+)\)/
      const [ours, theirs] = [only(source, pattern), only(target, pattern)]
      if (!ours || !theirs || ours[1] !== theirs[1]) return undefined
      return splice(target, theirs.index + 1, theirs[1]!.length, withoutLetter(theirs[1]!))
    },
  },
  {
    kind: 'space before stop after markup',
    about: 'puts a space between markup and the stop after it',
    plant({ unit: { source, target } }) {
      const found = only(target, /(?<=\p{L}\*\*|\p{L}\*|[\p{L}`]\]\([^()\s]+\)|\p{L}`)[.,。，、]/u)
      if (!found || !/(?:\*|\)|`)[.,]/.test(source)) return undefined
      return splice(target, found.index, 0, ' ')
    },
  },
  {
    kind: 'stop swallowed by bold',
    // Not a colon: “**Name:**” and “**Name**:” are both usual.
    about: 'moves the full stop or the comma after a bold text into it',
    plant({ unit: { source, target } }) {
      const found = only(target, /(?<=\*\*[^*[\]]*\p{L})\*\*([.,。，])/u)
      if (!found || !/\w\*\*[.,]/.test(source)) return undefined
      return splice(target, found.index, found[0].length, `${found[1]}**`)
    },
  },
  {
    kind: 'word glued to link',
    about: 'removes the space before or after a link',
    languages: SPACED,
    plant({ unit: { source, target }, random }) {
      const [before, after] = [
        only(target, /(?<=\p{L}) (?=\[[^\]]+\]\()/u),
        only(target, /(?<=\]\([^()\s]+\)) (?=\p{L})/u),
      ]
      const found = before && after ? (random() < 0.5 ? before : after) : (before ?? after)
      if (!found || !(found === before ? /\w \[/ : /\) \w/).test(source)) return undefined
      return splice(target, found.index, 1, '')
    },
  },
  {
    kind: 'bracket lost',
    about: 'removes one bracket of a pair',
    plant({ unit: { source, target }, random }) {
      if (!only(masked(source), /\(/) || !only(masked(source), /\)/)) return undefined
      const [open, close] = [only(masked(target), /[(（]/), only(masked(target), /[)）]/)]
      if (!open || !close || open.index > close.index) return undefined
      return splice(target, (random() < 0.5 ? open : close).index, 1, '')
    },
  },
  {
    kind: 'quotation mark lost',
    about: 'removes the closing mark of a quotation',
    plant({ unit: { target } }) {
      const close = closingMark(target)
      return close && splice(target, close.index, 1, '')
    },
  },
  {
    kind: 'quotation mark wrong',
    about: 'replaces the closing mark of a quotation by one of another kind',
    plant({ unit: { target } }) {
      const close = closingMark(target)
      return close && splice(target, close.index, 1, /[”"]/.test(close[0]) ? '»' : '”')
    },
  },
]

/** The closing mark of the only quotation of a text. */
function closingMark(target: string): RegExpExecArray | undefined {
  // Straight marks around all of it are those of YAML, and those of a directive are no quotation.
  if (/^"[^"]*"$/.test(target)) return undefined
  const text = masked(target).replace(/:::[^:]+:::/g, (found) => '\0'.repeat(found.length))
  if (count(text, /[«»„“”"「」『』]/) !== 2) return undefined
  return only(
    text,
    /(?<=(?:«[^»]{2,60}))»|(?<=„[^“”]{2,60})[“”]|(?<=“[^”]{2,60})”|(?<="[^"]{2,60})"|(?<=「[^」]{2,60})」|(?<=『[^』]{2,60})』/,
  )
}
