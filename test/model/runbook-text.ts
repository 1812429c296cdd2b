import { VFile } from 'vfile'
import type { BilingualDocument } from '../../src/model/document.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { textOfNodes } from '../../src/runbook/content.ts'
import {
  deriveRunbook,
  type Runbook,
  type RunbookContent,
  type Step,
} from '../../src/runbook/derive-runbook.ts'

/** Reads Markdown (with or without units) as a document. */
export function readMarkdown(text: string, path = 'guide.md'): BilingualDocument {
  return parseDocument(new VFile({ path, value: text }), { path, targetLocale: 'fr-FR' })
}

/** The runbook of Markdown as lines: what is a stage, an item, a step, a note of them. */
export function runbookText(text: string): readonly string[] | null {
  const document = readMarkdown(text)
  const runbook = deriveRunbook(document)
  return runbook && linesOf(runbook, document)
}

/** A runbook as lines, in English. */
export function linesOf(runbook: Runbook, document: BilingualDocument): readonly string[] {
  const say = (content: RunbookContent) => textOfNodes(content, document, 'source')
  const optional = (label: string, content: RunbookContent) =>
    content.length > 0 ? [`${label}: ${say(content)}`] : []
  return [
    ...optional('context', runbook.context),
    ...optional('needed', runbook.prerequisites),
    ...runbook.sections.flatMap((section) => {
      if (section.type === 'context') return [`= ${say(section.title)}: ${say(section.content)}`]
      const path = 'headings' in section ? section.headings : []
      const head = [
        `${section.letter} ${section.type}: ${[...path.map(({ content }) => say(content)), say(section.title)].join(' › ')}`,
      ]
      if (section.type === 'procedure')
        return [
          ...head,
          ...optional('before', section.context),
          ...optional('needed', section.prerequisites),
          ...section.steps.flatMap((step) => stepLines(step, say)),
          ...optional('after', section.after),
        ]
      return [
        ...head,
        ...section.groups.flatMap((group) => [
          ...(group.headings.length > 0
            ? [`in: ${group.headings.map(({ content }) => say(content)).join(' › ')}`]
            : []),
          ...optional('before', group.context),
          ...group.items.map((item) => {
            const band = item.band ? `[${say(item.band)}] ` : ''
            const fields = item.fields
              .map((field) => ` (${say(field.label)}: ${say(field.content)})`)
              .join('')
            return `${item.number} ${band}${say(item.situation)} → ${say(item.expected)}${fields}`
          }),
          ...optional('after', group.after),
        ]),
      ]
    }),
    ...runbook.notIncluded
      .filter(({ reason }) => reason !== 'elsewhere')
      .map(({ title, headings, reason }) => {
        const path = [...headings.map(({ content }) => content), title].map(say).join(' › ')
        return `not included: ${path} (${reason})`
      }),
  ]
}

/** A step as lines. */
function stepLines(step: Step, say: (content: RunbookContent) => string): readonly string[] {
  const flags = (step.optional ? '?' : '') + (step.conditional ? '!' : '')
  const lines: string[] = []
  const notes = step.notes.map((note) => `note: ${say([note])}`)
  const add = (text: string) =>
    lines.push(lines.length === 0 ? `${step.number}${flags} ${text}` : `… ${text}`)
  for (const part of step.parts) {
    if (part.type === 'content') add(say(part.content))
    else if (part.type === 'field') add(`${say(part.label)}: ${say(part.content)}`)
    else if (part.type === 'choice')
      lines.push(...part.options.flatMap((option) => stepLines(option, say)).map((line) => `◇ ${line}`))
    else lines.push(...part.steps.flatMap((sub) => stepLines(sub, say)))
  }
  return [...notes, ...lines]
}
