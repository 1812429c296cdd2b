import { findFrontMatter } from '../../util/text/find-front-matter.ts'

/** Microsoft's switch in front matter. */
const SWITCH = /^show_latex[ \t]*:[ \t]*["']?(true|false)\b/im
/** Code, which contains no formulas. */
const CODE = /^[ \t>]*(```+|~~~+)[\s\S]*?^[ \t>]*\1|`[^`\n]*`/gm
const IN_DOLLARS = /\$[^$`\n]{1,300}\$/g
/** Commands that only TeX has. */
const TEX =
  /\\(?:(?:frac|sqrt|begin|mathbf|mathrm|mathcal|mathbb|operatorname|ket|bra|text|vec|hat|overline)\s*\{|(?:alpha|beta|gamma|delta|epsilon|theta|lambda|mu|pi|rho|sigma|phi|psi|omega|sum|int|prod|infty|partial|nabla|otimes|cdot|cdots|ldots|times|leq?|geq?|neq|approx|dagger|langle|rangle)(?![a-zA-Z]))/

/**
 * Whether a document has formulas: according to `show_latex` in its front matter, else in its docset's configuration, else if it contains a
 * formula with a TeX command.
 */
export function usesFormulas(text: string, ofDocset: boolean | undefined): boolean {
  if (!text.includes('$')) return false
  const front = findFrontMatter(text)
  const own = front && SWITCH.exec(text.slice(front.start, front.end))?.[1]
  if (own) return own.toLowerCase() === 'true'
  if (ofDocset !== undefined) return ofDocset
  const body = text.slice(front?.end ?? 0)
  if (!TEX.test(body)) return false
  return (body.replace(CODE, ' ').match(IN_DOLLARS) ?? []).some((formula) => TEX.test(formula))
}
