import * as v from 'valibot'
import type { LabelTree } from './render/i18n/create-translate.ts'
import type { Output } from './render/output.ts'
import { choice, fields } from './util/data/schema.ts'
import type { Rule } from './validate/engine/define-rule.ts'

/**
 * An extension of Lockstep. Its code runs in each thread, so it keeps no state; `files` names what it reads besides its modules.
 */
export interface Plugin {
  /** Name in kebab case. It precedes the names of rules and outputs: `terms` and `no-draft` make `terms/no-draft`. */
  readonly name: string
  /** Rules of `check`. They are configured, suppressed and reported like the built-in ones. */
  readonly rules?: readonly Rule[]
  /** Kinds of output of `build`, made by default. */
  readonly outputs?: readonly Output[]
  /**
   * Handlebars helpers for templates, by name. They get the arguments, then Handlebars’ options; results are escaped, unless they are a
   * `SafeString`.
   */
  readonly helpers?: Readonly<Record<string, Helper>>
  /**
   * Labels by BCP 47 tag, with the keys of `locales/en-US.json`: all of them for a locale that has none, else those to replace.
   */
  readonly labels?: Readonly<Record<string, LabelTree>>
  /** Files that the plugin reads itself, relative to the configuration: if one changes, documents are made again. */
  readonly files?: readonly string[]
}

/** A Handlebars helper. */
export type Helper = (...args: never[]) => unknown

/** Returns the plugin unchanged; provides its type where it is written. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin
}

const KEBAB = 'a name in kebab case such as `no-draft`'
const kebab = v.pipe(v.string(KEBAB), v.regex(/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/, KEBAB))
const words = v.string('a text')
const flag = v.boolean('true or false')
const call = v.function('a function')

const rule = v.pipe(
  fields(
    {
      id: kebab,
      description: words,
      severity: choice(['error', 'warning', 'info']),
      tags: v.array(words, 'a list of texts'),
      url: v.exactOptional(words),
      recommended: v.exactOptional(flag),
      options: v.exactOptional(v.looseObject({ '~run': call }, 'a schema of Valibot')),
      checksPairs: v.exactOptional(flag),
      check: v.exactOptional(call),
      checkJoined: v.exactOptional(call),
      checkDocset: v.exactOptional(call),
      checksLinksOnly: v.exactOptional(flag),
      usesTitles: v.exactOptional(flag),
      usesTranslationMemory: v.exactOptional(flag),
    },
    'a rule with `id`, `description`, `severity`, `tags` and `check`',
  ),
  v.check(
    ({ check, checkJoined, checkDocset }) => Boolean(check ?? checkJoined ?? checkDocset),
    'a rule with a function: `check`, `checkJoined` or `checkDocset`',
  ),
)

const output = v.pipe(
  fields(
    {
      name: kebab,
      forIncludes: v.exactOptional(flag),
      usesAssets: v.exactOptional(flag),
      render: v.exactOptional(call),
      renderAll: v.exactOptional(call),
    },
    'an output with `name`, and `render` or `renderAll`',
  ),
  v.check(
    ({ render, renderAll }) => Boolean(render ?? renderAll),
    'an output with a function: `render` or `renderAll`',
  ),
)

const plugin = fields(
  {
    name: kebab,
    rules: v.exactOptional(distinct(rule, 'id', 'a list of rules with different ids')),
    outputs: v.exactOptional(distinct(output, 'name', 'a list of outputs with different names')),
    helpers: v.exactOptional(v.record(words, call, 'functions by name')),
    labels: v.exactOptional(v.record(words, v.looseObject({}, 'labels by key'), 'labels by BCP 47 tag')),
    files: v.exactOptional(v.array(words, 'a list of paths')),
  },
  'a plugin with `name`, and `rules`, `outputs`, `helpers` or `labels`',
)

const plugins: v.GenericSchema = distinct(plugin, 'name', 'a list of plugins with different names')

/** Schema of a list of plugins, whose types say more than it can. */
export const pluginsSchema = plugins as v.GenericSchema<readonly Plugin[]>

/** A list in which no two items have the same value of a key. */
function distinct<const Item extends v.GenericSchema>(item: Item, key: string, expected: string) {
  const isDistinct = (items: v.InferOutput<Item>[]) =>
    new Set((items as Readonly<Record<string, unknown>>[]).map((each) => each[key])).size === items.length
  return v.pipe(v.array(item, expected), v.check(isDistinct, expected))
}
