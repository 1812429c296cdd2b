import type { BilingualLayout, RenderContext } from './context.ts'
import { createTranslate, type LabelFallback, type LabelTree } from './i18n/create-translate.ts'
import { createTemplates } from './templates/create-templates.ts'

/** What {@link createRenderContext} makes a context from: everything read beforehand, so that rendering touches no disk. */
export interface RenderContextOptions
  extends Pick<
    RenderContext,
    'outputs' | 'locales' | 'hasPage' | 'hasFile' | 'version' | 'siteUrl' | 'paper' | 'hasPdf'
  > {
  /** Template texts by name: file name in `templates/` without `.hbs`. */
  readonly templates: Readonly<Record<string, string>>
  /** Labels by BCP 47 tag, as `locales/<tag>.json` holds them. */
  readonly labels: Readonly<Record<string, LabelTree>>
  /** See {@link RenderContext.rootUrl}. */
  readonly rootUrl?: string | undefined
  /** See {@link RenderContext.bilingualRunbooks}. */
  readonly bilingualRunbooks?: BilingualLayout | undefined
}

/** A context, and what a caller may want to tell people about it afterwards. */
export interface CreatedRenderContext {
  readonly context: RenderContext
  /** The labels that were missing in their locale and came from another, so far. */
  labelFallbacks(): readonly LabelFallback[]
}

/** Makes what every renderer is given besides the document. */
export function createRenderContext(options: RenderContextOptions): CreatedRenderContext {
  const { templates, labels, rootUrl, bilingualRunbooks, ...rest } = options
  const translator = createTranslate(labels)
  const context: RenderContext = {
    ...rest,
    translate: translator.translate,
    template: createTemplates(templates, translator.translate),
    ...(rootUrl === undefined ? {} : { rootUrl }),
    ...(bilingualRunbooks === undefined ? {} : { bilingualRunbooks }),
  }
  return { context, labelFallbacks: translator.fallbacks }
}
