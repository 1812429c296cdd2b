import type { LabelTree } from './create-translate.ts'

/** The labels of a locale by their whole keys (`page.skip`); those of plural forms have their suffixes. Labels of plugins can be no texts. */
export function labelsByKey(labels: LabelTree, above = ''): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(labels).flatMap(([key, value]): [string, unknown][] =>
      typeof value === 'object' && value !== null
        ? [...labelsByKey(value, `${above}${key}.`)]
        : [[above + key, value]],
    ),
  )
}
