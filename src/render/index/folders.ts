import { compare } from '../../util/data/compare.ts'
import { MONOLINGUAL_HTML, outputPath } from '../context.ts'
import type { OutputKind } from '../output-kinds.ts'
import { relativeUrl } from '../page/local-url.ts'
import { pagePath } from '../page-path.ts'
import { runbookEnding } from '../runbook/editions.ts'
import { titleOf } from '../title-of.ts'
import type { IndexEntry } from './index-entry.ts'

/** A folder of the inputs with its documents. */
export interface FolderView {
  /** Its name, joined with those of parent folders that contain nothing else; empty for the root. */
  readonly name: string
  /** Number of documents in it and below. */
  readonly count: number
  /** Whether it is initially open. */
  readonly open: boolean
  readonly folders: readonly FolderView[]
  readonly documents: readonly DocumentView[]
}

/** A document in a folder. */
export interface DocumentView {
  readonly title: string
  /** Whether the page shows the source text, in the locale `lang`. */
  readonly untranslated: boolean
  readonly lang: string
  /** Path of the input, for the filter. */
  readonly path: string
  /** Relative URL of the page, else of another output; `null` if there is none. */
  readonly url: string | null
  readonly runbook: string | null
  readonly pdf: string | null
  readonly bilingualRunbook: string | null
  /** Whether runbooks were requested and the document has none. */
  readonly noRunbook: boolean
  readonly markdown: string | null
  readonly data: string | null
  readonly units: number
  readonly errors: number
  readonly warnings: number
}

/** Maximum number of documents for a tree with all folders open. */
const MOST_OPEN = 40

/** A folder under construction. */
interface Folder {
  readonly folders: Map<string, Folder>
  readonly documents: DocumentView[]
}

/** The page that lists the documents. */
export interface FolderScope {
  readonly locale: string
  /** Path of the page. */
  readonly output: string
  /** Kinds of output of the build. */
  readonly outputs: ReadonlySet<OutputKind>
  /** See {@link RenderContext.cleanUrls}. */
  readonly cleanUrls: boolean
  /** Whether runbooks of translations are also made with the source. */
  readonly hasBilingual: boolean
}

/** Makes a tree of folders, each sorted by name, of the documents of a locale, which are in order. */
export function buildFolders(entries: Iterable<IndexEntry>, scope: FolderScope): FolderView {
  const root = createFolder()
  let count = 0
  for (const entry of entries) {
    count++
    const names = entry.path.split('/').slice(0, -1)
    let folder = root
    for (const name of names) {
      const below = folder.folders.get(name) ?? createFolder()
      folder.folders.set(name, below)
      folder = below
    }
    folder.documents.push(documentView(entry, scope))
  }
  return folderView('', root, count <= MOST_OPEN)
}

function createFolder(): Folder {
  return { folders: new Map(), documents: [] }
}

function folderView(name: string, folder: Folder, open: boolean): FolderView {
  const [only] = folder.folders
  if (name && only && folder.folders.size === 1 && folder.documents.length === 0) {
    return folderView(`${name}/${only[0]}`, only[1], open)
  }
  const folders = [...folder.folders]
    .sort(([a], [b]) => compare(a, b))
    .map(([below, content]) => folderView(below, content, open))
  const count = folders.reduce((sum, below) => sum + below.count, folder.documents.length)
  return { name, count, open, folders, documents: folder.documents }
}

function documentView(
  entry: IndexEntry,
  { locale, output, outputs, cleanUrls, hasBilingual }: FolderScope,
): DocumentView {
  const made = entry.locales[locale]
  const link = (kind: 'page' | 'runbook' | 'markdown' | 'json', path: string) =>
    made?.outputs.has(kind) ? relativeUrl(output, path, { cleanUrls }) : null
  const page = link('page', pagePath(locale, entry.path, { cleanUrls }))
  const runbook = link('runbook', outputPath(locale, entry.path, runbookEnding(false)))
  const isTranslation = locale !== entry.sourceLocale && !made?.untranslated
  const bilingual = link('runbook', outputPath(locale, entry.path, runbookEnding(true)))
  const isHtml = /\.html?$/i.test(entry.path)
  const markdown = link('markdown', outputPath(locale, entry.path, isHtml ? MONOLINGUAL_HTML : '.md'))
  const data = link('json', outputPath('data', entry.path, '.json'))
  return {
    title: titleOf(made?.title, entry.path),
    untranslated: made?.untranslated === true,
    lang: made?.untranslated ? entry.sourceLocale : locale,
    path: entry.path,
    url: page ?? runbook ?? markdown ?? data,
    runbook,
    pdf: made?.hasPdf ? relativeUrl(output, outputPath(locale, entry.path, '.runbook.pdf')) : null,
    bilingualRunbook: hasBilingual && isTranslation ? bilingual : null,
    noRunbook: runbook === null && outputs.has('runbook'),
    markdown,
    data,
    units: entry.units,
    errors: (made?.messages ?? entry).errors,
    warnings: (made?.messages ?? entry).warnings,
  }
}
