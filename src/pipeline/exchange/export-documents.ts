import type { ExchangeFile, ExchangeUnit } from '../../exchange/exchange-file.ts'
import type { Input } from '../../read/input.ts'
import { readVersion } from '../../read/program/read-version.ts'
import { outputPath, stem } from '../../render/context.ts'
import { deriveRunbook } from '../../runbook/derive-runbook.ts'
import { stepsByUnit } from '../../runbook/step-numbers.ts'
import { compare } from '../../util/data/compare.ts'
import { createWriter } from '../../write/create-writer.ts'
import type { Member, ParsedDocument } from '../document/parsed-document.ts'
import { extensionsOf } from '../plugins/extensions.ts'
import { type Run, runDocuments } from '../run-documents.ts'
import { createRunbookPlan } from '../runbook-plan.ts'
import { createApprovals } from './approvals.ts'
import type { Changes } from './changed-units.ts'
import { openFiles } from './exchange-files.ts'
import type { ExportOptions, ExportResult } from './exchange-options.ts'
import { findingsByUnit, isAtLeast } from './unit-findings.ts'
import { handoffFacts, unitsToExport } from './units-of.ts'

/** Settings of an export with absolute paths. */
export type ExportSettings = ExportOptions & { readonly cwd: string; readonly out: string }

/**
 * Reads documents and writes their units to files for translation tools, document by document.
 *
 * @param changes what changed since an earlier version; absent if all units are exported.
 */
export async function exportDocuments(
  run: Run,
  options: ExportSettings,
  changes?: Changes,
): Promise<ExportResult> {
  const { out, minSeverity, onStage, locales: wanted } = options
  const hasFindings = options.findings === true || minSeverity !== undefined
  const tool = { name: 'lockstep', version: readVersion() }
  const runbooks = createRunbookPlan(options)
  const approvedIn = createApprovals(options)
  const units = { missing: 0, machine: 0, translated: 0, approved: 0, locked: 0 }
  const leftOut = { textless: 0, sourceless: 0, unchanged: 0, machine: 0, sound: 0 }
  const locales = new Set<string>()
  let documents = 0

  const writer = createWriter(out, { hasStamps: false, edited: options.force ? 'replace' : 'refuse' })
  const files = openFiles(writer, options)
  const visit = ({ members }: ParsedDocument) => {
    for (const member of members) {
      if (changes && !changes.isChanged(member.input)) continue
      if (wanted && !wanted.includes(member.document.targetLocale)) continue
      onStage?.('export')
      const file = toFile(member)
      onStage?.('write')
      locales.add(file.targetLocale)
      if (file.units.length === 0) continue
      documents++
      count(file.units)
      files.write(pathOf(member), file)
    }
  }
  try {
    const { result } = await runDocuments(run, withRules(options, hasFindings), { visit, full: hasFindings })
    files.finish()
    const written = writer.finish()
    const failed = result.files.filter(({ messages }) => messages.some(({ ruleId }) => FAILURES.has(ruleId)))
    return { ...result, documents, units, leftOut, locales: [...locales].sort(compare), failed, written }
  } finally {
    writer.close()
  }

  function toFile({ document, input, file, formulas }: Member): ExchangeFile {
    const { path, format, sourceLocale, targetLocale, handoff } = document
    const text = String(file.value)
    const collected = unitsToExport({
      document,
      input: text,
      formulas,
      approved: approvedIn(input, targetLocale, text),
      findings: hasFindings ? findingsByUnit(document, file.messages) : new Map(),
      ...(minSeverity && {
        isWanted: (findings) => findings !== undefined && isAtLeast(findings.severity, minSeverity),
      }),
      changes: changes?.of(input, text, targetLocale),
      machine: options.machine ?? true,
      // Rules need the runbook, too; alone, it would take as long as everything else here.
      steps: hasFindings ? stepsOf(input, document) : new Map(),
    })
    for (const reason of Object.keys(leftOut) as (keyof typeof leftOut)[])
      leftOut[reason] += collected.leftOut[reason]
    return {
      path,
      format,
      sourceLocale,
      targetLocale,
      tool,
      handoff: handoffFacts(handoff),
      units: collected.units,
    }
  }

  function stepsOf(input: Input, document: Member['document']): ReadonlyMap<string, string> {
    const runbook = deriveRunbook(document, runbooks.settingFor(input, document.targetLocale))
    return runbook ? stepsByUnit(runbook) : new Map()
  }

  function count(exported: readonly ExchangeUnit[]): void {
    for (const { state, locked } of exported) {
      units[state]++
      if (locked !== undefined) units.locked++
    }
  }
}

/** Messages about documents without a model or an output. */
const FAILURES: ReadonlySet<string | undefined> = new Set([
  'document-failed',
  'input-refused',
  'input-unreadable',
  'output-doubled',
])

/** Path of a document's file in the output folder, without its ending. */
function pathOf({ document: { path, targetLocale } }: Member): string {
  return outputPath(targetLocale, path, path.slice(stem(path).length))
}

/** Turns off all rules, or those that are only about several documents: their findings come after the units. */
function withRules(options: ExportSettings, hasFindings: boolean): ExportSettings {
  const off = extensionsOf(options).rules.filter(
    ({ check, checkJoined }) => !hasFindings || (!check && !checkJoined),
  )
  const { overrides = [] } = options
  return {
    ...options,
    rules: { ...options.rules, ...Object.fromEntries(off.map(({ id }) => [id, 'off'])) },
    overrides: hasFindings ? overrides : overrides.map(({ rules: _, ...override }) => override),
    ...(!hasFindings && { suppressions: [] }),
  }
}
