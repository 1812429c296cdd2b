import { type Labels, overlayLabels, readLocales } from '../../read/read-locales.ts'
import { assertLabels } from '../../render/i18n/assert-labels.ts'
import { FALLBACK_LOCALE } from '../../render/i18n/locale-chain.ts'
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
  const builtIn = readLocales()
  let all = builtIn
  for (const { name, labels: own = {} } of plugins)
    for (const [locale, labels] of Object.entries(own)) {
      assertLabels({
        locale,
        labels,
        english: builtIn[FALLBACK_LOCALE]!,
        isWhole: !Object.hasOwn(all, locale),
        source: `the plugin \`${name}\``,
      })
      all = overlayLabels(all, locale, labels)
    }
  return readLocales(folder, all, cwd)
}
