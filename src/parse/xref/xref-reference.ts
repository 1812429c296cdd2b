import type { XrefProperty } from '../../model/xref.ts'
import { decodeUrlPart } from '../../util/decode-url-part.ts'

/** What an `xref:` URL asks for. */
export interface XrefReference {
  readonly uid: string
  /** Which name is shown where the reference has no text of its own. */
  readonly property: XrefProperty
  /** Text that the reference tells in its query. */
  readonly text?: string
  /** Fragment that is put behind the address, with `#`; empty if there is none. */
  readonly fragment: string
}

const XREF = /^xref:/i

/** Reads an `xref:` URL (`xref:System.String.Format%2A?displayProperty=nameWithType`); `null` for any other. */
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
