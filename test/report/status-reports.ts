import type { FolderStatus, LocaleStatus, StatusReport } from '../../src/model/findings/status.ts'

/** The status of a locale of so many units, of ten words each, in one document. */
export function localeStatus(translated: number, stale: number, missing: number): LocaleStatus {
  const units = translated + stale + missing
  const isStale = stale > 0
  return {
    coverage: units === 0 ? 1 : Math.floor((translated / units) * 10_000) / 10_000,
    documents: {
      complete: !isStale && missing === 0 ? 1 : 0,
      partial: !isStale && missing > 0 && translated > 0 ? 1 : 0,
      stale: isStale ? 1 : 0,
      missing: !isStale && translated === 0 && missing > 0 ? 1 : 0,
    },
    units: { translated, stale, missing },
    words: { translated: translated * 10, stale: stale * 10, missing: missing * 10 },
    translatedBy: { machine: translated, human: stale, unknown: 0 },
  }
}

/** A folder with one document. */
function folderStatus(path: string, locales: Readonly<Record<string, LocaleStatus>>): FolderStatus {
  const { units } = Object.values(locales)[0]!
  const number = units.translated + units.stale + units.missing
  return { path, total: { documents: 1, units: number, words: number * 10 }, locales }
}

/** Two locales, the root and a folder. */
export function exampleReport(): StatusReport {
  return {
    type: 'status',
    version: 1,
    sourceLocale: 'en-US',
    total: { documents: 2, units: 1250, words: 12_500 },
    locales: { 'de-DE': localeStatus(625, 125, 500), 'fr-FR': localeStatus(1250, 0, 0) },
    folders: [
      folderStatus('', { 'de-DE': localeStatus(125, 125, 0), 'fr-FR': localeStatus(250, 0, 0) }),
      folderStatus('部署/本地', { 'de-DE': localeStatus(500, 0, 500), 'fr-FR': localeStatus(1000, 0, 0) }),
    ],
  }
}

/** No documents, though two locales. */
export function emptyReport(): StatusReport {
  const nothing = { ...localeStatus(0, 0, 0), documents: { complete: 0, partial: 0, stale: 0, missing: 0 } }
  return {
    ...exampleReport(),
    total: { documents: 0, units: 0, words: 0 },
    locales: { 'de-DE': nothing, 'fr-FR': nothing },
    folders: [],
  }
}

/** Neither documents nor locales. */
export function bareReport(): StatusReport {
  return { ...emptyReport(), locales: {} }
}

/** So many folders in twelve locales: every tenth folder lacks a unit in all of them. */
export function wideReport(folders: number): StatusReport {
  const tags = 'ar-SA cs-CZ de-DE es-ES fr-FR it-IT ja-JP ko-KR nb-NO pt-BR zh-Hans-CN zh-Hant-TW'.split(' ')
  const inAll = (status: LocaleStatus) => Object.fromEntries(tags.map((tag) => [tag, status]))
  return {
    ...exampleReport(),
    locales: inAll(localeStatus(99, 0, 1)),
    folders: Array.from({ length: folders }, (_, index) =>
      folderStatus(
        `folder-${index}`,
        inAll(index % 10 === 0 ? localeStatus(9, 0, 1) : localeStatus(10, 0, 0)),
      ),
    ),
  }
}

/** Paths that mean something in HTML, Markdown and a terminal. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  'a|b\\|c`d`',
  '"onload="x" \'&amp;',
  'two\nlines\u001B[31m\u202E',
  '[link](https://example.com) @everyone #1',
  '\uD800',
]

/** The hostile paths as folders, and one as the source locale and as a locale. */
export function hostileReport(): StatusReport {
  const tag = '"><script>|'
  return {
    ...exampleReport(),
    sourceLocale: tag,
    locales: { [tag]: localeStatus(1, 0, 1) },
    folders: HOSTILE.map((path) => folderStatus(path, { [tag]: localeStatus(1, 0, 1) })),
  }
}
