import { type Labels, mergeLabels, readLocales } from '../../read/read-locales.ts'
import { assertLabels } from '../../render/i18n/assert-labels.ts'
import { FALLBACK_LOCALE } from '../../render/i18n/locale-chain.ts'
import { memoize } from '../../util/memoize.ts'
import type { BuildOptions } from '../options.ts'

/**
 * Reads the labels by BCP 47 tag: the built-in ones, over them those of plugins, over them those of the user's folder.
 *
 * @param folder absolute path of the user's folder.
 * @param cwd absolute path of the folder that messages name files from. Default: absolute paths.
 * @throws {UserError} if labels cannot be read, or those of a plugin do not fit.
 */
export function readLabels(
  folder: string | undefined,
  { plugins = [] }: Pick<BuildOptions, 'plugins'>,
  cwd?: string,
): Readonly<Record<string, Labels>> {
  const ofPlugins: Record<string, Labels> = {}
  const builtIn = memoize((_: 'all') => readLocales())
  for (const { name, labels: own = {} } of plugins)
    for (const [locale, labels] of Object.entries(own)) {
      const before = ofPlugins[locale]
      assertLabels({
        locale,
        labels,
        english: builtIn('all')[FALLBACK_LOCALE]!,
        isWhole: before === undefined && !Object.hasOwn(builtIn('all'), locale),
        source: `the plugin \`${name}\``,
      })
      ofPlugins[locale] = before ? mergeLabels(before, labels) : labels
    }
  return readLocales(folder, ofPlugins, cwd)
}
