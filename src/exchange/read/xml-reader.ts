import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { ExchangeProblem } from '../exchange-file.ts'

/** Length of a tag, text or comment that is read, in characters. */
const LONGEST = 1_000_000
/** How many elements may contain each other. */
const DEEPEST = 100
/** Length of the pieces that the parser gets, after each of which the limits are checked. */
const PIECE = 65_536

/** Place in a file: line and column from 1, and offset. */
export interface XmlPlace {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** The start of an element. */
export interface XmlElement {
  /** Without prefix. */
  readonly name: string
  readonly namespace: string
  /** Returns an attribute without a namespace. */
  readonly attribute: (name: string) => string | undefined
  readonly place: XmlPlace
}

/** What takes the parts of an XML file as they are read. */
export interface XmlHandlers {
  readonly onOpen: (element: XmlElement) => void
  readonly onClose: (place: XmlPlace) => void
  readonly onText: (text: string) => void
  readonly onFault: (problem: ExchangeProblem) => void
}

/** Reads XML in pieces. */
export interface XmlReader {
  write(chunk: string): void
  end(): void
  /** Stops at a fault that the reader of the content found. */
  fail(problem: ExchangeProblem): void
  /** Whether it stopped at a fault. */
  readonly hasFailed: () => boolean
}

/**
 * Reads XML 1.0 with namespaces. It stops at the first fault: broken XML, a document type declaration (and with it every entity), an encoding
 * other than UTF-8, or more than its limits allow, so that memory stays flat whatever it reads.
 */
export function createXmlReader({ onOpen, onClose, onText, onFault }: XmlHandlers): XmlReader {
  const parser = new SaxesParser({ xmlns: true })
  let hasFailed = false
  let depth = 0
  /** Offset of the end of the last event. */
  let last = 0
  let tagPlace = here()

  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(encoding))
      failHere(`Unexpected encoding \`${encoding}\`, expected UTF-8`, 'Save the file as UTF-8.')
  })
  parser.on('doctype', () =>
    failHere('Unexpected document type declaration, expected none', 'Remove it: entities are not read.'),
  )
  parser.on('opentagstart', ({ name }) => {
    const { line, column, offset } = here()
    // A name that ends its line has been left behind.
    const isLineEnd = column === 1
    tagPlace = {
      line: isLineEnd ? line - 1 : line,
      column: isLineEnd ? 1 : column - name.length - 2,
      offset,
    }
  })
  parser.on('opentag', (tag) => {
    depth++
    if (depth > DEEPEST)
      failHere(`Unexpected nesting of more than ${DEEPEST} elements`, 'Check which program wrote the file.')
    event(() => onOpen(elementOf(tag, tagPlace)))
  })
  parser.on('closetag', () => {
    depth--
    event(() => onClose(here()))
  })
  parser.on('text', (text) => event(() => onText(text)))
  parser.on('cdata', (text) => event(() => onText(text)))
  parser.on('comment', () => event(() => {}))
  parser.on('processinginstruction', () => event(() => {}))
  parser.on('error', ({ message }) =>
    failHere(
      `Unexpected XML, expected it well-formed: ${message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}`,
      'Export the file from the translation tool again.',
    ),
  )

  return {
    write(chunk) {
      for (let at = 0; at < chunk.length && !hasFailed; at += PIECE) {
        parser.write(chunk.slice(at, at + PIECE))
        if (parser.position - last > LONGEST)
          failHere(
            `Unexpected tag or text of more than ${LONGEST} characters`,
            'Check which program wrote the file.',
          )
      }
    },
    end() {
      if (!hasFailed) parser.close()
    },
    fail,
    hasFailed: () => hasFailed,
  }

  function event(run: () => void): void {
    last = parser.position
    if (!hasFailed) run()
  }

  function fail(problem: ExchangeProblem): void {
    if (hasFailed) return
    hasFailed = true
    onFault(problem)
  }

  function failHere(reason: string, note: string): void {
    // The character that was read last.
    fail({ reason, note, line: parser.line, column: Math.max(1, parser.column) })
  }

  function here(): XmlPlace {
    return { line: parser.line, column: parser.column + 1, offset: parser.position }
  }
}

function elementOf({ local, uri, attributes }: SaxesTagNS, place: XmlPlace): XmlElement {
  return { name: local, namespace: uri, attribute: (name) => attributes[name]?.value, place }
}
