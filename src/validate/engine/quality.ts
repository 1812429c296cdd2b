/** Dimensions of translation quality (Multidimensional Quality Metrics, MQM Core; ISO 5060). */
export type MqmDimension =
  | 'terminology'
  | 'accuracy'
  | 'linguistic-conventions'
  | 'style'
  | 'locale-conventions'
  | 'design-and-markup'

/** Issue types that the rules use (ITS 2.0, appendix C “Values for the Localization Quality Issue Type”). */
export type ItsIssueType =
  | 'characters'
  | 'duplication'
  | 'formatting'
  | 'inconsistency'
  | 'inconsistent-entities'
  | 'length'
  | 'locale-violation'
  | 'markup'
  | 'mistranslation'
  | 'non-conformance'
  | 'numbers'
  | 'omission'
  | 'pattern-problem'
  | 'terminology'
  | 'typographical'
  | 'untranslated'
  | 'other'

/** Kind of quality problem that a rule finds, in the terms of two standards. */
export interface Quality {
  readonly mqm: MqmDimension
  readonly its: ItsIssueType
}

const of = (mqm: MqmDimension, its: ItsIssueType): Quality => ({ mqm, its })

/** Kind of quality problem by rule id. */
export const quality: Readonly<Record<string, Quality>> = {
  'alert-keyword': of('design-and-markup', 'markup'),
  bold: of('design-and-markup', 'markup'),
  brackets: of('linguistic-conventions', 'pattern-problem'),
  'cell-one-to-one': of('accuracy', 'omission'),
  charset: of('design-and-markup', 'characters'),
  'cjk-width': of('locale-conventions', 'typographical'),
  'code-equal': of('accuracy', 'inconsistent-entities'),
  consistency: of('terminology', 'inconsistency'),
  'double-word': of('linguistic-conventions', 'duplication'),
  'empty-markup': of('design-and-markup', 'markup'),
  'end-punctuation': of('linguistic-conventions', 'typographical'),
  'french-spacing': of('locale-conventions', 'typographical'),
  'front-matter-locale': of('locale-conventions', 'non-conformance'),
  'front-matter-valid': of('design-and-markup', 'non-conformance'),
  glossary: of('terminology', 'terminology'),
  identifier: of('accuracy', 'inconsistent-entities'),
  'include-missing': of('design-and-markup', 'other'),
  'inline-equal': of('design-and-markup', 'markup'),
  'label-untranslated': of('accuracy', 'untranslated'),
  language: of('accuracy', 'untranslated'),
  length: of('design-and-markup', 'length'),
  'link-missing': of('design-and-markup', 'other'),
  'link-text': of('accuracy', 'inconsistent-entities'),
  'literal-case': of('accuracy', 'inconsistent-entities'),
  'literal-cmdlet': of('accuracy', 'mistranslation'),
  'literal-parameter': of('accuracy', 'mistranslation'),
  'literal-spacing': of('accuracy', 'inconsistent-entities'),
  'literal-token': of('accuracy', 'inconsistent-entities'),
  'literal-typed': of('accuracy', 'mistranslation'),
  'locale-join': of('accuracy', 'omission'),
  'locale-outlier': of('accuracy', 'omission'),
  'markup-edge': of('design-and-markup', 'markup'),
  negation: of('accuracy', 'mistranslation'),
  'number-equal': of('accuracy', 'numbers'),
  omission: of('accuracy', 'omission'),
  redirection: of('design-and-markup', 'other'),
  'runbook-setting': of('design-and-markup', 'non-conformance'),
  'same-target': of('accuracy', 'inconsistency'),
  script: of('locale-conventions', 'characters'),
  'step-reference': of('accuracy', 'other'),
  'structure-equal': of('design-and-markup', 'formatting'),
  'sxs-markup-damaged': of('design-and-markup', 'non-conformance'),
  'table-shape': of('design-and-markup', 'formatting'),
  'title-equal': of('accuracy', 'mistranslation'),
  toc: of('design-and-markup', 'other'),
  'unit-empty': of('accuracy', 'omission'),
  'unit-id-equal': of('design-and-markup', 'non-conformance'),
  'unit-id-unique': of('design-and-markup', 'non-conformance'),
  'unit-nested': of('design-and-markup', 'non-conformance'),
  'unit-order': of('design-and-markup', 'non-conformance'),
  'unit-source-missing': of('accuracy', 'omission'),
  'unit-target-missing': of('accuracy', 'untranslated'),
  untranslated: of('accuracy', 'untranslated'),
  version: of('accuracy', 'numbers'),
}
