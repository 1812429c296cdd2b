import { followRedirection } from '../../model/build/redirection.ts'
import type { Input } from '../../read/input.ts'
import type { BilingualLayout, RenderContext } from '../../render/context.ts'
import { createRenderContext, type RenderContextOptions } from '../../render/create-render-context.ts'
import { TemplateError } from '../../render/templates/template-error.ts'
import { StopError } from '../../util/stop-error.ts'
import type { BuildOptions } from '../options.ts'
import { extensionsOf } from '../plugins/extensions.ts'
import { kindsToMake } from '../plugins/kinds-to-make.ts'
import { pdfKindsOf } from '../print/pdf-kinds.ts'
import { createRedirections } from '../redirections.ts'
import type { RunbookPlan } from '../runbook-plan.ts'
import { pageLike } from './document-inputs.ts'
import type { MadeDocument, OutputBatch, UnplacedChapter } from './document-result.ts'
import { makeOutputs } from './make-outputs.ts'
import { reportConflict } from './parse-documents.ts'
import type { Member, ParsedDocument } from './parsed-document.ts'
import { createPublishedLinks } from './published-links.ts'
import { renditionsOf } from './renditions.ts'
import { toMadeDocument } from './to-index-entry.ts'

/** How to make outputs: plain data. */
export interface MakeSettings {
  readonly options: Pick<
    BuildOptions,
    | 'only'
    | 'plugins'
    | 'onStage'
    | 'rootUrl'
    | 'siteUrl'
    | 'paper'
    | 'pdf'
    | 'locales'
    | 'fallback'
    | 'staleTranslations'
    | 'bilingualRunbooks'
    | 'book'
    | 'bilingualTables'
    | 'base'
    | 'cleanUrls'
    | 'publishedPath'
  >
  readonly look: Pick<RenderContextOptions, 'templates' | 'ownTemplates' | 'labels' | 'version' | 'site'> & {
    readonly assets: NonNullable<RenderContextOptions['assets']>
  }
  /** Paths whose outputs would overwrite those of another input, with that input. */
  readonly outputConflicts: ReadonlyMap<string, Input>
  /** The result of {@link createContext}, if it exists already: compiling templates takes time. */
  readonly context?: RenderContext
  /** Paths of the documents whose runbooks become chapters of a book. */
  readonly chapters: ReadonlySet<string>
}

/** Result of rendering a document. */
interface Made {
  readonly outputs: readonly OutputBatch[]
  readonly chapters: readonly UnplacedChapter[]
  /** Its part of the index; absent for includes. */
  readonly document?: MadeDocument
  /** Paths of pages that its links ask for. */
  readonly pages: readonly string[]
}

/** Returns a function that renders one document in all its locales. */
export function createMaker(
  { options, look, outputConflicts, chapters, context = createBuildContext({ options, look }) }: MakeSettings,
  runbooks: RunbookPlan,
): (parsed: ParsedDocument, indexOf: (member: Member) => number) => Made {
  const redirectionsOf = createRedirections()
  const publishedLinksOf = createPublishedLinks(options.publishedPath)
  return (parsed, indexOf) => {
    const { members, docset } = parsed
    const conflict = members.find(({ input }) => outputConflicts.has(input.path))
    if (conflict) {
      reportConflict(conflict.file, outputConflicts.get(conflict.input.path)!)
      return { outputs: [], chapters: [], pages: [] }
    }
    const pages = new Set<string>()
    const hasPage = (path: string) => {
      pages.add(path)
      return docset.pages.has(path) && !outputConflicts.has(path)
    }
    const like = (path: string) => {
      const page = pageLike(docset, path)
      return page !== undefined && hasPage(page) ? page : undefined
    }
    const published = publishedLinksOf(members[0]!.input.root)
    const redirections = redirectionsOf.of(docset)
    const space = {
      pageAt: (path: string) => (hasPage(path) ? path : like(path)),
      documentsAt: published.documentsAt,
    }
    const redirectionOf = (path: string) => followRedirection(path, redirections, space)
    const inDocset = { ...context, ...published, redirectionOf }
    const renditions = renditionsOf(parsed, { ...options, context: inDocset, hasPage, pageLike: like })
    const made = makeOutputs(parsed, renditions, {
      ...options,
      outputs: context.outputs,
      ofPlugins: extensionsOf(options).outputs,
      indexOf,
      runbookSettingFor: runbooks.settingFor,
      isChapter: chapters.has(parsed.path),
    })
    const isListed = members.some(({ input }) => !input.fragment)
    const document = isListed ? toMadeDocument(parsed, renditions, made.outputs, indexOf) : undefined
    return { ...made, pages: [...pages], ...(document && { document }) }
  }
}

/** Layout of bilingual books; `undefined` if none are to be made. */
function bilingualBookOf({
  book,
  bilingualRunbooks,
}: Pick<BuildOptions, 'book' | 'bilingualRunbooks'>): BilingualLayout | undefined {
  if (!book) return undefined
  const wanted = (book === true ? undefined : book.bilingual) ?? bilingualRunbooks
  if (wanted === true) return bilingualRunbooks ?? 'under'
  return wanted || undefined
}

/** Makes the render context of a build: a fault of a template ends it, because it concerns all documents. */
export function createBuildContext(settings: Pick<MakeSettings, 'options' | 'look'>): RenderContext {
  const context = createContext(settings)
  const { template } = context
  return {
    ...context,
    template(name, data) {
      try {
        return template(name, data)
      } catch (error) {
        throw error instanceof TemplateError
          ? new StopError(`Cannot use the template ${error.message}`)
          : error
      }
    },
  }
}

/** Makes the render context of a run; each document adds its own values. */
export function createContext({ options, look }: Pick<MakeSettings, 'options' | 'look'>): RenderContext {
  const { context } = createRenderContext({
    templates: look.templates,
    ...(look.ownTemplates && { ownTemplates: look.ownTemplates }),
    assets: look.assets,
    labels: look.labels,
    helpers: extensionsOf(options).helpers,
    outputs: new Set(kindsToMake(options)),
    rootUrl: options.rootUrl,
    ...(options.siteUrl !== undefined && { siteUrl: options.siteUrl }),
    ...(options.paper !== undefined && { paper: options.paper }),
    ...(look.site && { site: look.site }),
    hasPdf: pdfKindsOf(options).has('runbook'),
    bilingualRunbooks: options.bilingualRunbooks,
    bilingualBook: bilingualBookOf(options),
    bilingualTables: options.bilingualTables === true,
    cleanUrls: options.cleanUrls === true,
    ...(options.base !== undefined && { base: options.base }),
    version: look.version,
    locales: new Set(),
    hasFile: () => false,
    hasPage: () => false,
  })
  return context
}
