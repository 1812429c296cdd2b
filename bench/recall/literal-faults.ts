import { type Fault, masked, only, replaceShared, splice, withoutLetter } from './fault.ts'

const COMMAND =
  /(?<![\w-])(?:Get|Set|New|Remove|Grant|Enable|Disable|Test|Move|Import|Export)-[A-Z][A-Za-z]+\b/
const ADDRESS = /https?:\/\/[\w./-]*\w\/[\w./-]*[a-z]{3}/
const PATH = /\b[A-Z]:\\+[\w.-]+(?:\\+[\w.-]+)*/
const FILE =
  /(?<![\w./\\-])[\w-]{3,}\.(?:exe|dll|xml|log|csv|json|txt|ps1|config|bat|msi|zip|cer|xlsx|docx|cs|qs|py)\b/i
const PARAMETER = /(?<![\w-])-[A-Z][A-Za-z]{3,}\b/
const DOTTED = /(?<![\w.\\/-])[A-Z]\w+(?:\.[A-Z]\w+)+(?![\w.]*\()/
const CAMEL = /(?<![\w.\\/@-])[a-z]{2,}[A-Z][A-Za-z]{2,}\b/
const VERSION =
  /\b(?:version|\.NET Framework|PowerShell|TLS|HTTP|Windows|SIP|CU|v|API|SDK|Python|Core)\s?(\d+\.\d+)(?![.\d])/i
const NUMBER = /(?<![\p{L}\d.,:/#%$*\\-])\d{1,5}(?![\p{L}\d%\\-]|[.,:/]\d)/u

const raw = (markup: string) => markup
/** Hides all but the destinations of links. */
const prose = (markup: string) => markup.replace(/\]\([^)]*\)/g, (found) => '\0'.repeat(found.length))

/** Faults in what a translation keeps as it is. */
export const literalFaults: readonly Fault[] = [
  {
    kind: 'number changed',
    about: 'adds 3 to a number',
    plant: (site) => replaceShared(site, NUMBER, (found) => String(Number(found) + 3)),
  },
  {
    kind: 'number lost',
    about: 'removes a number',
    plant: (site) =>
      replaceShared(site, NUMBER, () => '')
        ?.replace(/ {2,}/g, ' ')
        .trim(),
  },
  {
    kind: 'command changed',
    about: 'replaces the verb of a command by another',
    plant: (site) =>
      replaceShared(site, COMMAND, (found) =>
        found.replace(/^\w+/, (verb) => (verb === 'Get' ? 'Set' : 'Get')),
      ),
  },
  {
    kind: 'address changed',
    about: 'drops a letter of an address in the text',
    plant: (site) => replaceShared(site, ADDRESS, withoutLetter, prose),
  },
  {
    kind: 'path changed',
    about: 'drops a letter of the last part of a path',
    plant: (site) => replaceShared(site, PATH, (found) => found.replace(/[\w.-]+$/, withoutLetter)),
  },
  {
    kind: 'file name changed',
    about: 'drops a letter of the name of a file',
    plant: (site) => replaceShared(site, FILE, (found) => found.replace(/^[^.]+/, withoutLetter)),
  },
  {
    kind: 'parameter changed',
    about: 'drops a letter of a parameter',
    plant: (site) => replaceShared(site, PARAMETER, withoutLetter),
  },
  {
    kind: 'dotted identifier split',
    about: 'puts a space after a dot of an identifier',
    plant: (site) => replaceShared(site, DOTTED, (found) => found.replace('.', '. ')),
  },
  {
    kind: 'camel-case identifier split',
    about: 'puts a space before a capital of an identifier',
    plant: (site) => replaceShared(site, CAMEL, (found) => found.replace(/(?<=[a-z])[A-Z]/, ' $&')),
  },
  {
    kind: 'camel-case identifier changed',
    about: 'drops a letter of an identifier',
    plant: (site) => replaceShared(site, CAMEL, withoutLetter),
  },
  {
    kind: 'variable changed',
    about: 'drops the second percent sign of a variable',
    plant: (site) => replaceShared(site, /%[A-Za-z]\w+%/, (found) => found.slice(0, -1)),
  },
  {
    kind: 'format item changed',
    about: 'changes the number of a format item',
    plant: (site) => replaceShared(site, /(?<!\$)\{\d\}/, (found) => `{${Number(found[1]) + 5}}`),
  },
  {
    kind: 'option changed',
    about: 'writes a dash in place of the two hyphens of an option',
    plant: (site) => replaceShared(site, /(?<![\w-])--[a-z][\w-]+/, (found) => `–${found.slice(2)}`, raw),
  },
  {
    kind: 'version comma',
    about: 'writes a comma in place of the dot of a version',
    plant({ unit: { source, target } }) {
      const version = only(masked(source), VERSION)?.[1]
      if (version === undefined) return undefined
      const found = only(
        masked(target),
        new RegExp(`(?<![\\d.])${version.replace('.', '\\.')}(?![\\d]|\\.\\d)`),
      )
      return found && splice(target, found.index, version.length, version.replace('.', ','))
    },
  },
  {
    kind: 'code changed',
    about: 'drops a letter of code',
    plant: (site) =>
      replaceShared(
        site,
        /(?<!`)`[^`\s][^`]*`(?!`)/,
        (found) => (/\p{L}{2}/u.test(found) ? withoutLetter(found) : undefined),
        raw,
      ),
  },
  {
    kind: 'code lost',
    about: 'removes the marks of code',
    plant: (site) =>
      replaceShared(
        site,
        /(?<!`)`[^`\s][^`]*`(?!`)/,
        (found) => (/[<>*_[\]]/.test(found) ? undefined : found.slice(1, -1)),
        raw,
      ),
  },
  {
    kind: 'placeholder changed',
    about: 'removes the angle brackets of a placeholder',
    plant({ unit: { source, target } }) {
      const PLACEHOLDER = /(?:&lt;|\\<)(\p{L}[\p{L}\d _.-]{2,40})(?:&gt;|\\?>)/u
      const found = only(target, PLACEHOLDER)
      if (!found || !only(source, PLACEHOLDER)) return undefined
      return splice(target, found.index, found[0].length, found[1]!)
    },
  },
  {
    kind: 'step reference changed',
    about: 'refers to a step that does not exist, on both sides',
    plant({ text, unit }) {
      const line = text.slice(text.lastIndexOf('\n', unit.start) + 1, unit.start)
      if (!/^\s*\d+\. /.test(line)) return undefined
      const [ours, theirs] = [
        only(unit.source, /\bstep (\d{1,2})\b/),
        only(unit.target, /(?<!\d)\d{1,2}(?!\d)/),
      ]
      if (!ours || !theirs || ours[1] !== theirs[0] || unit.source.includes('](')) return undefined
      const sourceAt = unit.end - '</span></span>'.length - unit.source.length
      const change = {
        start: unit.targetAt + theirs.index,
        end: unit.targetAt + theirs.index + theirs[0].length,
      }
      const start = sourceAt + ours.index + ours[0].length - ours[1].length
      return [
        { ...change, text: '87' },
        { start, end: start + ours[1].length, text: '87' },
      ]
    },
  },
  {
    kind: 'list number changed',
    about: 'changes the number with which a text begins',
    plant({ unit: { source, target } }) {
      const [ours, theirs] = [/^(\d{1,3})[.)]\s/.exec(source), /^(\d{1,3})[.)]\s/.exec(target)]
      if (!ours || !theirs || ours[1] !== theirs[1]) return undefined
      return splice(target, 0, ours[1]!.length, String(Number(ours[1]) + 1))
    },
  },
]
