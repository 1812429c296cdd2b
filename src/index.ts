export { defineConfig, type LockstepConfig } from './config.ts'
export { type EditionOptions, editionOf } from './join/edition-of.ts'
export { joinDocuments } from './join/join-documents.ts'
export type * from './model/baseline.ts'
export type * from './model/docset.ts'
export type * from './model/document.ts'
export type * from './model/hast.ts'
export type * from './model/message.ts'
export type * from './model/multilingual.ts'
export type * from './model/outline.ts'
export type { ResolvedFile, ResolveFile } from './model/resolve.ts'
export { deriveRunbook } from './model/runbook.ts'
export type * from './model/runbook-log.ts'
export type * from './model/runbook-types.ts'
export type * from './model/status.ts'
export type * from './model/suppression.ts'
export type * from './model/table.ts'
export { textOfParts, textOfUnit, unitOf } from './model/text.ts'
export type * from './model/unit.ts'
export { parseDocument } from './parse/parse-document.ts'
export type { ParseOptions } from './parse/parse-options.ts'
export { type SxsPiece, type SxsSide, type SxsText, type SxsUnit, scanSxs } from './parse/scan-sxs.ts'
export type * from './pipeline/options.ts'
export { build, check, inspect, print, status } from './pipeline.ts'
export type { BilingualLayout, OutputKind } from './render/context.ts'
export { fillSkeleton } from './render/fill-skeleton.ts'
export type { Reporter, ReportOptions } from './report/reporter.ts'
export { reporters } from './report/reporters.ts'
export type { Finding, Rule, Severity } from './validate/define-rule.ts'
export type {
  PresetName,
  RuleConfig,
  RuleLevel,
  RuleOverride,
  RuleSetting,
  RuleSettings,
} from './validate/rule-settings.ts'
export { rules } from './validate/rules/index.ts'
export { runJoinedRules, runRules } from './validate/run-rules.ts'
