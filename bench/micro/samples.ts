import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { VFile } from 'vfile'
import type { BilingualDocument } from '../../src/model/document.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus/lync-2013/fr-FR')
const SOURCES = resolve(import.meta.dirname, '../../sources')
/** Maximum number of documents. */
const MOST = 40

/** A sample document. */
interface Sample {
  readonly path: string
  readonly text: string
}

/** Documents spread evenly over a real docset; those of `sources/` if there is none. */
export const samples: readonly Sample[] = readSamples(existsSync(CORPUS) ? CORPUS : SOURCES)

/** Models of the samples. */
export const documents: readonly BilingualDocument[] = samples.map(({ path, text }) =>
  parseDocument(new VFile({ path, value: text }), { path }),
)

function readSamples(folder: string): readonly Sample[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
  const step = Math.max(1, paths.length / MOST)
  return Array.from({ length: Math.min(MOST, paths.length) }, (_, at) => {
    const path = paths[Math.floor(at * step)]!
    return { path, text: readFileSync(join(folder, path), 'utf8') }
  })
}
