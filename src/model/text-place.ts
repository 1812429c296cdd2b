import type { TranslationUnit } from './unit.ts'

/**
 * Where the text of a unit stands, which decides how characters are written there:
 *
 * - `markdown`, `html`;
 * - `attribute`: the value of an HTML attribute;
 * - `title`: a title or an alternative text in Markdown;
 * - `yaml-double`, `yaml-single`: a quoted value of front matter (YAML 1.2, section 7.3);
 * - `verbatim`: code, or a plain value of front matter.
 */
export type TextPlace =
  | 'markdown'
  | 'html'
  | 'attribute'
  | 'title'
  | 'yaml-double'
  | 'yaml-single'
  | 'verbatim'

/** The start of a line of front matter up to a quoted value. */
const QUOTED = /^\s*(?:- +)*(?:[^\s"'#:][^"'#]*?: +)?(["'])/

/**
 * Finds out where the text of a unit stands.
 *
 * @param before text before the unit in its line.
 */
export function textPlaceOf(
  { syntax, context }: Pick<TranslationUnit, 'syntax' | 'context'>,
  before: string,
): TextPlace {
  if (syntax === 'html') return context.kind === 'attribute' ? 'attribute' : 'html'
  if (syntax === 'markdown') return 'markdown'
  if (context.kind === 'attribute') return 'title'
  const quote = context.kind === 'front-matter' ? QUOTED.exec(before)?.[1] : undefined
  if (quote === undefined) return 'verbatim'
  return quote === '"' ? 'yaml-double' : 'yaml-single'
}
