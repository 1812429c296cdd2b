import type { BilingualLayout, RenderContext } from './context.ts'
import { createTranslate, type LabelFallback, type LabelTree } from './i18n/create-translate.ts'
import { createTemplates, type NamedHelper } from './templates/create-templates.ts'

/**
 * Input of {@link createRenderContext}: everything is read beforehand, so that rendering does not access the
 * disk.
 */
export interface RenderContextOptions
  extends Pick<
    RenderContext,
    | 'outputs'
    | 'locales'
    | 'hasPage'
    | 'hasFile'
    | 'imageSizeOf'
    | 'version'
    | 'siteUrl'
    | 'paper'
    | 'hasPdf'
    | 'bilingualTables'
    | 'base'
    | 'cleanUrls'
    | 'site'
  > {
  /** Template texts by name: file name in `templates/` without `.hbs`. */
  readonly templates: Readonly<Record<string, string>>
  /** Paths of the user's templates for messages, by name. */
  readonly ownTemplates?: Readonly<Record<string, string>>
  /** Output paths of the files of the look, by name, for `{{asset}}`: see `assetPaths`. Default: without hashes. */
  readonly assets?: Readonly<Record<string, string>>
  /** Labels by BCP 47 tag, as in `locales/<tag>.json`. */
  readonly labels: Readonly<Record<string, LabelTree>>
  /** Helpers of plugins for templates. */
  readonly helpers?: readonly NamedHelper[]
  /** See {@link RenderContext.rootUrl}. */
  readonly rootUrl?: string | undefined
  /** See {@link RenderContext.bilingualRunbooks}. */
  readonly bilingualRunbooks?: BilingualLayout | undefined
  /** See {@link RenderContext.bilingualBook}. */
  readonly bilingualBook?: BilingualLayout | undefined
}

/** A context, and the label fallbacks for the caller to report. */
export interface CreatedRenderContext {
  readonly context: RenderContext
  /** Lists the labels so far that were missing in their locale and came from another. */
  labelFallbacks(): readonly LabelFallback[]
}

/** Makes the context that every renderer receives besides the document. */
export function createRenderContext(options: RenderContextOptions): CreatedRenderContext {
  const {
    templates,
    ownTemplates,
    assets,
    helpers,
    labels,
    rootUrl,
    bilingualRunbooks,
    bilingualBook,
    ...rest
  } = options
  const translator = createTranslate(labels)
  const context: RenderContext = {
    ...rest,
    translate: translator.translate,
    template: createTemplates(templates, translator.translate, { assets, own: ownTemplates, helpers }),
    ...(rootUrl === undefined ? {} : { rootUrl }),
    ...(bilingualRunbooks === undefined ? {} : { bilingualRunbooks }),
    ...(bilingualBook === undefined ? {} : { bilingualBook }),
  }
  return { context, labelFallbacks: translator.fallbacks }
}
