import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as hastToString } from 'hast-util-to-string'
import type { GlossaryEntry } from '../../model/glossary.ts'
import { canonicalLocale } from '../../util/canonical-locale.ts'
import { foldSpace } from '../../util/fold-space.ts'
import { visit } from '../../util/visit.ts'

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
    text: term ? foldSpace(hastToString(term)) : '',
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
  return withoutCdata(xml).replace(/<([\w:.-]+)([\s/][^<>]*)?>/g, (tag, name: string, attributes = '') =>
    attributes.endsWith('/') ? `<${name}${attributes.slice(0, -1)}></${name}>` : tag,
  )
}

/** The text with what stands in `<![CDATA[…]]>` written as other text is; one that does not end is left alone. */
function withoutCdata(xml: string): string {
  const parts = xml.split('<![CDATA[')
  const last = xml.lastIndexOf(']]>')
  let at = parts[0]!.length
  return parts
    .map((part, index) => {
      if (index === 0) return part
      at += 9
      const end = at <= last ? part.indexOf(']]>') : -1
      at += part.length
      if (end < 0) return `<![CDATA[${part}`
      const text = part.slice(0, end).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
      return text + part.slice(end + 3)
    })
    .join('')
}

function languageOf(tag: string): string {
  return (canonicalLocale(tag) ?? tag).split('-', 1)[0]!.toLowerCase()
}
