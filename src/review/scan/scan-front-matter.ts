import type { ScannedFrontMatter } from './scanned-document.ts'

const KEY = /^([\w.-]+)[ \t]*:[ \t]*(.*?)[ \t]*$/
const FIELDS: ReadonlyMap<string, 'sourceHash' | 'translationType' | 'contentLocale' | 'lastHandoff'> =
  new Map([
    ['ms.openlocfilehash', 'sourceHash'],
    ['ms.translationtype', 'translationType'],
    ['ms.contentlocale', 'contentLocale'],
    ['ms.lasthandoff', 'lastHandoff'],
  ])

/** Reads the hand-off from front matter, line by line: a YAML parser takes longer than the rest of a scan. */
export function scanFrontMatter(yaml: string): ScannedFrontMatter {
  const fields: { -readonly [Key in keyof ScannedFrontMatter]: ScannedFrontMatter[Key] } = {
    own: '',
    others: '',
  }
  let isOther = false
  for (const line of yaml.split(/\r\n?|\n/)) {
    const [, key, value = ''] = KEY.exec(line) ?? []
    // A line without a key continues the entry above.
    if (key !== undefined) isOther = /^ms\./i.test(key)
    if (isOther) fields.others += `${line}\n`
    else fields.own += `${line}\n`
    const field = key === undefined ? undefined : FIELDS.get(key.toLowerCase())
    const bare = value.replace(/^(["'])(.*)\1$/, '$2').trim()
    if (field && bare !== '') fields[field] = bare
  }
  return fields
}
