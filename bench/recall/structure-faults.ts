import type { Fault, Site } from './fault.ts'
import { ALERTS } from './language-data.ts'

const CLOSERS = '</span></span>'

/** Faults in the structure of a document and the marks of its units. */
export const structureFaults: readonly Fault[] = [
  {
    kind: 'alert keyword translated',
    about: 'translates the keyword of an alert',
    isStructural: true,
    plant(site) {
      const found = onceFrom(site, /(?<=> *\[!)(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)(?=\])/)
      return (
        found && [
          { start: found.index, end: found.index + found[0].length, text: ALERTS[site.language] ?? 'NOTA' },
        ]
      )
    },
  },
  {
    kind: 'table cell lost',
    about: 'removes a pipe between two cells of a row',
    isStructural: true,
    plant({ text, unit }) {
      const lineStart = text.lastIndexOf('\n', unit.start) + 1
      const between = text.slice(lineStart, unit.start)
      const lineEnd = text.indexOf('\n', unit.end)
      if (!/^\s*\|/.test(between) || !/\|\s*$/.test(between) || !/<\/span>\s*\|\s*$/.test(between))
        return undefined
      // A delimiter row after this line would make it the head.
      if (/^\s*\|?\s*:?-+:?\s*\|/.test(text.slice(lineEnd + 1, lineEnd + 80))) return undefined
      const at = text.lastIndexOf('|', unit.start)
      return [{ start: at, end: at + 1, text: '' }]
    },
  },
  {
    kind: 'front matter locale wrong',
    about: 'names another locale in the front matter',
    isStructural: true,
    plant(site) {
      const found = onceFrom(site, /(?<=^ms\.contentlocale: )[\w-]+$/m)
      return found && [{ start: found.index, end: found.index + found[0].length, text: 'es-ES' }]
    },
  },
  {
    kind: 'unit id changed',
    about: 'changes the id of the target',
    isStructural: true,
    plant({ text, unit: { start, id } }) {
      const at = text.indexOf(id, start) + id.length - 1
      return [{ start: at, end: at + 1, text: text[at] === '7' ? '8' : '7' }]
    },
  },
  {
    kind: 'unit id duplicated',
    about: 'gives a unit the id of the next one',
    isStructural: true,
    plant({ text, unit: { start, end, id }, next }) {
      if (!next || next.id === id) return undefined
      return [{ start, end, text: text.slice(start, end).replaceAll(`"${id}"`, `"${next.id}"`) }]
    },
  },
  {
    kind: 'span missing',
    about: 'removes an opening or closing tag of a unit',
    isStructural: true,
    plant({ text, unit: { start, end, target, targetAt }, random }) {
      const closer = targetAt + target.length
      const lookup = '<span class="sxs-lookup">'
      const which = Math.floor(random() * 3)
      if (which === 0) return [{ start, end: targetAt, text: '' }]
      if (which === 1 && text.startsWith(`</span>${lookup}`, closer))
        return [{ start: closer, end: closer + 7, text: '' }]
      return text.slice(0, end).endsWith(CLOSERS) ? [{ start: end - 7, end, text: '' }] : undefined
    },
  },
]

/** The first match of a pattern in a document, found only from its first unit, so that each document has one. */
function onceFrom({ text, unit, next }: Site, pattern: RegExp): RegExpExecArray | undefined {
  if (text.indexOf('data-ttu-id=') !== unit.start + '<span '.length || !next) return undefined
  return pattern.exec(text) ?? undefined
}
