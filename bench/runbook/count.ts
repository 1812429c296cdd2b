/**
 * Counts what is in the runbooks of built docsets: `npx jiti bench/runbook/count.ts OUT…`, after `lockstep build … --only runbook,json`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isImperative } from '../../src/runbook/language/imperative.ts'
import { subStepsOf } from '../../src/runbook/map-steps.ts'
import type { Runbook, Step } from '../../src/runbook/types.ts'

/** Content as it is in JSON: text, a unit, or an element. */
type Node = string | { readonly unit: string } | { readonly tagName: string; readonly children?: Content }
type Content = readonly Node[]
/** A side of a unit; `text` only where it differs from the markup. */
type Text = { readonly markup: string; readonly text?: string }
type Units = ReadonlyMap<string, string>

for (const out of process.argv.slice(2)) {
  const counts = new Map<string, number>()
  const add = (name: string, by = 1) => counts.set(name, (counts.get(name) ?? 0) + by)
  const data = join(out, 'data')
  for (const path of readdirSync(data, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.runbook.json')) continue
    const units = unitsOf(readJson(join(data, path.replace('.runbook.json', '.json'))))
    countRunbook(readJson(join(data, path)), units, add)
  }
  console.log(out)
  console.table(Object.fromEntries([...counts].sort()))
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}

function unitsOf({ units }: { readonly units: Readonly<Record<string, { readonly source: Text }>> }): Units {
  return new Map(Object.entries(units).map(([id, { source }]) => [id, source.text ?? source.markup]))
}

function countRunbook(
  runbook: Runbook<Content>,
  units: Units,
  add: (name: string, by?: number) => void,
): void {
  add('runbooks')
  add(`runbooks of ${[...new Set(runbook.sections.map(({ type }) => type))].sort().join(', ')}`)
  add('questions', runbook.questions.length)
  add('values', runbook.values.length)
  if (runbook.values.length > 0) add('runbooks with values')
  if (runbook.notIncluded.length > 0) add('runbooks that leave out sections')
  for (const { reason } of runbook.notIncluded) add(`sections left out: ${reason}`)
  for (const section of runbook.sections) {
    if (section.type === 'stage')
      for (const item of section.groups.flatMap(({ items }) => items)) {
        add('boxes')
        countBranches(item, add)
        for (const each of (item.parts ?? []).flatMap(subStepsOf)) countStep(each, units, add)
      }
    if (section.type !== 'procedure') continue
    if (section.duration) add('planned times')
    for (const step of section.steps) countStep(step, units, add)
  }
}

function countStep(step: Step<Content>, units: Units, add: (name: string, by?: number) => void): void {
  add('boxes')
  const elements = step.parts.flatMap((part) =>
    part.type === 'content' ? part.content.flatMap(elementsIn) : [],
  )
  const countOf = (name: string, test: (text: string) => boolean) =>
    elements.filter(({ tagName, children }) => tagName === name && test(textOf(children ?? [], units))).length
  if (countOf('pre', () => true) > 1) add('boxes with several blocks of code')
  if (countOf('li', () => true) > 1) add('boxes with several bullets')
  if (countOf('li', isImperative) > 1) add('boxes with several bullets that are instructions')
  if (step.expected) add('boxes with an expected result')
  countBranches(step, add)
  if (step.duration) add('planned times')
  for (const part of step.parts) {
    if (part.type === 'choice') add('choices')
    for (const each of subStepsOf(part)) countStep(each, units, add)
  }
}

function countBranches(
  { jump, question, onFailure }: Pick<Step<Content>, 'jump' | 'question' | 'onFailure'>,
  add: (name: string) => void,
): void {
  if (jump) add('jumps')
  if (question) add('steps for one answer')
  if (onFailure) add('steps with a section for failures')
}

function elementsIn(node: Node): { readonly tagName: string; readonly children?: Content }[] {
  if (typeof node === 'string' || !('tagName' in node)) return []
  return [node, ...(node.children ?? []).flatMap(elementsIn)]
}

function textOf(content: Content, units: Units): string {
  return content
    .map((node) => {
      if (typeof node === 'string') return node
      return 'unit' in node ? (units.get(node.unit) ?? '') : textOf(node.children ?? [], units)
    })
    .join('')
    .trim()
}
