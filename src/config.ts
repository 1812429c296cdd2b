import * as v from 'valibot'
import { pluginsSchema } from './plugin.ts'
import { OUTPUT_KINDS, type OutputKind } from './render/output-kinds.ts'
import { BANDS } from './review/types/review.ts'
import { runbookSettingSchema } from './runbook/settings.ts'
import { choice, fields, list, table, text } from './util/data/schema.ts'
import { isWebAddress } from './util/text/web-address.ts'
import type { Severity } from './validate/engine/define-rule.ts'
import type { PresetName, RuleLevel, RuleSetting } from './validate/engine/rule-settings.ts'
import type { BuiltInRuleSettings } from './validate/rules/index.ts'

const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[]
const LEVELS = ['off', 'error', 'warning', 'info'] as const satisfies readonly RuleLevel[]
const PRESETS = ['recommended', 'strict', 'structure'] as const satisfies readonly PresetName[]
const PAPERS = ['a4', 'letter'] as const
/** Maximum length of a string in Node.js. */
const MOST_MB = 512

const WEIGHTS = `an object of numbers from 0 to 1 by band: ${BANDS.join(', ')}`
const MEGABYTES = `a number of MB from 1 to ${MOST_MB}`
const OVERRIDES =
  'a list of objects with `rules` or `runbook` and optional lists of `files` (globs) and `locales` (BCP 47 tags)'
const BOOK =
  'true, false, or an object with optional `title` (a text, or texts by BCP 47 tag), `documents` (a list of globs), `branch` and `toc` (texts)'

const TEXTS = list(text(), 'a list of texts')
const flag = v.boolean('true or false')
const weight = v.pipe(v.number(WEIGHTS), v.minValue(0, WEIGHTS), v.maxValue(1, WEIGHTS))
const locale = v.pipe(text('a BCP 47 tag such as "fr-FR"'), v.check(isLocale, 'a BCP 47 tag such as "fr-FR"'))
const locales = list(locale, 'a list of BCP 47 tags such as "fr-FR"')
const url = v.pipe(text(), v.check(isWebAddress, 'an http or https URL without query and fragment'))

const sitePath = v.pipe(
  text(),
  v.regex(/^\/(?:[^/\s?#]+\/)*[^/\s?#]*$/, 'a path that starts with / and has no query and fragment'),
)

const KINDS = `a list of ${OUTPUT_KINDS.join(', ')}, or of outputs of plugins (\`plugin/name\`)`
const KIND = `one of ${OUTPUT_KINDS.map((kind) => `\`${kind}\``).join(', ')}, or \`plugin/name\``
const outputKind = v.union([
  v.picklist(OUTPUT_KINDS, KIND),
  v.pipe(v.string(KIND), v.regex(/^[a-z\d-]+\/[a-z\d-]+$/, KIND)),
]) as v.GenericSchema as v.GenericSchema<OutputKind>

// A configuration is read without the rules, which validate their ids and options.
const rules: v.GenericSchema<
  BuiltInRuleSettings & { readonly [ofPlugin: `${string}/${string}`]: RuleSetting }
> = table(
  v.string(),
  v.union(
    [choice(LEVELS), v.looseObject({ severity: v.exactOptional(choice(LEVELS)) })],
    `one of ${LEVELS.join(', ')}, or an object with that as \`severity\` and the rule's options`,
  ),
  'an object of rule ids and severities',
)

const override = v.pipe(
  fields(
    {
      /** Globs of the documents, relative to the configuration's folder. Default: all documents. */
      files: v.exactOptional(list(text(), 'a list of globs')),
      /** BCP 47 tags of the target locales; `fr` includes `fr-CA`. Default: all locales. */
      locales: v.exactOptional(locales),
      rules: v.exactOptional(rules),
      /** Stages and steps in the runbooks of these documents; `false` for no runbooks. */
      runbook: v.exactOptional(runbookSettingSchema),
    },
    OVERRIDES,
  ),
  v.check((value) => value.rules !== undefined || value.runbook !== undefined, OVERRIDES),
)

const LAYOUT = 'true, false, "under" or "beside"'

const book = fields(
  {
    /** Title, or titles by BCP 47 tag. Default: the name of the branch, else a label. */
    title: v.exactOptional(
      v.union([text(), table(locale, text(), 'texts by BCP 47 tag')], 'a text, or texts by BCP 47 tag'),
    ),
    /** Globs of the documents, relative to the configuration's folder. Default: all documents, unless `branch` is set. */
    documents: v.exactOptional(list(text(), 'a list of globs')),
    /** Entry of the table of contents whose documents belong to the book: its name, or its document's path in the docset. */
    branch: v.exactOptional(text()),
    /** Path in the docset of the table of contents that decides the order. Default: all of them, outer folders first. */
    toc: v.exactOptional(text()),
    /** Whether to also make a bilingual book, with the source `under` (same as `true`) or `beside` the translation. Default: as `bilingualRunbooks`. */
    bilingual: v.exactOptional(v.union([v.boolean(), v.picklist(['under', 'beside'])], LAYOUT)),
  },
  BOOK,
)

const TEXT_BY_LOCALE = 'a text, or texts by BCP 47 tag'
const localized = v.union([text(), table(locale, text(), 'texts by BCP 47 tag')], TEXT_BY_LOCALE)
const LINK_URL = 'an http, https or mailto URL, or a path in the output folder with `/` at its start'
const linkUrl = v.pipe(text(LINK_URL), v.regex(/^(?:https?:\/\/|mailto:|\/(?!\/))[^\s"<>]+$|^\/$/i, LINK_URL))
const PATTERN = 'an http, https or mailto URL with `{path}`, `{locale}` or `{title}`'
const pattern = v.pipe(text(PATTERN), v.regex(/^(?:https?:\/\/|mailto:)[^\s"<>]+$/i, PATTERN))
const LINK = 'an object with `text` and `url`'
const link = fields({ text: localized, url: linkUrl }, LINK)

const LOGO = 'an object with `light` and `dark`'

const site = fields(
  {
    /** Name of the site: a text, or texts by BCP 47 tag. Default: the label “Documentation”. */
    title: v.exactOptional(localized),
    /** Image beside the name: one, or one for each theme (`light`, `dark`). */
    logo: v.exactOptional(
      v.union([text(), fields({ light: text(), dark: text() }, LOGO)], `a path, or ${LOGO}`),
    ),
    /** Icon of the site. */
    favicon: v.exactOptional(text()),
    /** CSS color of links and marks. Each theme gets the nearest shade that is readable. */
    accent: v.exactOptional(text('a CSS color such as "#0b6070"')),
    /** Text at the foot of every page. */
    footer: v.exactOptional(localized),
    /** License of the content: a text, texts by BCP 47 tag, or an object with `text` and `url`. */
    license: v.exactOptional(
      v.union([text(), link, table(locale, text(), 'texts by BCP 47 tag')], `${TEXT_BY_LOCALE}, or ${LINK}`),
    ),
    /** Links in the header. `{locale}` in a URL is replaced by the locale of the page. */
    links: v.exactOptional(list(link, 'a list of objects with `text` and `url`')),
    /** URL to edit a document, with `{path}`, `{locale}` and `{title}`. */
    editUrl: v.exactOptional(pattern),
    /** URL to give feedback on a page, with `{path}`, `{locale}` and `{title}`. */
    feedbackUrl: v.exactOptional(pattern),
    /** Style sheets that follow the built-in one. */
    css: v.exactOptional(list(text(), 'a list of paths')),
  },
  'an object with title, logo, favicon, accent, footer, license, links, editUrl, feedbackUrl or css',
)

/** Schema of a suppression. */
export const suppressionSchema = fields(
  {
    /** Id of the rule. */
    rule: text('the id of a rule'),
    /** The exact source text of the unit, or the fingerprint of the finding. */
    source: text('the exact source text of the unit, or the fingerprint of the finding'),
    /** Globs of the documents it applies to, relative to the configuration's folder. Default: all documents. */
    files: v.exactOptional(list(text(), 'a list of globs')),
    /** Why the finding is not a fault. */
    reason: text('why the finding is no fault: each suppression needs a reason'),
  },
  'an object: { rule, source, reason, files }',
)

/** The keys of a configuration: the source of its types, its validation and its JSON Schema. */
const entries = {
  /** URL of the JSON Schema, for editors that check a JSON configuration. */
  $schema: v.exactOptional(text()),
  /** Files, folders and globs to read. Default: `sources`. */
  inputs: v.exactOptional(TEXTS),
  /** Output folder. Default: `dist`. */
  out: v.exactOptional(text()),
  /** BCP 47 tag of the source side. Default: `en-US`. */
  sourceLocale: v.exactOptional(locale),
  /** BCP 47 tag of the target side. Default: from the front matter or the folder names. */
  targetLocale: v.exactOptional(locale),
  /** DocFX xref maps (`xrefmap.yml`, `.json`) that resolve uids, in addition to those in the docset’s folder. */
  xrefMaps: v.exactOptional(TEXTS),
  /** BCP 47 tags of the locales to make. Default: all locales. */
  locales: v.exactOptional(locales),
  /** Kinds of output to make; those of plugins are `plugin/name`. Default: all except `markdown`. */
  only: v.exactOptional(list(outputKind, KINDS)),
  /** Your own rules, outputs, helpers and labels; only in a configuration in TypeScript or JavaScript. */
  plugins: v.exactOptional(pluginsSchema),
  /** Folder whose templates and `assets/` replace the built-in ones of the same name. */
  templates: v.exactOptional(text()),
  /** Folder whose labels (`<tag>.json`) replace the built-in ones, key by key. */
  labels: v.exactOptional(text()),
  /** Preset of rule settings to start from: `recommended`, `strict` or `structure`. Default: `recommended`. */
  preset: v.exactOptional(choice(PRESETS)),
  /** Severity of each rule by id (`off` disables it), or an object with `severity` and the rule's options. */
  rules: v.exactOptional(rules),
  /** Settings of rules for some documents or locales; later ones override earlier ones. */
  overrides: v.exactOptional(v.pipe(v.array(override, OVERRIDES), v.readonly())),
  /** Stages and steps in the runbooks of all documents; `false` for no runbooks. */
  runbook: v.exactOptional(runbookSettingSchema),
  /** Accepted findings, or the path of a JSON or YAML file with a list of them. */
  suppressions: v.exactOptional(
    v.union(
      [v.pipe(v.array(suppressionSchema), v.readonly()), text()],
      'a list of suppressions, or the path of a file with one',
    ),
  ),
  /** Globs of hidden files and excluded resources that documents may use, relative to the root of a document. */
  allow: v.exactOptional(TEXTS),
  /** Maximum size of a document, include or code file, in MB. Default: 64. */
  maxFileSize: v.exactOptional(
    v.pipe(v.number(MEGABYTES), v.minValue(1, MEGABYTES), v.maxValue(MOST_MB, MEGABYTES)),
  ),
  /** File of known findings: `lockstep check` fails only on new ones. */
  baseline: v.exactOptional(text()),
  /** Whether documents that a locale lacks are made there with the source text. Default: `true`. */
  fallback: v.exactOptional(flag),
  /** Whether to show translations of an earlier source text if the source has changed. Default: `false`. */
  staleTranslations: v.exactOptional(flag),
  /** Folder for the cache of builds and checks. Default: `node_modules/.cache/lockstep`, or a folder in `out`. */
  cacheDir: v.exactOptional(text()),
  /** Whether to also make bilingual runbooks, with the source `under` each step (same as `true`) or `beside` it. Default: `false`. */
  bilingualRunbooks: v.exactOptional(v.union([v.boolean(), v.picklist(['under', 'beside'])], LAYOUT)),
  /** Whether to also make each table in both languages as files, and those of several locales as HTML. Default: `false`. */
  bilingualTables: v.exactOptional(flag),
  /** The book of runbooks for each locale: its documents, their order and its title. Default: no book. */
  book: v.exactOptional(v.union([v.boolean(), book], BOOK)),
  /** Paper size: `a4` or `letter`. Default: the usual one of each locale's region. */
  paper: v.exactOptional(choice(PAPERS)),
  /** URL where the output folder is published, for example `https://docs.example.com`. Pages then name their address, a sitemap lists them, and runbooks show theirs with a QR code. */
  siteUrl: v.exactOptional(url),
  /** Path of the output folder on its server, for example `/docs`, for pages of errors and redirects. Default: that of `siteUrl`, else `/`. */
  base: v.exactOptional(sitePath),
  /** Whether pages are `<path>/index.html`, so that their URLs are `<path>/`; needs a server. Default: `false`. */
  cleanUrls: v.exactOptional(flag),
  /** Whether `lockstep build` also prints each runbook and the book to PDF. Default: `false`. */
  pdf: v.exactOptional(flag),
  /** Path of the browser that prints: Chromium, Chrome or Edge. Default: `CHROME_PATH`, else an installed one. */
  browser: v.exactOptional(text()),
  /** Base URL of links that start with `/` and of links to documents that are not in the build, for example `https://learn.microsoft.com/{locale}`. Default: such links stay unchanged. */
  rootUrl: v.exactOptional(url),
  /** Path of the docset below `rootUrl`, for example `/microsoftteams`. Default: from `basePath` or `breadcrumb_path` in `docfx.json`. */
  publishedPath: v.exactOptional(sitePath),
  /** Name and look of the site, and what every page shows around its content. */
  site: v.exactOptional(site),
  /** Minimum severity of a finding that makes `lockstep check` fail. Default: `error`. */
  failOn: v.exactOptional(choice(SEVERITIES)),
  /** Settings of `lockstep review`: `weights`, the share of a word's price by band of effort, and `decisions`, the folder of reviewers’ decisions. */
  review: v.exactOptional(
    fields(
      { weights: v.exactOptional(table(choice(BANDS), weight, WEIGHTS)), decisions: v.exactOptional(text()) },
      'an object with `weights` and `decisions`',
    ),
  ),
}

/** Schema of a configuration. */
export const configSchema = fields(entries, 'a configuration object')

/** The project's configuration: `lockstep.config.ts`, `.js`, `.mjs` or `.json`. Paths are relative to the file's folder. */
export type LockstepConfig = Readonly<v.InferOutput<v.StrictObjectSchema<typeof entries, undefined>>>

/** Returns the configuration unchanged; provides its type in a configuration file. */
export function defineConfig(config: LockstepConfig): LockstepConfig {
  return config
}

function isLocale(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}
