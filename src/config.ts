import * as v from 'valibot'
import type { OutputKind } from './render/context.ts'
import { runbookSettingSchema } from './runbook/settings.ts'
import { choice, fields, list, table, text } from './util/schema.ts'
import { isWebAddress } from './util/web-address.ts'
import type { Severity } from './validate/engine/define-rule.ts'
import type { PresetName, RuleLevel } from './validate/engine/rule-settings.ts'

const OUTPUT_KINDS = ['page', 'table', 'runbook', 'json', 'markdown'] as const satisfies readonly OutputKind[]
const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[]
const LEVELS = ['off', 'error', 'warning', 'info'] as const satisfies readonly RuleLevel[]
const PRESETS = ['recommended', 'strict', 'structure'] as const satisfies readonly PresetName[]
const PAPERS = ['a4', 'letter'] as const
/** Longer files are no text for Node.js. */
const MOST_MB = 512

const MEGABYTES = `a number of MB from 1 to ${MOST_MB}`
const OVERRIDES =
  'a list of objects with `rules` or `runbook` and, if need be, lists of `files` (globs) and `locales` (BCP 47 tags)'
const BOOK =
  'true, false, or an object with, if need be, `title` (a text, or texts by BCP 47 tag), `documents` (a list of globs), `branch` and `toc` (texts)'

const TEXTS = list(text(), 'a list of texts')
const flag = v.boolean('true or false')
const locale = v.pipe(text('a BCP 47 tag such as "fr-FR"'), v.check(isLocale, 'a BCP 47 tag such as "fr-FR"'))
const locales = list(locale, 'a list of BCP 47 tags such as "fr-FR"')
const url = v.pipe(text(), v.check(isWebAddress, 'an http or https URL without query and fragment'))

const rules = table(
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
      /** Globs of the documents, relative to the configuration's folder; all unless told. */
      files: v.exactOptional(list(text(), 'a list of globs')),
      /** BCP 47 tags of the target locales; `fr` is for `fr-CA` too; all unless told. */
      locales: v.exactOptional(locales),
      rules: v.exactOptional(rules),
      /** What the runbooks of these documents take for stages and steps; `false` where they are to have none. */
      runbook: v.exactOptional(runbookSettingSchema),
    },
    OVERRIDES,
  ),
  v.check((value) => value.rules !== undefined || value.runbook !== undefined, OVERRIDES),
)

const book = fields(
  {
    /** Title, or titles by BCP 47 tag; unless told the name of the branch, else a label. */
    title: v.exactOptional(
      v.union([text(), table(locale, text(), 'texts by BCP 47 tag')], 'a text, or texts by BCP 47 tag'),
    ),
    /** Globs of the documents, relative to the configuration's folder; all documents where neither this nor `branch` is told. */
    documents: v.exactOptional(list(text(), 'a list of globs')),
    /** Entry of the table of contents whose documents belong to the book: its name, or its document's path in the docset. */
    branch: v.exactOptional(text()),
    /** Path in the docset of the table of contents that gives the order; unless told all that are there, outer folders first. */
    toc: v.exactOptional(text()),
  },
  BOOK,
)

/** What a suppression is. */
export const suppressionSchema = fields(
  {
    /** Id of the rule. */
    rule: text('the id of a rule'),
    /** The exact source text of the unit, or the fingerprint of the finding. */
    source: text('the exact source text of the unit, or the fingerprint of the finding'),
    /** Globs of the documents it is for, relative to the configuration's folder; all unless told. */
    files: v.exactOptional(list(text(), 'a list of globs')),
    /** Why the finding is no fault. */
    reason: text('why the finding is no fault: each suppression needs a reason'),
  },
  'an object: { rule, source, reason, files }',
)

/** The keys of a configuration: its types, its validation and its JSON Schema come from here. */
const entries = {
  /** Address of the JSON Schema that editors check a configuration in JSON with. */
  $schema: v.exactOptional(text()),
  /** Files, folders and globs to read; `sources` unless told. */
  inputs: v.exactOptional(TEXTS),
  /** Folder to write to; `dist` unless told. */
  out: v.exactOptional(text()),
  /** BCP 47 tag of the source side; `en-US` unless told. */
  sourceLocale: v.exactOptional(locale),
  /** BCP 47 tag of the target side; unless told, what the front matter or the folders tell. */
  targetLocale: v.exactOptional(locale),
  /** DocFX xref maps (`xrefmap.yml`, `.json`) that tell where uids lead, besides those of the docset’s folder. */
  xrefMaps: v.exactOptional(TEXTS),
  /** BCP 47 tags of the locales to make; all unless told. */
  locales: v.exactOptional(locales),
  /** Kinds of output to make; all but `markdown` unless told. */
  only: v.exactOptional(list(choice(OUTPUT_KINDS), `a list of ${OUTPUT_KINDS.join(', ')}`)),
  /** Folder whose templates and `assets/` take the place of the built-in ones of the same name. */
  templates: v.exactOptional(text()),
  /** Folder whose labels (`<tag>.json`) take the place of the built-in ones, key by key. */
  labels: v.exactOptional(text()),
  /** Settings of rules to start from: `recommended` (unless told), `strict` or `structure`. */
  preset: v.exactOptional(choice(PRESETS)),
  /** Rule id to `off` or how bad its findings are, or to an object with that as `severity` and the rule's options. */
  rules: v.exactOptional(rules),
  /** Settings of rules for some documents or locales; later ones come before earlier ones. */
  overrides: v.exactOptional(v.pipe(v.array(override, OVERRIDES), v.readonly())),
  /** What runbooks take for stages and steps, for all documents; `false` where there are to be none. */
  runbook: v.exactOptional(runbookSettingSchema),
  /** Findings that are to stay as they are, or the path of a JSON or YAML file with a list of them. */
  suppressions: v.exactOptional(
    v.union(
      [v.pipe(v.array(suppressionSchema), v.readonly()), text()],
      'a list of suppressions, or the path of a file with one',
    ),
  ),
  /** Globs of paths relative to the root of a document: hidden files, and resources that the docset excludes, that documents may name. */
  allow: v.exactOptional(TEXTS),
  /** Largest document, include or file of code that is read, in MB; 64 unless told. */
  maxFileSize: v.exactOptional(
    v.pipe(v.number(MEGABYTES), v.minValue(1, MEGABYTES), v.maxValue(MOST_MB, MEGABYTES)),
  ),
  /** File with the findings that are known: `lockstep check` fails on new ones only. */
  baseline: v.exactOptional(text()),
  /** Whether a document that a locale does not have is made there with the source text; `true` unless told. */
  fallback: v.exactOptional(flag),
  /** Whether translations of an earlier source text are shown where the source has changed; `false` unless told. */
  staleTranslations: v.exactOptional(flag),
  /** Folder that keeps what a build did, for the next one; unless told `node_modules/.cache/lockstep`, or a folder in `out`. */
  cacheDir: v.exactOptional(text()),
  /** Whether each runbook of a target locale is also made with the source, `under` each step (so does `true`) or `beside` it; `false` unless told. */
  bilingualRunbooks: v.exactOptional(
    v.union([v.boolean(), v.picklist(['under', 'beside'])], 'true, false, "under" or "beside"'),
  ),
  /** The book of runbooks that is made for each locale: which documents, in which order, under which title; none unless told. */
  book: v.exactOptional(v.union([v.boolean(), book], BOOK)),
  /** Paper that is printed on: `a4` or `letter`; that of each locale's region unless told. */
  paper: v.exactOptional(choice(PAPERS)),
  /** Where the output folder is published, for example `https://docs.example.com`; runbooks then tell their address, with a QR code. */
  siteUrl: v.exactOptional(url),
  /** Whether `lockstep build` also prints each runbook, and the book, to PDF; `false` unless told. */
  pdf: v.exactOptional(flag),
  /** The program of the browser that prints: Chromium, Chrome or Edge; unless told `CHROME_PATH`, or the one that is installed. */
  browser: v.exactOptional(text()),
  /** Where links that start with `/` lead, for example `https://learn.microsoft.com`; left as they are unless told. */
  rootUrl: v.exactOptional(url),
  /** The least severity of a finding that makes `lockstep check` fail; `error` unless told. */
  failOn: v.exactOptional(choice(SEVERITIES)),
}

/** What a configuration is. */
export const configSchema = fields(entries, 'a configuration object')

/** The project's configuration: `lockstep.config.ts`, `.js`, `.mjs` or `.json`. Paths are relative to the file's folder. */
export type LockstepConfig = Readonly<v.InferOutput<v.StrictObjectSchema<typeof entries, undefined>>>

/** Gives back the configuration: only there to type it. */
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
