import handlebars from 'handlebars'
import type { RenderContext, Translate } from '../context.ts'
import { formatDate } from '../i18n/format-date.ts'
import { precompiledTemplates } from './precompiled-templates.ts'
import { TEMPLATE_OPTIONS } from './template-options.ts'

/**
 * Compiles templates with a Handlebars instance of their own, in strict mode: showing what the data does not have throws.
 *
 * Helpers: `{{t 'key' name=value}}` gives the label in the locale of the data (`@root.locale`, or `locale=…`);
 * `{{date text}}` writes a date of the input as that locale writes it.
 *
 * @param sources template texts by name; those whose last part begins with `_` are partials, named without the `_`.
 */
export function createTemplates(
  sources: Readonly<Record<string, string>>,
  translate: Translate,
): RenderContext['template'] {
  const instance = handlebars.create()
  instance.registerHelper('t', (key: unknown, options: handlebars.HelperOptions) =>
    translate(localeOf(options), textOf(key, 't'), options.hash),
  )
  instance.registerHelper('date', (text: unknown, options: handlebars.HelperOptions) =>
    formatDate(localeOf(options), textOf(text, 'date')),
  )
  const compiled = new Map<string, handlebars.TemplateDelegate>()
  for (const [name, source] of Object.entries(sources)) {
    const precompiled = precompiledTemplates.get(source)
    const template = precompiled ? instance.template(precompiled) : instance.compile(source, TEMPLATE_OPTIONS)
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

/** Whether a template is there for others to use. */
function isPartial(name: string): boolean {
  return /(?:^|\/)_[^/]*$/.test(name)
}

/** `_outline` → `outline`. */
function partialName(name: string): string {
  return name.replace(/_([^/]*)$/, '$1')
}

/** The locale that a helper’s caller is in. */
function localeOf(options: handlebars.HelperOptions): string {
  const locale: unknown = options.hash.locale ?? options.data?.root?.locale
  if (typeof locale !== 'string') throw new Error('Unexpected template data without `locale`')
  return locale
}

/** What a helper was given; strict mode leaves it to helpers to notice a name that the data does not have. */
function textOf(value: unknown, helper: string): string {
  if (typeof value !== 'string')
    throw new Error(`Unexpected ${String(value)} for {{${helper}}}, expected text`)
  return value
}
