import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import type { Results } from '../bench/precision/results.ts'
import { joinDocuments } from '../src/join/join-documents.ts'
import { createOtherTranslations } from '../src/join/other-translations.ts'
import type { BilingualDocument } from '../src/model/document.ts'
import { titlePairOf } from '../src/model/title-pair.ts'
import { toTranslationMemory, translationMemoryOf } from '../src/model/translation-memory.ts'
import { parseDocument } from '../src/parse/parse-document.ts'
import { parseRedirections } from '../src/read/redirections/parse-redirections.ts'
import { toTocFile } from '../src/read/toc/read-docset-tocs.ts'
import { readTocItems } from '../src/read/toc/toc-items.ts'
import type { Rule, Severity } from '../src/validate/engine/define-rule.ts'
import { quality } from '../src/validate/engine/quality.ts'
import type { RuleSettings } from '../src/validate/engine/rule-settings.ts'
import { runDocsetRules, runJoinedRules, runRules } from '../src/validate/engine/run-rules.ts'
import { rules } from '../src/validate/rules/index.ts'

/** Header comment of a rule. */
export interface RuleHeader {
  /** Reason for the rule, as Markdown. */
  readonly rationale: string
  /** Settings that turn the rule on, with the options of its examples. */
  readonly settings: RuleSettings
  /** A document with a finding of the rule. */
  readonly fails: string
  /** A document without findings of any rule. */
  readonly passes: string
}

/** Name of an example document. */
export const EXAMPLE_PATH = 'fr-FR/example.md'

const header =
  /^\/\*\*\n(?<rationale>[\s\S]*?)\n(?: \* Options:\n \*\n \* ```json\n(?<options>[\s\S]*?)\n \* ```\n \*\n)? \* Fails:\n \*\n \* ```md\n(?<fails>[\s\S]*?)\n \* ```\n \*\n \* Passes:\n \*\n \* ```md\n(?<passes>[\s\S]*?)\n \* ```\n \*\/\nexport const/m

/** Reads the header comment of a rule; throws if a part is missing. */
export function readRuleHeader(id: string): RuleHeader {
  const source = readFileSync(new URL(`../src/validate/rules/${id}.ts`, import.meta.url), 'utf8')
  const found = header.exec(source)?.groups
  if (!found)
    throw new Error(`The header comment of rule ${id} lacks its rationale, \`Fails:\` or \`Passes:\``)
  return {
    rationale: bare(found.rationale),
    settings: { [id]: JSON.parse(bare(found.options ?? '{}')) },
    fails: `${bare(found.fails)}\n`,
    passes: `${bare(found.passes)}\n`,
  }
}

function bare(comment = ''): string {
  return comment.replace(/^ \* ?/gm, '').trim()
}

/** Comment with the path of a document, before each document of an example with several. */
const marker = /^<!-- ([\w-]+)\/example\.md -->\n/gm

/**
 * Checks an example: a single document, or one in several locales, each after a comment with its path. Returns the
 * first file with its messages.
 */
export function checkExample(text: string, settings: RuleSettings = {}): VFile {
  const parts = text.split(marker)
  if (parts.length === 1) return checkAlone(text, settings)
  const documents = new Map<string, { readonly file: VFile; readonly document: BilingualDocument }>()
  for (let at = 1; at < parts.length; at += 2) {
    const locale = parts[at]!
    const file = new VFile({ path: `${locale}/example.md`, value: parts[at + 1] })
    const document = parseDocument(file, { path: 'example.md', targetLocale: locale })
    documents.set(locale, { file, document })
  }
  const joined = joinDocuments([...documents.values()].map(({ document }) => document))
  const otherTranslations = createOtherTranslations(joined)
  for (const [locale, { file, document }] of documents)
    runRules(document, file, {
      settings,
      expectedLocale: locale,
      otherTranslations: otherTranslations(locale),
    })
  runJoinedRules(joined, (locale) => documents.get(locale)!.file, { settings })
  return [...documents.values()][0]!.file
}

/** Comment before the redirections that follow a document. */
const REDIRECTIONS = '<!-- .openpublishing.redirection.json -->\n'
/** Name of a second document of the docset. */
const OTHER_PATH = 'fr-FR/other.md'
/** Comment before it. */
const OTHER = `<!-- ${OTHER_PATH} -->\n`
const TOC_PATH = 'toc.yml'
/** Comment before the table of contents that follows a document. */
const TOC = `<!-- ${TOC_PATH} -->\n`

function checkAlone(example: string, settings: RuleSettings): VFile {
  const [withToc = '', json] = example.split(REDIRECTIONS)
  const [texts = '', toc] = withToc.split(TOC)
  const [text = '', ...others] = texts.split(OTHER)
  const file = new VFile({ path: EXAMPLE_PATH, value: text })
  const document = parseDocument(file, { path: EXAMPLE_PATH, targetLocale: 'fr-FR' })
  runRules(document, file, { settings, expectedLocale: 'fr-FR' })
  const summaries = [
    document,
    ...others.map((value) =>
      parseDocument(new VFile({ path: OTHER_PATH, value }), { path: OTHER_PATH, targetLocale: 'fr-FR' }),
    ),
  ].map((each) => ({
    path: each.path,
    lines: each.lines,
    anchors: new Set(each.anchors),
    links: each.links,
    title: titlePairOf(each),
    translationMemory: toTranslationMemory(translationMemoryOf(each), new Map()),
  }))
  const base = { folder: '', root: '', hasFolder: () => true }
  const path = '.openpublishing.redirection.json'
  const redirections = json === undefined ? [] : [{ path, absolute: path, ...parseRedirections(json, base) }]
  const tocs =
    toc === undefined
      ? []
      : [toTocFile('', TOC_PATH, { path: TOC_PATH, text: toc, items: readTocItems(toc, false) }, [])]
  const documents = new Map(summaries.map((summary) => [summary.path, summary]))
  const docset = { documents, hasFile: () => false, redirections, tocs }
  // Findings in the other document are the same, seen from there.
  runDocsetRules(docset, (path) => (path === OTHER_PATH ? new VFile({ path }) : file), { settings })
  return file
}

/** Generates the pages of all rules and their index: file name in `docs/rules/` to content. */
export function ruleDocs(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', index()],
    ['toc.yml', toc()],
    ...rules.map((rule) => [`${rule.id}.md`, page(rule)] as const),
  ])
}

/** Judgements of findings in real documents; written by `bench/precision/precision.ts table`. */
const results = JSON.parse(
  readFileSync(new URL('../bench/precision/results.json', import.meta.url), 'utf8'),
) as Results

const list = new Intl.ListFormat('en')
const NAMES = { error: 'error', warning: 'warning', info: 'hint' }

/** The measured precision of a rule, as a section of its page. */
function precision({ id }: Rule): string {
  const own = results.rules[id] ?? {}
  const docsets = Object.keys(results.documents)
  const rows = docsets.flatMap((docset) =>
    Object.entries(own[docset] ?? {}).map(([severity, { findings, judged, right }]) => {
      const share =
        judged === 0 ? 'not judged' : `${Math.round((100 * right) / judged)}% (${right} of ${judged} judged)`
      const [name, locale] = docset.split('/')
      return `| ${name} | ${locale} | ${findings} ${NAMES[severity as Severity]}${findings === 1 ? '' : 's'} | ${share} |`
    }),
  )
  const without = docsets.filter((docset) => !own[docset]).map(inWords)
  if (rows.length === 0)
    return `It has no findings in the real documents on which precision is measured (${list.format(without)}); only synthetic documents test it.`
  const rest = without.length === 0 ? '' : `\n\nIt has no findings in ${list.format(without)}.`
  return `Findings in real documents, and the share of judged ones that were right:

| documents | locale | findings | right |
|---|---|---|---|
${rows.join('\n')}${rest}`
}

/** Names documents: “teams in fr-FR (233)”. */
function inWords(docset: string): string {
  const [name, locale] = docset.split('/')
  return `${name} in ${locale} (${results.documents[docset]!.toLocaleString('en-US')})`
}

function kindOf({ id }: Rule): string {
  const { mqm, its } = quality[id]!
  return `MQM: ${mqm} · ITS 2.0: ${its}`
}

function page(rule: Rule): string {
  const { rationale, settings, fails, passes } = readRuleHeader(rule.id)
  const messages = checkExample(fails, settings).messages.filter((message) => message.ruleId === rule.id)
  const lines = messages.map(
    ({ line, column, reason, note }) => `${line}:${column} ${reason}${note ? `\n    ${note}` : ''}`,
  )
  return `<!-- Generated from src/validate/rules/${rule.id}.ts: do not edit. -->

# ${rule.id}

${rule.description}

Severity: ${rule.severity}${rule.recommended === false ? ', off by default' : ''} · Tags: ${rule.tags.join(', ')} · ${kindOf(rule)}

## Why

${unwrap(rationale)}

## Fails

${codeBlock(fails, 'md')}

Lockstep says:

${codeBlock(`${lines.join('\n')}\n`, 'text')}

## Passes

${codeBlock(passes, 'md')}

## Precision

${precision(rule)}

## Settings

\`\`\`js
// lockstep.config.js
export default { rules: { '${rule.id}': 'off' } } // or 'info', 'warning', 'error'
\`\`\`
`
}

function index(): string {
  const rows = rules.map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.description} |`)
  return `<!-- Generated from src/validate/rules/: do not edit. -->

# Rules

\`lockstep check\` runs these rules on every document. The setting \`rules\` changes their severity or turns them off.

| Rule | Severity | Finds |
|---|---|---|
${rows.join('\n')}

Some findings are less severe than their rule (a warning of a rule for errors). They stay less severe, whatever the setting.

## Other messages

These messages do not come from rules and cannot be turned off:

| Message | Meaning |
|---|---|
| input-encoding | A file is not clean UTF-8; UTF-16 is read, and reported. |
| input-unreadable, input-refused, input-ignored | A file could not be read, is outside its root, or is not a document. |
| document-failed | A document, or one of its outputs, could not be made. |
| output-doubled | Two documents would have the same output files. |
| fix-failed | A file could not be repaired. |
| suppression-unused | A suppression matches no finding. |

## rule-crashed

A rule failed while it checked a document. This is a defect of Lockstep, not of the document; the other rules ran. Please
report it with the document, and turn the rule off until it is fixed.
`
}

/** The table of contents: `href: toc.md` would be another table. */
function toc(): string {
  const entries = rules.map(({ id }) => `- name: ${id}\n  topicHref: ${id}.md\n`)
  return `# Generated from src/validate/rules/: do not edit.\n${entries.join('')}`
}

/** Joins the lines of paragraphs, because the line width of comments means nothing on a page. */
function unwrap(markdown: string): string {
  return markdown
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll('\n', ' '))
    .join('\n\n')
}

/**
 * A code block. Units are units also in fences, and a part of a delimiter is a finding, so a text with any becomes HTML with
 * character references.
 */
function codeBlock(text: string, language: string): string {
  if (!TRACE.test(text)) return `\`\`\`\`${language}\n${text}\`\`\`\``
  const escaped = text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(new RegExp(TRACE, 'g'), (word) => word.replace('-', '&#45;'))
  return `<pre><code class="language-${language}">${escaped}</code></pre>`
}

const TRACE = /data-[ts]tu-id|sxs-lookup/
