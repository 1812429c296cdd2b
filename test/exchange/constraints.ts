import { parseXml, XmlElement } from '@rgrove/parse-xml'

const CODES = new Set(['ph', 'pc', 'sc', 'ec'])

/** Returns which constraints of XLIFF 2.0 a file does not meet that no schema can express (sections 4.2 and 4.3 of the standard). */
export function constraintErrorsOf(xml: string): string[] {
  const errors: string[] = []
  const { root } = parseXml(xml)
  if (!root) return ['no root']
  unique(childrenOf(root, 'file'), 'file')
  for (const file of childrenOf(root, 'file')) {
    const units = childrenOf(file, 'unit')
    unique(units, 'unit')
    units.forEach(checkUnit)
  }
  return errors

  function unique(elements: readonly XmlElement[], what: string): void {
    const seen = new Set<string>()
    for (const { attributes } of elements) {
      if (attributes.id === undefined || attributes.id === '') errors.push(`${what} without id`)
      else if (seen.has(attributes.id)) errors.push(`${what} ${attributes.id} doubled`)
      seen.add(attributes.id ?? '')
    }
  }

  function checkUnit(unit: XmlElement): void {
    checkContent(unit, childrenOf(unit, 'segment'))
    const ids = new Set(childrenOf(unit, 'segment').map(({ attributes }) => attributes.id))
    for (const match of childrenOf(unit, 'mtc:matches').flatMap((each) => childrenOf(each, 'mtc:match'))) {
      checkContent(match, [match])
      if (!match.attributes.ref?.startsWith('#') || !ids.has(match.attributes.ref.slice(1)))
        errors.push(`match with ref ${match.attributes.ref}`)
      if (childrenOf(match, 'source').length !== 1 || childrenOf(match, 'target').length !== 1)
        errors.push('match without a text')
    }
    for (const { attributes } of childrenOf(unit, 'segment'))
      if (
        attributes.subState !== undefined &&
        (!attributes.state || !/^[^\s:]+:[^\s:]+$/.test(attributes.subState))
      )
        errors.push(`subState ${attributes.subState}`)
  }

  /** Checks texts with the `originalData` of the element that holds them. */
  function checkContent(owner: XmlElement, texts: readonly XmlElement[]): void {
    const data = childrenOf(owner, 'originalData').flatMap((each) => childrenOf(each, 'data'))
    unique(data, 'data')
    const known = new Set(data.map(({ attributes }) => attributes.id))
    const used = new Set<string>()
    const sides = (['source', 'target'] as const).map((side) => {
      const codes = texts.flatMap((text) => childrenOf(text, side)).flatMap(codesIn)
      unique(codes, `${side} code`)
      for (const { name, attributes } of codes) {
        for (const key of ['dataRef', 'dataRefStart', 'dataRefEnd']) {
          const ref = attributes[key]
          if (ref === undefined) continue
          used.add(ref)
          if (!known.has(ref)) errors.push(`${side} code ${attributes.id} refers to data ${ref}`)
        }
        if (attributes.subType !== undefined && attributes.type === undefined)
          errors.push('subType without type')
        if (attributes.subType?.startsWith('xlf:') && attributes.type !== 'fmt')
          errors.push(`type of ${attributes.subType}`)
        if ((name === 'sc' || name === 'ec') && attributes.isolated !== 'yes')
          errors.push(`${name} not isolated`)
      }
      return new Map(codes.map((code) => [code.attributes.id!, code]))
    })
    for (const id of known) if (!used.has(id!)) errors.push(`data ${id} unused`)
    const [source, target] = sides
    const hasTarget = texts.some((text) => childrenOf(text, 'target').length > 0)
    for (const [id, code] of source!) {
      const other = target!.get(id)
      if (other ? other.name !== code.name : hasTarget && code.attributes.canDelete === 'no')
        errors.push(`code ${id} of the source is ${other ? `a ${other.name}` : 'not'} in the target`)
      for (const key of ['canCopy', 'canDelete', 'canReorder'])
        if (other && other.attributes[key] !== code.attributes[key])
          errors.push(`code ${id} has another ${key}`)
    }
  }
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child) => child instanceof XmlElement && child.name === name,
  ) as XmlElement[]
}

function codesIn(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) =>
    child instanceof XmlElement ? [...(CODES.has(child.name) ? [child] : []), ...codesIn(child)] : [],
  )
}
