import { type Plugin, pluginsSchema } from '../../plugin.ts'
import { assertValid } from '../../read/config/validate-config.ts'
import type { Output } from '../../render/output.ts'
import type { NamedHelper } from '../../render/templates/create-templates.ts'
import type { Rule } from '../../validate/engine/define-rule.ts'
import { rules as builtIn } from '../../validate/rules/index.ts'
import type { CheckOptions } from '../options.ts'
import { pluginKind } from './kinds-to-make.ts'

/** What the plugins of a run add, under their names. */
export interface Extensions {
  /** The built-in rules, then those of plugins; the same list for the same plugins. */
  readonly rules: readonly Rule[]
  readonly outputs: readonly Output[]
  readonly helpers: readonly NamedHelper[]
}

const NONE: Extensions = { rules: builtIn, outputs: [], helpers: [] }
const KNOWN = new WeakMap<readonly Plugin[], Extensions>()

/**
 * Returns what the plugins of a run add.
 *
 * @throws {UserError} if one of them is not a plugin.
 */
export function extensionsOf({ plugins }: Pick<CheckOptions, 'plugins'>): Extensions {
  if (!plugins || plugins.length === 0) return NONE
  const known = KNOWN.get(plugins)
  if (known) return known
  // Those of a configuration have been checked with their places there.
  assertValid(pluginsSchema, plugins, 'the option `plugins`')
  const extensions: Extensions = {
    rules: [
      ...builtIn,
      ...plugins.flatMap(({ name, rules = [] }) =>
        rules.map((rule) => extended(rule, { id: `${name}/${rule.id}` })),
      ),
    ],
    outputs: plugins.flatMap(({ name, outputs = [] }) =>
      outputs.map((output) => extended(output, { name: pluginKind(name, output) })),
    ),
    helpers: plugins.flatMap(({ name: plugin, helpers = {} }) =>
      Object.entries(helpers).map(([name, helper]) => ({ name, plugin, helper })),
    ),
  }
  KNOWN.set(plugins, extensions)
  return extensions
}

/** An object with some other values; unlike a copy, it has the methods of its class. */
function extended<Base extends object, Values extends object>(base: Base, values: Values): Base & Values {
  return Object.assign(Object.create(base) as Base, values)
}
