import { relative } from 'node:path'
import type { VFile } from 'vfile'
import { contentLocaleOf } from '../bitext/side-of-locale.ts'
import { isUsualLocale } from '../read/locales/locale-of-path.ts'
import { isObject } from '../util/data/is-object.ts'
import { canonicalLocale } from '../util/text/canonical-locale.ts'

/**
 * The target locale of a bilingual file, as a canonical BCP 47 tag; `undefined` if nothing names it. The front matter names it, in the text or
 * where the host has put it; else the setting, else the nearest folder with the name of a locale in its usual letter case (`fr-FR`).
 *
 * @param setting BCP 47 tag.
 */
export function targetLocaleOf(text: string, file: VFile, setting: string | undefined): string | undefined {
  return contentLocaleOf(text) ?? localeInData(file) ?? setting ?? localeInPath(file)
}

/** Where hosts put the front matter: `vfile-matter`, Docusaurus, gray-matter in several tools, Astro. */
function localeInData({ data }: VFile): string | undefined {
  const astro = isObject(data.astro) ? data.astro.frontmatter : undefined
  for (const front of [data.matter, data.frontMatter, data.frontmatter, astro]) {
    const locale = isObject(front) ? front['ms.contentlocale'] : undefined
    if (typeof locale === 'string') return canonicalLocale(locale)
  }
  return undefined
}

function localeInPath({ path, cwd }: VFile): string | undefined {
  const folders = path ? relative(cwd, path).split(/[\\/]/).slice(0, -1) : []
  return canonicalLocale(folders.findLast(isUsualLocale))
}
