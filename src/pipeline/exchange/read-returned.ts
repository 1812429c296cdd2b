import { basename, extname, resolve } from 'node:path'
import type { ReturnedFile } from '../../exchange/exchange-file.ts'
import { readCsv } from '../../exchange/read/csv.ts'
import { decodeUtf8 } from '../../exchange/read/decode-utf-8.ts'
import type { ExchangeHandlers, ReadingResult } from '../../exchange/read/exchange-reader.ts'
import { createXliffReader } from '../../exchange/read/read-xliff.ts'
import { readParts } from '../../read/files/read-bytes.ts'
import { filesOfArguments } from '../../read/files-of-arguments.ts'
import { pathForPeople } from '../../read/path-for-people.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { UserError } from '../../util/user-error.ts'
import type { ImportProblem } from './exchange-import.ts'

/** A document of a file that came back. */
export interface ReturnedDocument extends ReturnedFile {
  /** The file, for people. */
  readonly file: string
}

/** Readers by ending; `null` for files of which nothing can come back. */
const READERS = {
  '.xlf': readXliff,
  '.xliff': readXliff,
  '.csv': readCsv,
  '.tmx': null,
  '.po': null,
} as const

async function readXliff(parts: Iterable<Buffer>, handlers: ExchangeHandlers): Promise<ReadingResult> {
  const reader = createXliffReader(handlers)
  let isText = true
  const onProblem: ExchangeHandlers['onProblem'] = (problem) => {
    isText = false
    handlers.onProblem(problem)
  }
  for await (const text of decodeUtf8(parts, onProblem, 'Save it as UTF-8.')) reader.write(text)
  return isText ? reader.end() : { complete: false }
}

/**
 * Reads files that came back from translation tools. A file with a fault that leaves in doubt what it says gives no document.
 *
 * @param files files, folders and globs, relative to `cwd`.
 * @throws {UserError} if one of them finds nothing.
 */
export async function readReturned(
  files: readonly string[],
  cwd: string,
): Promise<{ readonly documents: readonly ReturnedDocument[]; readonly problems: readonly ImportProblem[] }> {
  const documents: ReturnedDocument[] = []
  const problems: ImportProblem[] = []
  for (const path of await filesOfArguments(files, cwd, Object.keys(READERS))) {
    const file = pathForPeople(path, cwd)
    const reader = READERS[extname(path).toLowerCase() as keyof typeof READERS]
    if (!reader) {
      problems.push({
        file,
        reason: `Unexpected ${reader === null ? extname(path) : basename(path)}, expected XLIFF or CSV`,
        note: 'Export to XLIFF or CSV what is to come back.',
      })
      continue
    }
    const own: ReturnedDocument[] = []
    try {
      const { complete } = await reader(readParts(resolve(cwd, path)), {
        onFile: (returned) => own.push({ ...returned, file }),
        onProblem: (problem) => problems.push({ file, ...problem }),
      })
      if (complete) documents.push(...own)
    } catch (error) {
      problems.push({ file, reason: `Cannot read the file: ${reasonOf(error)}` })
    }
  }
  if (documents.length === 0 && problems.length === 0)
    throw new UserError('Cannot import: there is no XLIFF or CSV', 'Name the files that came back.')
  return { documents, problems }
}
