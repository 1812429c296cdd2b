import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { expect } from 'vitest'
import type { DocumentSummary } from '../../src/model/build/docset.ts'
import { titlePairOf } from '../../src/model/title-pair.ts'
import { toTranslationMemory, translationMemoryOf } from '../../src/model/translation-memory.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import type { RuleSettings } from '../../src/validate/engine/rule-settings.ts'
import { runDocsetRules, runRules } from '../../src/validate/engine/run-rules.ts'
import { rules } from '../../src/validate/rules/index.ts'

/** How a text is checked. */
export interface CheckOptions {
  readonly path?: string
  /** Other files of the root by path; the `.md` ones are documents of the docset. */
  readonly files?: Readonly<Record<string, string>>
  readonly expectedLocale?: string
  /** Settings of rules, to switch on those that are off. */
  readonly settings?: RuleSettings
  /** Target locale; `fr-FR` unless told. */
  readonly locale?: string
}

/** Parses a text and runs all rules over it, and over the docset of it and the other files; gives back its messages. */
export function checkText(text: string, options: CheckOptions = {}): readonly VFileMessage[] {
  const { path = 'doc.md', files = {}, expectedLocale, settings = {}, locale = 'fr-FR' } = options
  const all: Record<string, string> = { ...files, [path]: text }
  const documents = new Map<string, DocumentSummary>()
  const vfiles = new Map<string, VFile>()
  for (const [name, value] of Object.entries(all)) {
    if (!name.endsWith('.md')) continue
    const file = new VFile({ path: name, value })
    const targetLocale = /^[a-z]{2}-[A-Z]{2}(?=\/)/.exec(name)?.[0] ?? locale
    const document = parseDocument(file, { path: name, targetLocale, resolve: resolver(all) })
    runRules(document, file, { settings, ...(expectedLocale !== undefined && { expectedLocale }) })
    const includes = document.includes.flatMap((include) => include.path ?? [])
    documents.set(name, {
      path: name,
      lines: document.lines,
      targetLocale,
      anchors: new Set(document.anchors),
      links: document.links,
      includes,
      title: titlePairOf(document),
      translationMemory: toTranslationMemory(translationMemoryOf(document), new Map()),
    })
    vfiles.set(name, file)
  }
  const docset = { documents, hasFile: (name: string) => Object.hasOwn(all, name) }
  runDocsetRules(docset, (name) => vfiles.get(name)!, { settings })
  return vfiles.get(path)!.messages
}

/** Asserts which findings of one rule a text has: too few and too many both fail. */
export function expectFindings(
  ruleId: string,
  text: string,
  expected: readonly string[],
  options?: CheckOptions,
): readonly VFileMessage[] {
  const { severity } = rules.find(({ id }) => id === ruleId)!
  const messages = checkText(text, { ...options, settings: { [ruleId]: severity } }).filter(
    (message) => message.ruleId === ruleId,
  )
  expect(messages.map(describeMessage)).toEqual(expected)
  return messages
}

/** `LINE severity`, of a message. */
function describeMessage(message: VFileMessage): string {
  const severity = message.fatal ? 'error' : message.fatal === false ? 'warning' : 'info'
  return `${message.line} ${severity}`
}

/** A unit as the localization tool writes it. */
export function sxs(ordinal: string | number, target: string, source: string, prefix = '1f2e3'): string {
  return `<span data-ttu-id="${prefix}-${ordinal}">${target}</span><span class="sxs-lookup"><span data-stu-id="${prefix}-${ordinal}">${source}</span></span>`
}

function resolver(files: Readonly<Record<string, string>>) {
  return (from: string, url: string) => {
    const path = new URL(url, `file:///${from}`).pathname.slice(1)
    if (url.startsWith('../')) return { status: 'outside', path: null } as const
    const text = files[path]
    return text === undefined
      ? ({ status: 'missing', path } as const)
      : ({ status: 'found', path, text } as const)
  }
}
