import { DEFAULT_OUTPUTS, OUTPUT_KINDS, type OutputKind } from '../../render/output-kinds.ts'
import { suggest } from '../../util/text/suggest.ts'
import { UserError } from '../../util/user-error.ts'
import type { BuildOptions } from '../options.ts'

/**
 * Kinds of output to make: those that are wanted, else the default ones and those of plugins.
 *
 * @throws {UserError} if a wanted kind does not exist.
 */
export function kindsToMake({
  only,
  plugins = [],
}: Pick<BuildOptions, 'only' | 'plugins'>): readonly OutputKind[] {
  const own = plugins.flatMap(({ name, outputs = [] }) => outputs.map((output) => pluginKind(name, output)))
  if (!only) return [...DEFAULT_OUTPUTS, ...own]
  const known: readonly string[] = [...OUTPUT_KINDS, ...own]
  const unknown = only.find((kind) => !known.includes(kind))
  if (unknown === undefined) return only
  const meant = suggest(unknown, known)
  throw new UserError(
    `Unexpected kind of output \`${unknown}\`, expected one of: ${known.join(', ')}`,
    meant && `Did you mean \`${meant}\`?`,
  )
}

/** Kind of a plugin's output. */
export function pluginKind(plugin: string, { name }: { readonly name: string }): OutputKind {
  return `${plugin}/${name}`
}
