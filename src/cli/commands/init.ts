import { resolve } from 'node:path'
import { init } from '../../pipeline.ts'
import { countOf } from '../../util/count-of.ts'
import { shellWord } from '../../util/text/shell-word.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'

/** Flags of `lockstep init`. */
export interface InitFlags {
  readonly dryRun?: boolean
}

/**
 * Runs `lockstep init`.
 *
 * @param folder relative to the working folder, which is the default.
 */
export async function runInit(
  folder: string | undefined,
  { dryRun = false }: InitFlags,
  io: Io,
): Promise<ExitCode> {
  const { project, written, added, kept, notes, next } = await init({
    folder: resolve(io.cwd, folder ?? '.'),
    dryRun,
  })
  const { inputs, documents, locales, isDocfx } = project
  const found = isDocfx ? countOf(inputs.length, 'docset') : 'bilingual documents'
  const rows: [string, readonly string[]][] = [
    [
      'Found',
      inputs.length === 0
        ? []
        : [
            `${found} in ${inputs.join(', ')}: ${countOf(documents, 'document')}${locales.length > 0 ? `, ${locales.join(', ')}` : ''}`,
          ],
    ],
    [dryRun ? 'Would write' : 'Written', written],
    [dryRun ? 'Would add' : 'Added', added.map(([path, what]) => `to ${path}: ${what}`)],
    ['Kept', kept],
    ['Note', notes],
    ['Next', [...(folder === undefined || folder === '.' ? [] : [`cd ${shellWord(folder)}`]), ...next]],
  ]
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  const lines = rows.flatMap(([name, items]) =>
    items.map((item, at) => `${(at === 0 ? name : '').padEnd(width)}${item}\n`),
  )
  io.stdout.write(lines.join(''))
  return 0
}
