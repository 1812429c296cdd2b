import { editionOf } from '../../join/edition-of.ts'
import { joinDocuments } from '../../join/join-documents.ts'
import type { BilingualDocument } from '../../model/document.ts'
import { isEmptyLocale } from '../../model/is-empty-locale.ts'
import type { MultilingualDocument } from '../../model/multilingual.ts'
import type { Side } from '../../model/unit.ts'
import { localeOf, type RenderContext } from '../../render/context.ts'
import { isWanted, sidesToMake } from '../../render/sides-to-make.ts'
import { memoize } from '../../util/memoize.ts'
import type { BuildOptions } from '../options.ts'
import { flaggedUnitsOf } from './flagged-units.ts'
import type { Member, ParsedDocument } from './parsed-document.ts'

/** A document rendered in one locale. */
export interface Rendition {
  readonly document: BilingualDocument
  readonly side: Side
  readonly context: RenderContext
  /** The input that it comes from and whose images it shows. */
  readonly member: Member
  /** Whether it shows the source text because there is no translation. */
  readonly isUntranslated: boolean
  /** Whether it has the structure that the locales share. */
  readonly isCommon: boolean
}

/** What a run knows about a docset. */
export interface RenditionOptions extends Pick<BuildOptions, 'locales' | 'fallback' | 'staleTranslations'> {
  /** Render context of the run; each document adds its own values. */
  readonly context: RenderContext
  /** Whether the input with that path becomes a page. */
  readonly hasPage: (path: string) => boolean
  /** Path of the page that differs from a path in letter case only. */
  readonly pageLike: (path: string) => string | undefined
}

/** The renditions of a document: translations first, then the source, once. */
export function renditionsOf(parsed: ParsedDocument, options: RenditionOptions): readonly Rendition[] {
  return parsed.joined
    ? joinedRenditions(parsed, parsed.joined, options)
    : bilingualRenditions(parsed, options)
}

function bilingualRenditions(parsed: ParsedDocument, options: RenditionOptions): readonly Rendition[] {
  return parsed.members.flatMap((member) => {
    const { document } = member
    const sides = sidesToMake(document, options.locales)
    const locales = new Set(sides.map((side) => localeOf(document, side)))
    const absent = absentLocales(parsed, document).filter((locale) => isWanted(locale, options.locales))
    const { hasPage, pageLike } = options
    const context = {
      ...options.context,
      hasPage,
      pageLike,
      ...mediaOf(member, member),
      locales: new Set([...locales, ...absent]),
      ...(absent.length > 0 && { untranslated: new Set(absent) }),
      isFlagged: flaggedUnitsOf(() => parsed.findingsOf(member)),
    }
    return [
      ...sides.map(
        (side): Rendition => ({ document, side, context, member, isUntranslated: false, isCommon: true }),
      ),
      ...absent.map(
        (locale): Rendition => ({
          document: editionOf(joinDocuments([document]), locale),
          side: 'target',
          context: { ...context, notice: 'untranslated' },
          member,
          isUntranslated: true,
          isCommon: true,
        }),
      ),
    ]
  })
}

/**
 * Locales of the other documents in which one in the source language is shown as it is, because links and navigation
 * lead to it there.
 */
function absentLocales({ docset }: ParsedDocument, document: BilingualDocument): readonly string[] {
  if (document.targetLocale !== document.sourceLocale) return []
  return localesOf(docset.roots).filter((locale) => locale !== document.sourceLocale)
}

function joinedRenditions(
  parsed: ParsedDocument,
  joined: MultilingualDocument,
  options: RenditionOptions,
): readonly Rendition[] {
  const { members, docset } = parsed
  const byLocale = new Map(members.map((member) => [member.document.targetLocale, member]))
  const base = byLocale.get(joined.base)!
  const wanted = (locale: string) => isWanted(locale, options.locales)
  const present = [...byLocale.keys()].filter(
    (locale) => wanted(locale) && locale !== joined.sourceLocale && !isEmptyLocale(joined, locale),
  )
  const absent = (options.fallback === false ? [] : localesOf(docset.roots))
    .filter((locale) => !present.includes(locale) && locale !== joined.sourceLocale)
    .filter(wanted)
  const source = wanted(joined.sourceLocale) ? [joined.sourceLocale] : []
  const isCommonIn = new Map(present.map((locale) => [locale, isMostlyJoined(joined, locale)]))
  const tables = [...isCommonIn.values(), ...source.map(() => true)].filter(Boolean)
  const hasCommonTables = tables.length > 1
  const common = {
    ...options.context,
    locales: new Set([...present, ...absent, ...source].sort()),
    untranslated: new Set(absent),
  }
  /** Where links in a locale's pages lead: to the page in that locale if it is made, else to the source. */
  const linksIn = (locale: string): Pick<RenderContext, 'hasPage' | 'pageLike' | 'pageLocale'> => {
    const isEverywhere =
      locale === joined.sourceLocale ||
      (options.fallback !== false && localesOf(docset.roots).includes(locale))
    const isHere = (path: string) => isEverywhere || docset.pagesIn.get(locale)?.has(path) === true
    const [other] = source
    const isReached = (path: string) => isHere(path) || other !== undefined
    return {
      hasPage: (path) => options.hasPage(path) && isReached(path),
      pageLike: (path) => {
        const page = options.pageLike(path)
        return page !== undefined && isReached(page) ? page : undefined
      },
      pageLocale: (path) => (isHere(path) ? undefined : other),
    }
  }
  const edition = memoize((locale: string) =>
    editionOf(joined, locale, { keepStale: options.staleTranslations === true }),
  )
  return [
    ...present.map((locale): Rendition => {
      const member = byLocale.get(locale)!
      const isOutdated = joined.locales[locale]!.revision === 'older'
      const context = {
        ...common,
        ...linksIn(locale),
        ...mediaOf(member, base),
        hasCommonTables: hasCommonTables && isCommonIn.get(locale)!,
        isFlagged: flaggedUnitsOf(() => parsed.findingsOf(member)),
        ...(isOutdated && { notice: 'outdated' as const }),
      }
      const isCommon = isCommonIn.get(locale)!
      const document = isCommon ? edition(locale) : member.document
      return { document, side: 'target', context, member, isUntranslated: false, isCommon }
    }),
    ...absent.map((locale): Rendition => {
      const context = {
        ...common,
        ...linksIn(locale),
        ...mediaOf(base, base),
        hasCommonTables,
        notice: 'untranslated' as const,
      }
      return {
        document: edition(locale),
        side: 'target',
        context,
        member: base,
        isUntranslated: true,
        isCommon: true,
      }
    }),
    ...source.map((): Rendition => {
      const context = { ...common, ...linksIn(joined.sourceLocale), ...mediaOf(base, base), hasCommonTables }
      return {
        document: edition(joined.base),
        side: 'source',
        context,
        member: base,
        isUntranslated: false,
        isCommon: true,
      }
    }),
  ]
}

/**
 * Whether most units of a locale could be joined. If not, it is a different document at the same path and
 * keeps its own structure, so that none of its text is lost.
 */
function isMostlyJoined({ units, locales }: MultilingualDocument, locale: string): boolean {
  const joined = Object.values(units).filter(({ targets }) => Object.hasOwn(targets, locale)).length
  return joined >= locales[locale]!.unjoined.length
}

/** Files and macros of a locale; those of the base replace missing ones, because the skeleton is the base's. */
function mediaOf(
  member: Member,
  base: Member,
): Pick<RenderContext, 'hasFile' | 'imageSizeOf' | 'mediaLocaleOf' | 'formulaMacros'> {
  const ownerOf = (path: string) => (member.hasFile(path) ? member : base)
  return {
    formulaMacros: { ...base.formulaMacros, ...member.formulaMacros },
    hasFile: (path) => member.hasFile(path) || base.hasFile(path),
    imageSizeOf: (path) => ownerOf(path).imageOf(path).size,
    mediaLocaleOf: (path) => ownerOf(path).document.targetLocale,
  }
}

function localesOf(roots: ReadonlyMap<string, string | undefined>): readonly string[] {
  return [...new Set(roots.values())].filter((locale) => locale !== undefined)
}
