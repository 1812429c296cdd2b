import { saveReport } from '../pipeline.ts'
import type { Io } from './io.ts'
import type { ReportFile } from './options.ts'

/**
 * Writes a report in its formats: to the files, and to standard output if no file takes the format of the command.
 *
 * @param format of the command.
 * @param report makes the report; `toFile` is whether it is for a file, without colours and limits of width.
 * @param print writes to standard output.
 * @throws {UserError} if a file cannot be written.
 */
export async function putReport<Format extends string>(
  format: Format,
  files: readonly ReportFile<Format>[],
  report: (format: Format, toFile: boolean) => string | Promise<string>,
  io: Io,
  print: (text: string) => void = (text) => io.stdout.write(text),
): Promise<void> {
  for (const file of files) {
    await saveReport(io.cwd, file.path, await report(file.format ?? format, true))
  }
  if (!isInFile(files)) print(await report(format, false))
}

/** Whether a file takes the report of the command, so that standard output gets none. */
export function isInFile(files: readonly ReportFile<string>[]): boolean {
  return files.some(({ format }) => format === undefined)
}
