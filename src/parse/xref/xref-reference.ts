import type { XrefProperty } from '../../model/xref.ts'
import { decodeUrlPart } from '../../util/text/decode-url-part.ts'

/** The parts of an `xref:` URL. */
export interface XrefReference {
  readonly uid: string
  /** Name to show if the reference has no text. */
  readonly property: XrefProperty
  /** Text from the query. */
  readonly text?: string
  /** Fragment to append to the address, with `#`; empty if there is none. */
  readonly fragment: string
}

const XREF = /^xref:/i

/**
 * Parses an `xref:` URL (`xref:System.String.Format%2A?displayProperty=nameWithType`); `null` for other URLs.
 */
export function readXref(url: string): XrefReference | null {
  if (!XREF.test(url)) return null
  // A constructor’s `#` is often not percent-encoded.
  const written = url.replace(XREF, '').replace(/#(?=c?ctor\b)/g, '%23')
  const [, uid = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(written) ?? []
  const values = new Map([...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase(), value]))
  const text = values.get('text')?.trim()
  return {
    uid: decodeUrlPart(uid).trim(),
    property: propertyOf(values.get('displayproperty')),
    ...(text && { text }),
    fragment,
  }
}

function propertyOf(written: string | undefined): XrefProperty {
  const name = written?.toLowerCase()
  return name === 'fullname' ? 'fullName' : name === 'namewithtype' ? 'nameWithType' : 'name'
}
