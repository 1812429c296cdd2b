import picocolors from 'picocolors'
import type { BilingualDocument } from '../../model/document.ts'
import { toJson, unitToJson } from '../../model/json/to-json.ts'
import type { TranslationUnit } from '../../model/unit.ts'
import { unitsOf } from '../../model/units-of.ts'
import { inspect } from '../../pipeline.ts'
import { pretty } from '../../report/text/pretty.ts'
import { toJson as toSafeJson } from '../../report/text/words.ts'
import { explainRunbook } from '../../runbook/explain-runbook.ts'
import { suggest } from '../../util/text/suggest.ts'
import { UserError } from '../../util/user-error.ts'
import type { ExitCode } from '../exit-code.ts'
import { findUnits } from '../inspect/find-units.ts'
import { showDocument } from '../inspect/show-document.ts'
import { showRunbook } from '../inspect/show-runbook.ts'
import { showUnit } from '../inspect/show-unit.ts'
import { hasColors, type Io } from '../io.ts'
import { type CommonFlags, readSettings } from '../read-settings.ts'

/** Flags of `lockstep inspect`. */
export interface InspectFlags extends CommonFlags {
  readonly json?: boolean
  /** Whether to show how the runbook uses the document. */
  readonly runbook?: boolean
}

/** Maximum width of the drawing; wider lines are hard to read. */
const WIDEST = 160

/**
 * Runs `lockstep inspect`.
 *
 * @throws {UserError} if the document does not have the unit, or `--runbook` is combined with a unit.
 */
export async function runInspect(
  path: string,
  unitName: string | undefined,
  flags: InspectFlags,
  io: Io,
): Promise<ExitCode> {
  const { run } = await readSettings([path], flags, io)
  if (flags.runbook && unitName !== undefined)
    throw new UserError('Cannot use --runbook with a unit', 'Leave out the unit, or --runbook.')
  const { file, document, runbook } = await inspect(run)
  const color = hasColors(io.stdout, io.env)
  if (!document) {
    io.stderr.write(pretty([file], { color: hasColors(io.stderr, io.env) }))
    return 1
  }
  const explained = flags.runbook ? explainRunbook(document, runbook) : undefined
  const units = unitName === undefined ? undefined : unitsNamed(unitName, document)
  if (flags.json) {
    const shown = units?.map((unit) => ({ key: unit.key, ...unitToJson(unit) }))
    const value = explained ?? (shown?.length === 1 ? shown[0] : shown) ?? toJson(document)
    io.stdout.write(`${toSafeJson(value, 2)}\n`)
    return 0
  }
  const view = { colors: picocolors.createColors(color), width: Math.min(io.stdout.columns ?? 100, WIDEST) }
  if (units) {
    io.stdout.write(units.map((unit) => showUnit(unit, document, file, view)).join('\n'))
    return 0
  }
  io.stdout.write(`${explained ? showRunbook(explained, view) : showDocument(document, view)}\n`)
  const messages = explained
    ? file.messages.filter(({ ruleId }) => ruleId === 'runbook-setting')
    : file.messages
  file.messages = [...messages]
  if (file.messages.length > 0) io.stdout.write(pretty([file], { color }))
  return 0
}

function unitsNamed(name: string, document: BilingualDocument): readonly TranslationUnit[] {
  const units = findUnits(document, name)
  if (units.length > 0) return units
  const ids = unitsOf(document).map(({ id }) => id)
  const meant = suggest(name, ids)
  throw new UserError(
    `${document.path} has no unit ${name}`,
    meant === undefined ? `It has ${ids.length} units.` : `Did you mean ${meant}?`,
  )
}
