import type { Input, Inputs } from '../../read/input.ts'
import { readInputs } from '../../read/read-inputs.ts'
import { placeOf } from '../../render/context.ts'
import { docsetName } from '../cache/cached-documents.ts'
import { type DocumentInputs, groupInputs } from '../document/document-inputs.ts'
import { findOutputConflicts } from '../output-conflicts.ts'
import type { DevOptions } from './dev-options.ts'

/** The documents of a session. */
export interface DevDocset {
  readonly found: Inputs
  readonly groups: readonly DocumentInputs[]
  /** By absolute path of each input. */
  readonly byInput: ReadonlyMap<string, DocumentInputs>
  /** By output path without extension; documents whose outputs would overwrite others are left out. */
  readonly byStem: ReadonlyMap<string, DocumentInputs>
  readonly outputConflicts: ReadonlyMap<string, Input>
}

/**
 * Finds the documents.
 *
 * @throws {UserError} if there are none.
 */
export async function readDocset(options: DevOptions, cwd: string): Promise<DevDocset> {
  const found = await readInputs(options.inputs, { cwd })
  const groups = groupInputs(found.inputs, options)
  const byStem = new Map<string, DocumentInputs>()
  for (const group of groups) if (!byStem.has(placeOf(group.path))) byStem.set(placeOf(group.path), group)
  return {
    found,
    groups,
    byInput: new Map(groups.flatMap((group) => group.inputs.map(({ absolute }) => [absolute, group]))),
    byStem,
    outputConflicts: findOutputConflicts(found.inputs, options),
  }
}

/**
 * Identifies a document in a docset; as long as the name is the same, the document is read in the same way.
 */
export function nameOf({ path, inputs, docset }: DocumentInputs): string {
  const kinds = inputs.map(({ root, fragment }) => `${root} ${fragment}`)
  return [docsetName(docset), path, ...kinds].join('\0')
}

/**
 * Finds the document that an output path belongs to.
 *
 * @param path relative to the output folder: `fr-FR/a/b.html`, `fr-FR/a/b.tables/1-x.csv`, `data/a/b.json`.
 */
export function groupAt(path: string, { byStem }: DevDocset): DocumentInputs | undefined {
  const below = path.slice(path.indexOf('/') + 1)
  const inTables = below.replace(/\.tables\/[^/]*$/, '')
  for (let name = inTables; ; ) {
    const group = byStem.get(name) ?? byStem.get(name.replace(/\/index$/, ''))
    if (group) return group
    const dot = name.lastIndexOf('.')
    if (dot <= name.lastIndexOf('/')) return undefined
    name = name.slice(0, dot)
  }
}
