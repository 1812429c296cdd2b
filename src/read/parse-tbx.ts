import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as hastToString } from 'hast-util-to-string'
import type { GlossaryEntry } from '../model/glossary.ts'
import { canonicalLocale } from '../util/canonical-locale.ts'
import { visit } from '../util/visit.ts'

/**
 * Reads a glossary in TBX (ISO 30042:2008 and 2019, dialects Core and Basic, both styles): for each concept the terms of the source's
 * language and of each other one. Terms that are deprecated, superseded or not admitted are what not to write.
 *
 * TBX is XML; what of it is read here (elements, attributes, text) an HTML parser reads the same once empty elements and CDATA are written
 * out, and it does not stop at a file that is not well-formed.
 */
export function parseTbx(text: string, sourceLocale: string): readonly GlossaryEntry[] {
  const root = fromHtml(writeOut(text), { fragment: true })
  const entries: GlossaryEntry[] = []
  for (const concept of elementsIn(root, ['conceptentry', 'termentry'])) {
    const languages = elementsIn(concept, ['langsec', 'langset']).map((section) => ({
      tag: String(
        section.properties['xml:lang'] ?? section.properties.xmlLang ?? section.properties.lang ?? '',
      ),
      terms: elementsIn(section, ['termsec', 'tig', 'ntig'])
        .map(toTerm)
        .filter(({ text: term }) => term !== ''),
    }))
    const sources = languages
      .filter(({ tag }) => languageOf(tag) === languageOf(sourceLocale))
      .flatMap(({ terms }) => terms)
    if (sources.length === 0) continue
    for (const { tag, terms } of languages) {
      if (terms.length === 0 || languageOf(tag) === languageOf(sourceLocale)) continue
      entries.push({
        // A deprecated source term has to be translated as well.
        sources: sources.map((term) => term.text),
        targets: terms.filter((term) => !term.isForbidden).map((term) => term.text),
        forbidden: terms.filter((term) => term.isForbidden).map((term) => term.text),
        targetLocale: tag,
        caseSensitive: [...sources, ...terms].some((term) => term.caseSensitive),
      })
    }
  }
  return entries
}

/** A term as TBX tells it. */
interface Term {
  readonly text: string
  readonly isForbidden: boolean
  readonly caseSensitive: boolean
}

function toTerm(section: Element): Term {
  const [term] = elementsIn(section, ['term'])
  const notes = elementsIn(section, [
    'termnote',
    'min:administrativestatus',
    'basic:administrativestatus',
    'administrativestatus',
    'note',
  ])
  const told = notes.map((note) => `${note.properties.type ?? note.tagName}=${hastToString(note).trim()}`)
  return {
    text: term ? hastToString(term).replace(/\s+/g, ' ').trim() : '',
    isForbidden: told.some((note) =>
      /^(?:\w+:)?(?:administrativestatus|normativeauthorization)=(?:deprecated|superseded|forbidden|notrecommended)/i.test(
        note,
      ),
    ),
    caseSensitive: told.some((note) => /^(?:x-)?case-?sensitive=(?:true|yes|1)?$/i.test(note)),
  }
}

function elementsIn(node: Nodes, names: readonly string[]): readonly Element[] {
  const found: Element[] = []
  visit(node, 'element', (element) => {
    if (element !== node && names.includes(element.tagName)) found.push(element)
  })
  return found
}

function writeOut(xml: string): string {
  return xml
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    )
    .replace(/<([\w:.-]+)((?:\s[^<>]*?)?)\/>/g, '<$1$2></$1>')
}

function languageOf(tag: string): string {
  return (canonicalLocale(tag) ?? tag).split('-', 1)[0]!.toLowerCase()
}
