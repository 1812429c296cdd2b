import type { Input, Inputs } from '../../read/input.ts'
import { readInputs } from '../../read/read-inputs.ts'
import { placeOf } from '../../render/context.ts'
import { docsetName } from '../cache/cached-documents.ts'
import { type DocumentInputs, groupInputs } from '../document/document-inputs.ts'
import { findOutputConflicts } from '../output-conflicts.ts'
import type { DevOptions } from './dev-options.ts'

/** The documents that there are. */
export interface DevDocset {
  readonly found: Inputs
  readonly groups: readonly DocumentInputs[]
  /** By absolute path of each input. */
  readonly byInput: ReadonlyMap<string, DocumentInputs>
  /** By path of the outputs without their endings; what others would take the place of is left out. */
  readonly byStem: ReadonlyMap<string, DocumentInputs>
  readonly outputConflicts: ReadonlyMap<string, Input>
}

/**
 * Finds the documents.
 *
 * @throws {UserError} where there are none.
 */
export async function readDocset(options: DevOptions, cwd: string): Promise<DevDocset> {
  const found = await readInputs(options.inputs, { cwd })
  const groups = groupInputs(found.inputs, options.targetLocale)
  const byStem = new Map<string, DocumentInputs>()
  for (const group of groups) if (!byStem.has(placeOf(group.path))) byStem.set(placeOf(group.path), group)
  return {
    found,
    groups,
    byInput: new Map(groups.flatMap((group) => group.inputs.map(({ absolute }) => [absolute, group]))),
    byStem,
    outputConflicts: findOutputConflicts(found.inputs),
  }
}

/** What tells a document of a docset from others: as long as it is the same, so is how the document is read. */
export function nameOf({ path, inputs, docset }: DocumentInputs): string {
  const kinds = inputs.map(({ root, fragment }) => `${root} ${fragment}`)
  return [docsetName(docset), path, ...kinds].join('\0')
}

/**
 * The document that a path of the output belongs to.
 *
 * @param path relative to the output folder: `fr-FR/a/b.html`, `fr-FR/a/b.tables/1-x.csv`, `data/a/b.json`.
 */
export function groupAt(path: string, { byStem }: DevDocset): DocumentInputs | undefined {
  const below = path.slice(path.indexOf('/') + 1)
  const inTables = below.replace(/\.tables\/[^/]*$/, '')
  for (let name = inTables; ; ) {
    const group = byStem.get(name)
    if (group) return group
    const dot = name.lastIndexOf('.')
    if (dot <= name.lastIndexOf('/')) return undefined
    name = name.slice(0, dot)
  }
}
