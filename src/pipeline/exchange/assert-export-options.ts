import { UserError } from '../../util/user-error.ts'
import type { ExchangeFormat, ExportOptions } from './exchange-options.ts'

/** Formats that an option is for. */
const ONLY_FOR = [
  ['level', '--level', ['tmx']],
  ['machine', '--no-mt', ['tmx']],
  ['inline', '--inline', ['xliff']],
  ['for', '--for', ['xliff']],
] as const satisfies readonly (readonly [keyof ExportOptions, string, readonly ExchangeFormat[]])[]

/**
 * Ensures that options go together.
 *
 * @throws {UserError} if they do not.
 */
export function assertExportOptions(options: ExportOptions): void {
  const { format = 'xliff' } = options
  for (const [option, name, formats] of ONLY_FOR) {
    if (options[option] === undefined || formats.some((each) => each === format)) continue
    throw new UserError(
      `Cannot use ${name} with --format ${format}`,
      `Leave it out, or use --format ${formats.join(' or ')}.`,
    )
  }
}
