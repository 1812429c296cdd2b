import type { Rule } from '../engine/define-rule.ts'
import type { RuleLevel } from '../engine/rule-settings.ts'
import { alertKeyword } from './alert-keyword.ts'
import { bold } from './bold.ts'
import { brackets } from './brackets.ts'
import { cellOneToOne } from './cell-one-to-one.ts'
import { charset } from './charset.ts'
import { cjkWidth } from './cjk-width.ts'
import { codeEqual } from './code-equal.ts'
import { consistency } from './consistency.ts'
import { doubleWord } from './double-word.ts'
import { emptyMarkup } from './empty-markup.ts'
import { endPunctuation } from './end-punctuation.ts'
import { frenchSpacing } from './french-spacing.ts'
import { frontMatterLocale } from './front-matter-locale.ts'
import { frontMatterValid } from './front-matter-valid.ts'
import { glossary } from './glossary.ts'
import { identifier } from './identifier.ts'
import { includeMissing } from './include-missing.ts'
import { inlineEqual } from './inline-equal.ts'
import { labelUntranslated } from './label-untranslated.ts'
import { language } from './language.ts'
import { length } from './length.ts'
import { linkMissing } from './link-missing.ts'
import { linkText } from './link-text.ts'
import { literalCase } from './literal-case.ts'
import { literalCmdlet } from './literal-cmdlet.ts'
import { literalParameter } from './literal-parameter.ts'
import { literalSpacing } from './literal-spacing.ts'
import { literalToken } from './literal-token.ts'
import { literalTyped } from './literal-typed.ts'
import { localeJoin } from './locale-join.ts'
import { localeOutlier } from './locale-outlier.ts'
import { markupEdge } from './markup-edge.ts'
import { negation } from './negation.ts'
import { numberEqual } from './number-equal.ts'
import { omission } from './omission.ts'
import { redirection } from './redirection.ts'
import { runbookSetting } from './runbook-setting.ts'
import { sameTarget } from './same-target.ts'
import { script } from './script.ts'
import { stepReference } from './step-reference.ts'
import { structureEqual } from './structure-equal.ts'
import { sxsMarkupDamaged } from './sxs-markup-damaged.ts'
import { tableShape } from './table-shape.ts'
import { titleEqual } from './title-equal.ts'
import { toc } from './toc.ts'
import { unitEmpty } from './unit-empty.ts'
import { unitIdEqual } from './unit-id-equal.ts'
import { unitIdUnique } from './unit-id-unique.ts'
import { unitNested } from './unit-nested.ts'
import { unitOrder } from './unit-order.ts'
import { unitSourceMissing } from './unit-source-missing.ts'
import { unitTargetMissing } from './unit-target-missing.ts'
import { untranslated } from './untranslated.ts'
import { version } from './version.ts'

/** All rules, sorted by id. */
export const rules = [
  alertKeyword,
  bold,
  brackets,
  cellOneToOne,
  charset,
  cjkWidth,
  codeEqual,
  consistency,
  doubleWord,
  emptyMarkup,
  endPunctuation,
  frenchSpacing,
  frontMatterLocale,
  frontMatterValid,
  glossary,
  identifier,
  includeMissing,
  inlineEqual,
  labelUntranslated,
  language,
  length,
  linkMissing,
  linkText,
  literalCase,
  literalCmdlet,
  literalParameter,
  literalSpacing,
  literalToken,
  literalTyped,
  localeJoin,
  localeOutlier,
  markupEdge,
  negation,
  numberEqual,
  omission,
  redirection,
  runbookSetting,
  sameTarget,
  script,
  stepReference,
  structureEqual,
  sxsMarkupDamaged,
  tableShape,
  titleEqual,
  toc,
  unitEmpty,
  unitIdEqual,
  unitIdUnique,
  unitNested,
  unitOrder,
  unitSourceMissing,
  unitTargetMissing,
  untranslated,
  version,
] as const satisfies readonly Rule[]

/** Id of a built-in rule. */
export type RuleId = (typeof rules)[number]['id']

const TYPOGRAPHIC: ReadonlySet<string> = new Set(
  rules.filter(({ tags }: Rule) => tags.includes('typography')).map(({ id }) => id),
)

/** Whether a rule is about spaces, punctuation and widths only. */
export function isTypographic(id: string): boolean {
  return TYPOGRAPHIC.has(id)
}

/** Settings of built-in rules: a severity, `off`, or an object with `severity` and the options of the rule. */
export type BuiltInRuleSettings = {
  readonly [Each in (typeof rules)[number] as Each['id']]?: RuleLevel | SettingWithOptions<Each>
}

type SettingWithOptions<Each> = {
  /** Default: the rule's own severity. An object without it turns on a rule that is off. */
  readonly severity?: RuleLevel
} & (Each extends Rule<string, infer Options> ? ([Options] extends [never] ? unknown : Options) : unknown)
