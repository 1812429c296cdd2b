import type { Rule } from '../define-rule.ts'
import { cellOneToOne } from './cell-one-to-one.ts'
import { frontMatterLocale } from './front-matter-locale.ts'
import { frontMatterValid } from './front-matter-valid.ts'
import { includeMissing } from './include-missing.ts'
import { inlineEqual } from './inline-equal.ts'
import { linkMissing } from './link-missing.ts'
import { localeJoin } from './locale-join.ts'
import { localeOutlier } from './locale-outlier.ts'
import { structureEqual } from './structure-equal.ts'
import { sxsMarkupDamaged } from './sxs-markup-damaged.ts'
import { tableShape } from './table-shape.ts'
import { unitEmpty } from './unit-empty.ts'
import { unitIdEqual } from './unit-id-equal.ts'
import { unitIdUnique } from './unit-id-unique.ts'
import { unitNested } from './unit-nested.ts'
import { unitOrder } from './unit-order.ts'
import { unitSourceMissing } from './unit-source-missing.ts'
import { unitTargetMissing } from './unit-target-missing.ts'

/** All rules, sorted by id. */
export const rules: readonly Rule[] = [
  cellOneToOne,
  frontMatterLocale,
  frontMatterValid,
  includeMissing,
  inlineEqual,
  linkMissing,
  localeJoin,
  localeOutlier,
  structureEqual,
  sxsMarkupDamaged,
  tableShape,
  unitEmpty,
  unitIdEqual,
  unitIdUnique,
  unitNested,
  unitOrder,
  unitSourceMissing,
  unitTargetMissing,
]
