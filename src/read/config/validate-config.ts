import type { LockstepConfig } from '../../config.ts'
import { readRunbookSetting } from '../../runbook/settings.ts'
import { isObject } from '../../util/is-object.ts'
import { suggest } from '../../util/suggest.ts'
import { UserError } from '../../util/user-error.ts'
import { isWebAddress } from '../../util/web-address.ts'
import { describe } from './describe.ts'
import { validateSuppressions } from './validate-suppressions.ts'

/** What a value has to be: a test, and its words. */
interface Expectation {
  readonly words: string
  readonly test: (value: unknown) => boolean
}

const OUTPUT_KINDS = ['page', 'table', 'runbook', 'json', 'markdown']
const SEVERITIES = ['error', 'warning', 'info']
const PAPERS = ['a4', 'letter']
/** Longer files are no text for Node.js. */
const MOST_MB = 512
const PRESETS = ['recommended', 'strict', 'structure']

const text: Expectation = { words: 'a text that is not empty', test: isText }
const texts: Expectation = { words: 'a list of texts', test: (value) => isList(value, isText) }
const url: Expectation = {
  words: 'an http or https URL without query and fragment',
  test: (value) => isText(value) && isWebAddress(value),
}
const tag: Expectation = { words: 'a BCP 47 tag such as "fr-FR"', test: isLocale }
const tags: Expectation = {
  words: 'a list of BCP 47 tags such as "fr-FR"',
  test: (value) => isList(value, isLocale),
}

const EXPECTED: Readonly<Record<keyof LockstepConfig, Expectation>> = {
  inputs: texts,
  out: text,
  sourceLocale: tag,
  targetLocale: tag,
  xrefMaps: texts,
  locales: tags,
  only: {
    words: `a list of ${OUTPUT_KINDS.join(', ')}`,
    test: (value) => isList(value, (item) => OUTPUT_KINDS.includes(item as string)),
  },
  templates: text,
  labels: text,
  preset: { words: `one of ${PRESETS.join(', ')}`, test: (value) => PRESETS.includes(value as string) },
  rules: { words: 'an object of rule ids and severities', test: isObject },
  overrides: {
    words:
      'a list of objects with `rules` or `runbook` and, if need be, lists of `files` (globs) and `locales` (BCP 47 tags)',
    test: (value) => Array.isArray(value) && value.every(isOverride),
  },
  runbook: { words: 'false, or an object of what decides', test: isRunbook },
  suppressions: {
    words: 'a list of suppressions, or the path of a file with one',
    test: (value) => Array.isArray(value) || isText(value),
  },
  allow: texts,
  maxFileSize: {
    words: `a number of MB from 1 to ${MOST_MB}`,
    test: (value) => typeof value === 'number' && value >= 1 && value <= MOST_MB,
  },
  baseline: text,
  cacheDir: text,
  fallback: { words: 'true or false', test: isBoolean },
  staleTranslations: { words: 'true or false', test: isBoolean },
  bilingualRunbooks: {
    words: 'true, false, "under" or "beside"',
    test: (value) => isBoolean(value) || value === 'under' || value === 'beside',
  },
  book: {
    words:
      'true, false, or an object with, if need be, `title` (a text, or texts by BCP 47 tag), `documents` (a list of globs), `branch` and `toc` (texts)',
    test: isBook,
  },
  paper: { words: `one of ${PAPERS.join(', ')}`, test: (value) => PAPERS.includes(value as string) },
  siteUrl: url,
  pdf: { words: 'true or false', test: isBoolean },
  browser: text,
  rootUrl: url,
  failOn: { words: `one of ${SEVERITIES.join(', ')}`, test: (value) => SEVERITIES.includes(value as string) },
}

/**
 * Checks that a value is a configuration.
 *
 * @param file where it comes from, for the message.
 * @throws {UserError} that names the key.
 */
export function validateConfig(value: unknown, file: string): LockstepConfig {
  if (!isObject(value)) {
    throw new UserError(`Unexpected ${describe(value)} in ${file}, expected a configuration object`)
  }
  for (const [key, item] of Object.entries(value)) {
    if (!Object.hasOwn(EXPECTED, key)) throw unknownKey(key, file)
    const { words, test } = EXPECTED[key as keyof LockstepConfig]
    if (item !== undefined && !test(item)) {
      throw new UserError(`Unexpected ${describe(item)} for ${key} in ${file}, expected ${words}`)
    }
  }
  assertRunbook(value.runbook, 'runbook', file)
  const overrides = Array.isArray(value.overrides) ? value.overrides : []
  for (const [at, override] of overrides.entries())
    assertRunbook(override.runbook, `overrides[${at}].runbook`, file)
  if (Array.isArray(value.suppressions)) validateSuppressions(value.suppressions, file)
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as LockstepConfig
}

/** Throws a {@link UserError} at the first thing in a runbook's settings that decides nothing. */
function assertRunbook(value: unknown, where: string, file: string): void {
  const [problem] = value === undefined ? [] : readRunbookSetting(value).problems
  if (!problem) return
  const name = [where, ...problem.path].join('.')
  const meant = suggest(String(problem.actual), problem.known ?? [])
  throw new UserError(
    `Unexpected ${describe(problem.actual)} for ${name} in ${file}, expected ${problem.expected}`,
    meant === undefined ? undefined : `Did you mean ${meant}?`,
  )
}

function unknownKey(key: string, file: string): UserError {
  const keys = Object.keys(EXPECTED)
  const meant = suggest(key, keys)
  return new UserError(
    `Unexpected key ${key} in ${file}`,
    meant === undefined ? `The keys are: ${keys.join(', ')}.` : `Did you mean ${meant}?`,
  )
}

function isOverride(value: unknown): boolean {
  if (!isObject(value)) return false
  const { files, locales, rules, runbook, ...others } = value
  return (
    (rules === undefined ? isRunbook(runbook) : isObject(rules)) &&
    (runbook === undefined || isRunbook(runbook)) &&
    (files === undefined || texts.test(files)) &&
    (locales === undefined || tags.test(locales)) &&
    Object.keys(others).length === 0
  )
}

function isBook(value: unknown): boolean {
  if (isBoolean(value)) return true
  if (!isObject(value)) return false
  const { title, documents, branch, toc, ...others } = value
  const isTitle = title === undefined || isText(title) || (isObject(title) && isTitles(title))
  return (
    isTitle &&
    (documents === undefined || texts.test(documents)) &&
    [branch, toc].every((item) => item === undefined || isText(item)) &&
    Object.keys(others).length === 0
  )
}

function isTitles(titles: Record<string, unknown>): boolean {
  return Object.entries(titles).every(([locale, title]) => isLocale(locale) && isText(title))
}

function isRunbook(value: unknown): boolean {
  return isBoolean(value) || isObject(value)
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function isList(value: unknown, test: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(test)
}

function isLocale(value: unknown): boolean {
  try {
    return isText(value) && Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}
