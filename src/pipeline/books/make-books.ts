import { VFile } from 'vfile'
import { addMessage } from '../../model/findings/add-message.ts'
import type { Input } from '../../read/input.ts'
import { bookPath } from '../../render/book-link.ts'
import type { RenderContext } from '../../render/context.ts'
import { type BookChapter, renderBook } from '../../render/runbook/book.ts'
import { compare } from '../../util/data/compare.ts'
import type { Writer } from '../../write/create-writer.ts'
import { attempt } from '../document/attempt.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { DocumentResult } from '../document/document-result.ts'
import type { BuildOptions } from '../options.ts'
import type { PrintedDocument, PrintJob } from '../print/print-job.ts'
import type { TocPathsOf } from '../tocs.ts'
import { createBookPlan } from './book-plan.ts'

/** Collects chapters and makes a book of those of each locale. */
export interface BookMaker {
  /** Paths of the documents that belong to the book. */
  readonly paths: ReadonlySet<string>
  /** Collects the chapters of a document. */
  take(result: DocumentResult, group: DocumentInputs, files: readonly VFile[]): void
  /**
   * Writes the books, sorted by locale.
   *
   * @param context of the run.
   */
  make(context: RenderContext, writer: Writer): Books
}

/** The written books. */
export interface Books {
  readonly jobs: readonly PrintJob[]
  /** Files with messages about the books, including books that could not be made. */
  readonly files: readonly VFile[]
}

/** A chapter with the input and file that its messages need. */
interface Kept extends BookChapter, PrintedDocument {}

/** Chapters collected for one book. */
interface BookDraft {
  readonly locale: string
  readonly isBilingual: boolean
  readonly chapters: Kept[]
}

/**
 * Prepares the books; without the option `book` none is made.
 *
 * @throws as {@link createBookPlan} does.
 */
export function createBookMaker(
  inputs: readonly Input[],
  options: Pick<BuildOptions, 'book' | 'configFile'> & {
    readonly cwd: string
    readonly tocPathsOf: TocPathsOf
  },
): BookMaker {
  if (!options.book) return { paths: new Set(), take() {}, make: () => ({ jobs: [], files: [] }) }
  const book = options.book === true ? {} : options.book
  const plan = createBookPlan(book, inputs, options)
  const kept = new Map<string, BookDraft>()

  function take(
    { path, chapters }: DocumentResult,
    { inputs }: DocumentInputs,
    files: readonly VFile[],
  ): void {
    for (const { locale, member, isTranslation, isBilingual, view } of chapters) {
      const [input, file] = [inputs[member]!, files[member]!]
      const branch = isTranslation ? plan.branchIn(input.root) : undefined
      const output = bookPath(locale, isBilingual)
      const draft = kept.get(output) ?? { locale, isBilingual, chapters: [] }
      kept.set(output, draft)
      draft.chapters.push({
        path,
        view,
        input,
        file,
        ...(branch?.name && { branch: branch.name }),
        ...(branch?.sourceName && { sourceBranch: branch.sourceName }),
      })
    }
  }

  function make(context: RenderContext, writer: Writer): Books {
    const jobs: PrintJob[] = []
    const files: VFile[] = []
    // Without a translation both books of a locale would be the same.
    const made = [...kept].filter(
      ([, { isBilingual, chapters }]) => !isBilingual || chapters.some(({ view }) => view.other !== null),
    )
    const paths = new Set(made.map(([path]) => path))
    for (const [path, { locale, isBilingual, chapters }] of made.sort(([a], [b]) => compare(a, b))) {
      chapters.sort((a, b) => plan.compare(a.path, b.path))
      const file = fileOf(path)
      files.push(file)
      attempt(file, 'made', () => {
        const { content } = renderBook(locale, chapters, {
          title: book.title,
          context,
          isBilingual,
          hasEdition: paths.has(bookPath(locale, !isBilingual)),
        })
        writer.write(path, content, 'The book of runbooks')
        jobs.push({ path, locale, file, documents: chapters })
      })
    }
    return { jobs, files: files.length > 0 ? files : [emptyBook()] }
  }

  return { paths: new Set(inputs.filter(plan.has).map(({ path }) => path)), take, make }
}

/** A file with the message that the book would be empty. */
function emptyBook(): VFile {
  const file = fileOf('runbook-book.html')
  addMessage(file, {
    ruleId: 'book-empty',
    severity: 'warning',
    reason: 'No book was made: none of its documents has a runbook',
    note: 'Check which documents `book` selects in the configuration, and which of them have a runbook.',
  })
  return file
}

/** A file that receives messages about an output. */
function fileOf(path: string): VFile {
  const file = new VFile({ path })
  file.data.isDocument = false
  return file
}
