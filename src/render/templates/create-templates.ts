import handlebars from 'handlebars'
import { reasonOf } from '../../util/reason-of.ts'
import { encodePath } from '../../util/text/encode-path.ts'
import { UserError } from '../../util/user-error.ts'
import { ASSETS, type RenderContext, type Translate } from '../context.ts'
import { arrowIn } from '../i18n/direction-of.ts'
import { formatDate } from '../i18n/format-date.ts'
import { formatMinutes } from '../i18n/format-minutes.ts'
import { latePart } from '../site/late-parts.ts'
import { precompiledTemplates } from './precompiled-templates.ts'
import { describeFault, faultOf, TemplateError } from './template-error.ts'
import { TEMPLATE_OPTIONS } from './template-options.ts'

/** A helper of a plugin. */
export interface NamedHelper {
  readonly name: string
  /** Name of the plugin. */
  readonly plugin: string
  readonly helper: (...args: never[]) => unknown
}

/** What templates use besides labels. */
interface TemplateExtras {
  /** Output paths of the files of the look, by name: see `assetPaths`. Default: without hashes. */
  readonly assets?: Readonly<Record<string, string>> | undefined
  /** Paths of the user's templates, by name: their faults are a {@link TemplateError}. */
  readonly own?: Readonly<Record<string, string>> | undefined
  /** Helpers of plugins. */
  readonly helpers?: readonly NamedHelper[] | undefined
}

/**
 * Compiles templates with their own Handlebars instance, in strict mode: names that the data lacks throw.
 *
 * Helpers: `{{t 'key' name=value}}` returns the label in the locale of the data (`@root.locale`, or `locale=…`);
 * `{{tOther 'key' name=value}}` the label in the other language of a bilingual runbook, or nothing if it is the same or
 * there is none; `{{date text}}` formats a date of the input for the locale of the data; `{{asset 'lockstep.css'}}` is the
 * URL of a file of the look; `{{minutes number}}` formats a time (`{{minutesOther number}}` in the other language);
 * `{{arrow}}` leads on in the direction of the locale; `{{late 'name'}}` is the place of a part that depends on all documents.
 *
 * @param sources template texts by name; a `_` at the start of the last part marks a partial, and is not part of
 *   its name.
 * @throws {UserError} if a helper has the name of another one.
 */
export function createTemplates(
  sources: Readonly<Record<string, string>>,
  translate: Translate,
  { assets, own = {}, helpers = [] }: TemplateExtras = {},
): RenderContext['template'] {
  const instance = handlebars.create()
  instance.registerHelper('t', (key: unknown, options: handlebars.HelperOptions) =>
    translate(localeOf(options), textOf(key, 't'), options.hash),
  )
  instance.registerHelper('tOther', (key: unknown, options: handlebars.HelperOptions) =>
    inOther(options, (locale) => translate(locale, textOf(key, 'tOther'), options.hash)),
  )
  instance.registerHelper('date', (text: unknown, options: handlebars.HelperOptions) =>
    formatDate(localeOf(options), textOf(text, 'date')),
  )
  instance.registerHelper('minutes', (minutes: unknown, options: handlebars.HelperOptions) =>
    formatMinutes(localeOf(options), Number(minutes)),
  )
  instance.registerHelper('minutesOther', (minutes: unknown, options: handlebars.HelperOptions) =>
    inOther(options, (locale) => formatMinutes(locale, Number(minutes))),
  )
  instance.registerHelper('arrow', (options: handlebars.HelperOptions) => arrowIn(localeOf(options)))
  instance.registerHelper('late', (name: unknown) => new instance.SafeString(latePart(textOf(name, 'late'))))
  instance.registerHelper('asset', (name: unknown, options: handlebars.HelperOptions) => {
    const path = pathOfAsset(textOf(name, 'asset'), assets)
    return rootOf(options) + encodePath(path)
  })
  for (const helper of helpers) register(helper, instance)
  const compiled = new Map<string, handlebars.TemplateDelegate>()
  for (const [name, source] of Object.entries(sources)) {
    const precompiled = precompiledTemplates.get(source)
    const plain = precompiled ? instance.template(precompiled) : instance.compile(source, TEMPLATE_OPTIONS)
    const template = Object.hasOwn(own, name) ? withPlace(plain, own[name]!) : plain
    if (isPartial(name)) instance.registerPartial(partialName(name), template)
    else compiled.set(name, template)
  }

  return (name, data) => {
    const template = compiled.get(name)
    if (!template)
      throw new Error(
        `Unexpected template name “${name}”, expected one of: ${[...compiled.keys()].join(', ')}`,
      )
    return template(data)
  }
}

/** A template that names its file where it is at fault. */
function withPlace(template: handlebars.TemplateDelegate, path: string): handlebars.TemplateDelegate {
  return (data, options) => {
    try {
      return template(data, options)
    } catch (error) {
      const fault = error instanceof TemplateError ? undefined : faultOf(error)
      throw fault ? new TemplateError(describeFault(path, fault)) : error
    }
  }
}

/** Registers the helper of a plugin; its errors name the plugin. */
function register({ name, plugin, helper }: NamedHelper, instance: typeof handlebars): void {
  if (Object.hasOwn(instance.helpers, name))
    throw new UserError(
      `Unexpected helper \`${name}\` of the plugin \`${plugin}\`, expected a name that no other helper has`,
    )
  instance.registerHelper(name, (...args: unknown[]) => {
    try {
      return (helper as (...args: unknown[]) => unknown)(...args)
    } catch (error) {
      // Without a document, such as on the page for errors, it ends the build.
      throw new UserError(`{{${name}}} of the plugin \`${plugin}\` failed: ${reasonOf(error)}`)
    }
  })
}

/** Whether a template is a partial. */
function isPartial(name: string): boolean {
  return /(?:^|\/)_[^/]*$/.test(name)
}

/** Removes the `_`: `_outline` → `outline`. */
export function partialName(name: string): string {
  return name.replace(/_([^/]*)$/, '$1')
}

/** Locale at the call of a helper. */
function localeOf(options: handlebars.HelperOptions): string {
  const locale: unknown = options.hash.locale ?? options.data?.root?.locale
  if (typeof locale !== 'string') throw new Error('Unexpected template data without `locale`')
  return locale
}

/** A text in the other language of a bilingual runbook; empty if it has no other language, or the text is the same. */
function inOther(options: handlebars.HelperOptions, textIn: (locale: string) => string): string {
  const other: unknown = options.data?.root?.other?.locale
  if (typeof other !== 'string') return ''
  const text = textIn(other)
  return text === textIn(localeOf(options)) ? '' : text
}

/** Output path of a file of the look. */
function pathOfAsset(name: string, assets: Readonly<Record<string, string>> | undefined): string {
  if (!assets) return `${ASSETS}/${name}`
  if (Object.hasOwn(assets, name)) return assets[name]!
  throw new Error(`Unexpected asset “${name}”, expected one of: ${Object.keys(assets).sort().join(', ')}`)
}

/** URL of the output folder at the call of a helper, or its argument `root=…`. */
function rootOf(options: handlebars.HelperOptions): string {
  const root: unknown = options.hash.root ?? options.data?.root?.root
  if (typeof root !== 'string') throw new Error('Unexpected template data without `root`')
  return root
}

/** Checks the argument of a helper: strict mode does not check the names of arguments. */
function textOf(value: unknown, helper: string): string {
  if (typeof value !== 'string')
    throw new Error(`Unexpected ${String(value)} for {{${helper}}}, expected text`)
  return value
}
