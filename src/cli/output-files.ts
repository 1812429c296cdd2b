import { InvalidArgumentError, Option } from 'commander'
import { saveReport } from '../pipeline.ts'
import type { Io } from './io.ts'

/** A file to write a report to. */
export interface ReportFile<Format extends string> {
  /** Relative to the working folder. */
  readonly path: string
  /** Absent if it is the format of the command. */
  readonly format?: Format
}

/** `--output-file`, of a command with these formats. */
export function outputFileOption<Format extends string>(formats: readonly Format[]): Option {
  return new Option(
    '-o, --output-file <file>',
    'file to write the report to (default: standard output); FORMAT=FILE writes another format too; repeat the option for several',
  ).argParser((value: string, earlier: readonly ReportFile<Format>[] | undefined) => {
    const format = formats.find((name) => value.startsWith(`${name}=`))
    const path = format === undefined ? value : value.slice(format.length + 1)
    if (path === '') throw new InvalidArgumentError('It names no file.')
    return [...(earlier ?? []), { path, ...(format !== undefined && { format }) }]
  })
}

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
