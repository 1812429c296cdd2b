/** The library: everything that this package exports. */
export { scanSxs } from './bitext/scan-sxs.ts'
export type { SxsPiece, SxsSide, SxsText, SxsUnit } from './bitext/sxs-piece.ts'
export { defineConfig, type LockstepConfig } from './config.ts'
export { type EditionOptions, editionOf } from './join/edition-of.ts'
export { joinDocuments } from './join/join-documents.ts'
export type * from './model/build/docset.ts'
export type { Shard, ShardHeader, ShardKeys, ShardKind } from './model/build/shard.ts'
export type { Work } from './model/build/work.ts'
export type * from './model/document.ts'
export type * from './model/findings/baseline.ts'
export type * from './model/findings/message.ts'
export type * from './model/findings/status.ts'
export type * from './model/findings/suppression.ts'
export type * from './model/hast.ts'
export { fromJson } from './model/json/from-json.ts'
export { toJson } from './model/json/to-json.ts'
export type * from './model/json/types.ts'
export type * from './model/multilingual.ts'
export { headingsAbove, type OutlineEntry } from './model/outline.ts'
export { type Lined, type Place, positionOf } from './model/place.ts'
export type { ResolvedFile, ResolveFile } from './model/resolve.ts'
export type * from './model/table.ts'
export { textOfParts, textOfUnit, unitOf } from './model/text.ts'
export type * from './model/unit.ts'
export { readUnitId, type UnitId } from './model/unit-id.ts'
export { unitsOf } from './model/units-of.ts'
export { inputOf } from './model/written-unit.ts'
export { parseDocument } from './parse/parse-document.ts'
export type { ParseOptions } from './parse/parse-options.ts'
export type {
  ImportedUnit,
  ImportFinding,
  ImportOptions,
  ImportOutcome,
  ImportProblem,
  ImportResult,
  ImportSettings,
} from './pipeline/exchange/exchange-import.ts'
export type {
  ExchangeFormat,
  ExportedUnits,
  ExportOptions,
  ExportResult,
  LeftOutUnits,
} from './pipeline/exchange/exchange-options.ts'
export type * from './pipeline/options.ts'
export type { ApplyResult } from './pipeline/review/apply-suggestions.ts'
export type { MergeOptions, MergeResult } from './pipeline/review/merge-files.ts'
export type { ReviewOptions, ReviewResult } from './pipeline/review/review-options.ts'
export type { ReviewShardResult } from './pipeline/review/review-shards.ts'
export type { ShardOptions, ShardResult, ShardRun } from './pipeline/shards/shard-options.ts'
export {
  applyReview,
  build,
  check,
  type DescribedRule,
  describeRules,
  exportUnits,
  importUnits,
  inspect,
  makeReviewShard,
  makeShard,
  mergeReviews,
  print,
  review,
  status,
} from './pipeline.ts'
export { definePlugin, type Helper, type Plugin } from './plugin.ts'
export type { BilingualLayout } from './render/context.ts'
export { fillSkeleton } from './render/fill-skeleton.ts'
export type { LabelTree } from './render/i18n/create-translate.ts'
export type { Edition, MadeFile, Output, WholeDocument } from './render/output.ts'
export type { OutputKind } from './render/output-kinds.ts'
export type { Reporter, ReportOptions } from './report/reporter.ts'
export { reporters } from './report/reporters.ts'
export { reviewFormats } from './report/review/formats.ts'
export type { ReviewReport, ReviewReportOptions } from './report/review/options.ts'
export type * from './review/types/decisions.ts'
export type * from './review/types/document-review.ts'
export type * from './review/types/review.ts'
export type * from './review/types/review-page.ts'
export type * from './review/types/unit-review.ts'
export type { RunbookDecision, RunbookRole } from './runbook/decision.ts'
export { deriveRunbook } from './runbook/derive-runbook.ts'
export { type ExplainedRunbook, explainRunbook } from './runbook/explain-runbook.ts'
export type * from './runbook/log.ts'
export type { ListRole, RunbookSetting, RunbookSettings, TableRole } from './runbook/settings.ts'
export type * from './runbook/types.ts'
export { UserError } from './util/user-error.ts'
export {
  defineRule,
  type Finding,
  type Report,
  type Rule,
  type RuleContext,
  type Severity,
} from './validate/engine/define-rule.ts'
export type {
  PresetName,
  RuleConfig,
  RuleLevel,
  RuleOverride,
  RuleSetting,
  RuleSettings,
} from './validate/engine/rule-settings.ts'
export { runJoinedRules, runRules } from './validate/engine/run-rules.ts'
export { type BuiltInRuleSettings, type RuleId, rules } from './validate/rules/index.ts'
