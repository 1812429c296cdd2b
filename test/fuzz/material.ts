import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Material } from './mutate.ts'

const ROOT = join(import.meta.dirname, '../..')
const VECTORS = join(ROOT, 'test/fixtures/vectors')
const CORPUS = join(ROOT, '../shared/corpus')
/** Most documents of a folder, spread over all of it: more of them take longer to read than they add. */
const MOST = 1500

/** Short texts that attack or confuse, by what they are. */
export function readVectors(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    readdirSync(VECTORS)
      .sort()
      .map((name) => [
        name.replace(/\.json$/, ''),
        JSON.parse(readFileSync(join(VECTORS, name), 'utf8')) as string[],
      ]),
  )
}

/**
 * What documents are made of: those that the project has, the vectors themselves, and real ones.
 *
 * @param folders what holds real ones: the corpus where it is there.
 */
export function readMaterial(folders: readonly string[] = existsSync(CORPUS) ? [CORPUS] : []): Material {
  const vectors = [...readVectors().values()].flat()
  const own = filesIn(join(ROOT, 'sources'))
  const pages = [...readVectors().values()].map((texts) => texts.join('\n\n'))
  const real = folders.flatMap((folder) => spread(filesIn(folder), MOST))
  return { documents: [...pages, ...[...own, ...real].map((file) => readFileSync(file, 'utf8'))], vectors }
}

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name))
}

function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  const step = Math.max(1, items.length / most)
  return Array.from({ length: Math.min(items.length, most) }, (_, at) => items[Math.floor(at * step)]!)
}
