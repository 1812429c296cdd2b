import { cpSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { globSync } from 'tinyglobby'
import type { VFileMessage } from 'vfile-message'
import { check } from '../../src/pipeline.ts'
import { scanDocument } from '../../src/review/scan/scan-document.ts'
import { groupBy } from '../../src/util/data/group-by.ts'
import type { RuleSettings } from '../../src/validate/engine/rule-settings.ts'
import { masked, type PlantableUnit } from './fault.ts'

/** A document of a docset. */
export interface Document {
  readonly path: string
  readonly text: string
  readonly units: readonly PlantableUnit[]
}

/** Messages by the path of their document. */
type Messages = ReadonlyMap<string, readonly VFileMessage[]>

/** A docset to damage. */
export interface Docset {
  readonly documents: readonly Document[]
  /** Units in the first headings of documents, by folder. */
  readonly titles: ReadonlyMap<string, readonly PlantableUnit[]>
  /** Folder of a copy, which gets damaged. */
  readonly copy: string
  readonly settings: RuleSettings
  /** Messages of the undamaged documents. */
  readonly before: Messages
}

/** Copies a docset into a folder and checks some of its documents undamaged. */
export async function readDocset(
  folder: string,
  work: string,
  settings: RuleSettings,
  choose: (documents: readonly Document[]) => readonly Document[],
): Promise<Docset> {
  // The name of the folder can name the locale.
  const copy = join(work, basename(folder))
  cpSync(folder, copy, { recursive: true })
  const documents = choose(readDocuments(folder))
  const titled = documents.flatMap(({ path, text, units: [first] }) =>
    first && isTitle(text, first) ? [{ folder: dirname(path), first }] : [],
  )
  const titles = new Map(
    [...groupBy(titled, (each) => each.folder)].map(([name, all]) => [name, all.map(({ first }) => first)]),
  )
  return { documents, titles, copy, settings, before: await checkCopy({ documents, copy, settings }) }
}

/** Checks the copy of a docset as it is now. */
export async function checkCopy({
  documents,
  copy,
  settings,
}: Pick<Docset, 'documents' | 'copy' | 'settings'>): Promise<Messages> {
  const inputs = documents.map(({ path }) => join(copy, path))
  const { files } = await check({ inputs, cwd: copy, rules: settings, cache: join(dirname(copy), 'cache') })
  return new Map(files.map(({ path, messages }) => [relative(copy, resolve(copy, path)), messages]))
}

/** Reads the documents of a folder. */
export function readDocuments(folder: string): readonly Document[] {
  const paths = globSync('**/*.md', { cwd: folder }).sort()
  return paths.map((path) => {
    const text = readFileSync(join(folder, path), 'utf8')
    return { path, text, units: plantableUnits(text) }
  })
}

/** A command of a formula with its argument; in a damaged formula it is outside of dollar signs. */
const FORMULA = /\\[a-z]{2,}\s?[{_^]/i

/** Top-level units with both sides, each in one line; a part of a formula is no text in which to plant a fault. */
function plantableUnits(text: string): readonly PlantableUnit[] {
  let end = 0
  return scanDocument(text).units.flatMap((unit) => {
    if (unit.start < end) return []
    end = unit.end
    const { source, target } = unit
    const targetAt = text.indexOf('>', unit.start) + 1
    if (!source || !target || /\n/.test(source + target) || FORMULA.test(masked(target))) return []
    if (!text.startsWith(target, targetAt)) return []
    return [{ ...unit, source, target, targetAt }]
  })
}

function isTitle(text: string, { start }: PlantableUnit): boolean {
  return /^# (?:<a [^>]*><\/a>)?$/.test(text.slice(text.lastIndexOf('\n', start) + 1, start))
}
