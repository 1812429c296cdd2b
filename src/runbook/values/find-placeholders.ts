/**
 * Placeholders in commands and texts: what an operator replaces before a command can run, an address be opened or a name be typed.
 *
 * `<Pool FQDN>` and emphasis inside code are placeholders by their form; `POOL_NAME` and `{pool}` only if the text says so
 * (`named-placeholders.ts`). Tags of XML and HTML, types, alternatives, generics, addresses in angle brackets and redirections look alike,
 * and are none. In text, brackets also mark names on the screen and describe syntax, so that a placeholder there counts by its use
 * (`use-in-text.ts`).
 */

import { htmlTagNames } from 'html-tag-names'
import { foldSpace } from '../../util/text/fold-space.ts'
import type { TextRun } from './text-runs.ts'

/** A placeholder in a text. */
export interface FoundPlaceholder {
  readonly start: number
  readonly end: number
  /** As written: `<Pool FQDN>`. */
  readonly written: string
  /** Without brackets: `Pool FQDN`. */
  readonly name: string
}

const BRACKETED = /<([\p{L}][^<>\n]{0,79})>/gu
/** Characters that names do not have, but tags, types and alternatives do. */
const NO_NAME = /[\uFFFC="|$;{}[\]\\]|\s$|\/$|:\/\/|@.*\./
/** Types in descriptions of syntax, and values that nobody replaces. */
const TYPE =
  /^(?:string|switchparameter|(?:u?int|float)\d*|integer|double|long|bool(?:ean)?|guid|datetime|timespan|object|psobject|hashtable|uri|securestring|pscredential|commonparameters|xds\w*identity|\w*modifier|multivaluedproperty)$/i
/** Secrets, which a record must not keep; as written they stay in the command. */
const SECRET =
  /passw|passphrase|\bpwd\b|secret|credential|\btoken\b|\bpin\b|\b(?:private|workspace|access|api|account|license|product) ?-?_?key\b/i
const TAGS: ReadonlySet<string> = new Set(htmlTagNames)

/** Finds the placeholders in a command or a text by their form, in order. */
export function findPlaceholders({ code, text, emphasized }: TextRun): readonly FoundPlaceholder[] {
  const isMarkup = /<\/[a-z]|<\?xml|<!doctype|\/>/i.test(text)
  const bracketed = [...text.matchAll(BRACKETED)].flatMap((match): FoundPlaceholder[] => {
    const [written, inside] = match as unknown as [string, string]
    const start = match.index
    if (!isName(inside, isMarkup) || isAttached(text, start)) return []
    return [{ start, end: start + written.length, written, name: foldSpace(inside) }]
  })
  if (code === null) return bracketed
  const others = emphasized.flatMap(([start, end]): FoundPlaceholder[] => {
    const written = text.slice(start, end)
    const isWhole = text.trim() === written.trim()
    const isInside = bracketed.some((each) => start >= each.start && end <= each.end)
    if (isWhole || isInside || !/^[\p{L}][^\n]{0,59}$/u.test(written) || isSecret(written)) return []
    return [{ start, end, written, name: foldSpace(written) }]
  })
  return [...bracketed, ...others].sort((one, other) => one.start - other.start)
}

function isName(inside: string, isMarkup: boolean): boolean {
  if (NO_NAME.test(inside) || TYPE.test(inside) || isSecret(inside)) return false
  const isPhrase = /\s/.test(inside)
  // A list of types or of names is one of alternatives.
  if (/,/.test(inside) && !/,\s.*\s/.test(inside)) return false
  return isPhrase || (!isMarkup && !/:/.test(inside) && !TAGS.has(inside.toLowerCase()))
}

/** Whether a placeholder stands for a secret. */
export function isSecret(name: string): boolean {
  return SECRET.test(name.replaceAll('_', ' '))
}

/** Whether a bracket belongs to the word before it: `List<Item>`, `#include <stdio.h>`. */
function isAttached(text: string, start: number): boolean {
  return (
    /[A-Za-z\d_)]$/.test(text.slice(Math.max(0, start - 1), start)) ||
    /#include\s*$/.test(text.slice(Math.max(0, start - 12), start))
  )
}

/** The name by which spellings of one placeholder are known: letter case and white space do not count. */
export function keyOf(name: string): string {
  return foldSpace(name).toLowerCase()
}
