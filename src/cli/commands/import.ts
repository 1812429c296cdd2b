import type {
  ImportedUnit,
  ImportFinding,
  ImportOptions,
  ImportProblem,
  ImportResult,
} from '../../pipeline/exchange/exchange-import.ts'
import { importUnits } from '../../pipeline.ts'
import { clean, cleanLines } from '../../report/text/words.ts'
import { countOf, numberOf } from '../../util/count-of.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { UserError } from '../../util/user-error.ts'
import { createProgress } from '../create-progress.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { type CommonFlags, readSettings } from '../read-settings.ts'

/** Flags of `lockstep import`. */
export interface ImportFlags extends CommonFlags {
  readonly into?: readonly string[]
  readonly format: 'pretty' | 'json'
  readonly locale?: readonly string[]
  readonly acceptSimilar?: boolean
  readonly allowCodeChanges?: boolean
  readonly setTranslationType?: string
  readonly asSuggestions?: boolean
  readonly decisions?: string
  readonly reviewer?: string
  readonly dryRun?: boolean
  readonly quiet?: boolean
}

/** Runs `lockstep import`: 1 if a translation was not taken, or a file could not be read. */
export async function runImport(files: readonly string[], flags: ImportFlags, io: Io): Promise<ExitCode> {
  assertTogether(flags)
  const { run, config } = await readSettings(flags.into ?? [], flags, io)
  const progress = createProgress(io, 'Importing', flags.quiet ?? false)
  const decisions = flags.decisions ?? config.review?.decisions
  const options: ImportOptions = {
    ...run,
    files,
    mode: flags.dryRun ? 'preview' : 'write',
    ...(flags.locale && { locales: flags.locale }),
    ...(flags.acceptSimilar && { acceptSimilar: true }),
    ...(flags.allowCodeChanges && { allowCodeChanges: true }),
    ...(flags.setTranslationType !== undefined && { translationType: flags.setTranslationType }),
    ...(flags.asSuggestions && { asSuggestions: true }),
    ...(decisions !== undefined && { decisions }),
    ...(flags.reviewer !== undefined && { reviewer: flags.reviewer }),
    onProgress: progress.show,
  }
  const result = await importUnits(options).finally(progress.clear)
  if (flags.format === 'json') io.stdout.write(`${JSON.stringify(jsonOf(result), undefined, 2)}\n`)
  else report(result, flags, io)
  const { conflict, refused, missing, proposed } = result.counts
  const taken = flags.asSuggestions ? refused + missing : conflict + refused + missing + proposed
  return taken + result.problems.length > 0 ? 1 : 0
}

/** @throws {UserError} if an option lacks the one that it belongs to, or contradicts another one. */
function assertTogether(flags: ImportFlags): void {
  if (flags.reviewer !== undefined && !flags.asSuggestions)
    throw new UserError(
      'Cannot use --reviewer without --as-suggestions',
      'Add --as-suggestions, or leave out --reviewer.',
    )
  if (flags.setTranslationType !== undefined && flags.asSuggestions)
    throw new UserError(
      'Cannot use --set-translation-type with --as-suggestions, which changes no document',
      'Leave one of them out.',
    )
  if (flags.setTranslationType !== undefined && !/^[\w-]+$/.test(flags.setTranslationType))
    throw new UserError(
      `Unexpected translation type ${flags.setTranslationType}, expected a word`,
      'Microsoft’s documents have HT (human) and MT (machine).',
    )
}

function jsonOf({ fixed, ...result }: ImportResult): unknown {
  return { ...result, documents: fixed.map(({ path, count }) => ({ path, count })) }
}

/** Prints what a person has to know: what was not taken, what to look at, and the totals. */
function report(result: ImportResult, flags: ImportFlags, io: Io): void {
  const { units, problems, findings, fixed, counts, suggestions } = result
  if (flags.dryRun) io.stdout.write(cleanLines(fixed.map(({ diff }) => diff).join('')))
  const toStderr = (line: string) => io.stderr.write(`${clean(line)}\n`)
  for (const problem of problems) toStderr(lineOfProblem(problem))
  for (const unit of units)
    if (unit.outcome !== 'accepted' || unit.reason !== undefined) toStderr(lineOfUnit(unit))
  for (const finding of findings) toStderr(lineOfFinding(finding))
  if (flags.quiet) return
  const would = flags.dryRun ? 'would be ' : ''
  const others = (['unchanged', 'proposed', 'conflict', 'refused', 'missing'] as const)
    .flatMap((name) => (counts[name] > 0 ? `${numberOf(counts[name])} ${NAMES[name]}` : []))
    .join(', ')
  const done = flags.asSuggestions
    ? `${countOf(suggestions, 'suggestion')} ${would}written for review`
    : `${countOf(counts.accepted, 'translation')} ${would}written in ${countOf(fixed.length, 'document')}`
  const stream = flags.dryRun ? io.stderr : io.stdout
  stream.write(`${done}${others === '' ? '' : `; ${others}`}.\n`)
}

const NAMES = {
  accepted: 'written',
  unchanged: 'unchanged',
  proposed: 'proposed (--accept-similar writes them)',
  conflict: 'in conflict',
  refused: 'refused',
  missing: 'without a unit',
} as const

/** `FILE:LINE:COLUMN: refused: REASON: “TEXT” (DOCUMENT:LINE:COLUMN)`. */
function lineOfUnit(unit: ImportedUnit): string {
  const { file, line, column, outcome, reason, text, document, documentLine, documentColumn, id } = unit
  const place =
    document && [document, documentLine, documentColumn].filter((part) => part !== undefined).join(':')
  const shown = foldSpace(text)
  const cut = shown.length > 80 ? `${shown.slice(0, 79)}…` : shown
  return `${file}:${line}:${column}: ${outcome === 'accepted' ? 'note' : outcome}: ${reason ?? ''}: “${cut}” (${place ?? id})`
}

function lineOfProblem({ file, line, column, reason, note }: ImportProblem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return `${place}: ${reason}.${note === undefined ? '' : ` ${note}`}`
}

function lineOfFinding({ document, line, column, severity, reason, rule }: ImportFinding): string {
  const place = [document, line, column].filter((part) => part !== undefined).join(':')
  return `${place}: ${severity}: ${reason} (${rule})`
}
