import { parseXml, type XmlDocument, XmlElement } from '@rgrove/parse-xml'
import type { GlossaryEntry } from '../../model/glossary.ts'
import { canonicalLocale } from '../../util/text/canonical-locale.ts'
import { foldSpace } from '../../util/text/fold-space.ts'

/**
 * Reads a glossary in TBX (ISO 30042:2008 and 2019, dialects Core and Basic, both styles): for each concept, the terms in the source
 * language and in each other language. Deprecated, superseded and not admitted terms are forbidden.
 *
 * @throws {XmlError} if the file is not well-formed XML; its message starts with the problem, the line and the column.
 */
export function parseTbx(text: string, sourceLocale: string): readonly GlossaryEntry[] {
  const root = parseXml(text, { ignoreUndefinedEntities: true })
  const entries: GlossaryEntry[] = []
  for (const concept of elementsIn(root, ['conceptEntry', 'termEntry'])) {
    const languages = elementsIn(concept, ['langSec', 'langSet']).map((section) => ({
      tag: section.attributes['xml:lang'] ?? '',
      terms: elementsIn(section, ['termSec', 'tig', 'ntig'])
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
        // Deprecated source terms also need a translation.
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

/** A term in TBX. */
interface Term {
  readonly text: string
  readonly isForbidden: boolean
  readonly caseSensitive: boolean
}

function toTerm(section: XmlElement): Term {
  const [term] = elementsIn(section, ['term'])
  const notes = elementsIn(section, [
    'termNote',
    'min:administrativeStatus',
    'basic:administrativeStatus',
    'administrativeStatus',
    'note',
  ])
  const fields = notes.map((note) => `${note.attributes.type ?? note.name}=${note.text.trim()}`)
  return {
    text: term ? foldSpace(term.text) : '',
    isForbidden: fields.some((note) =>
      /^(?:\w+:)?(?:administrativestatus|normativeauthorization)=(?:deprecated|superseded|forbidden|notrecommended)/i.test(
        note,
      ),
    ),
    caseSensitive: fields.some((note) => /^(?:x-)?case-?sensitive=(?:true|yes|1)?$/i.test(note)),
  }
}

/** The elements with one of these names below a node, in document order. */
function elementsIn(node: XmlDocument | XmlElement, names: readonly string[]): readonly XmlElement[] {
  return node.children.flatMap((child) => {
    if (!(child instanceof XmlElement)) return []
    const below = elementsIn(child, names)
    return names.includes(child.name) ? [child, ...below] : below
  })
}

function languageOf(tag: string): string {
  return (canonicalLocale(tag) ?? tag).split('-', 1)[0]!.toLowerCase()
}
