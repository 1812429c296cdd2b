import type { RenderContext } from '../../render/context.ts'
import { fillLateParts } from '../../render/site/late-parts.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { DocumentResult } from '../document/document-result.ts'
import { DEFAULT_OUTPUTS } from '../document/make-document.ts'
import { makeSite, type Site } from '../site/make-site.ts'
import type { DevOptions } from './dev-options.ts'

/** The navigation of a session. */
export interface DevSite {
  /** Completes a page; other content stays the same. */
  complete(path: string, content: string | Uint8Array): string | Uint8Array
  /** Content of a file of the site that shows no document. */
  get(path: string): string | undefined
}

/**
 * Makes the navigation of the documents that have been read so far.
 *
 * @param isTaken whether a document uses an output path.
 */
export function makeDevSite(
  read: ReadonlyMap<DocumentInputs, DocumentResult>,
  options: DevOptions & { readonly cwd: string },
  context: RenderContext,
  isTaken: (path: string) => boolean,
): DevSite {
  const kinds = new Set(options.only ?? DEFAULT_OUTPUTS)
  const documents = [...read].flatMap(([group, { made }]) =>
    made ? { group, made, kinds: new Map(Object.keys(made.locales).map((locale) => [locale, kinds])) } : [],
  )
  const site: Site = makeSite(documents, { ...options, context, isTaken })
  const pages = new Map(site.pages.map((page) => [page.output, page]))
  let files: ReadonlyMap<string, string> | undefined
  return {
    complete(path, content) {
      const page = pages.get(path)
      return page && typeof content === 'string' ? fillLateParts(content, site.partsOf(page)) : content
    },
    get(path) {
      files ??= new Map(site.files([]).map((file) => [file.path, file.content]))
      return files.get(path)
    },
  }
}
