/**
 * Measures the time of all rules as a ratio of the time of parsing: checks a docset several times in one process and
 * prints the median of all passes but the first, which warms up. A last pass measures each rule.
 *
 *     npm run bench:rules [FOLDER]
 *
 * Times are processor times, and documents are parsed and checked in turn, so the ratio depends little on other work
 * of the machine. What several rules share counts for the first of them. The first pass has a line of its own, because
 * a `lockstep check` is one.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Stage } from '../src/pipeline/options.ts'
import type { Rule } from '../src/validate/engine/define-rule.ts'

/** Milliseconds of one pass. */
interface Pass {
  readonly stages: Map<string, number>
  readonly rules: Map<string, number>
}

const PASSES = 3
const CORPUS = resolve(import.meta.dirname, '../../shared/corpus/lync-2013/fr-FR')
const folder = process.argv[2] ?? (existsSync(CORPUS) ? CORPUS : resolve(import.meta.dirname, '../sources'))

/** Loads a module of the compiled library: jiti compiles the sources to slower code. */
function load<Module>(path: string): Promise<Module> {
  return import(new URL(`../lib/${path}`, import.meta.url).href)
}

const { check } = await load<typeof import('../src/pipeline.ts')>('pipeline.js')
const { rules } = await load<typeof import('../src/validate/rules/index.ts')>('validate/rules/index.js')

const now = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

let pass: Pass
const passes: Pass[] = []
for (let at = 0; at <= PASSES; at++) passes.push(await measure())
for (const rule of rules) timeRule(rule)
print(passes, await measure())

/** Replaces the functions of a rule by ones that add their time to the pass. */
function timeRule(rule: Rule): void {
  const timed = (run: () => void) => {
    const start = now()
    run()
    add(pass.rules, rule.id, now() - start)
  }
  const { check: checkOne, checkDocset } = rule
  Object.assign(rule, {
    ...(checkOne && { check: (...args) => timed(() => checkOne.apply(rule, args)) }),
    ...(checkDocset && { checkDocset: (...args) => timed(() => checkDocset.apply(rule, args)) }),
  } satisfies Partial<Rule>)
}

async function measure(): Promise<Pass> {
  pass = { stages: new Map(), rules: new Map() }
  let [stage, since]: [Stage | 'start', number] = ['start', now()]
  const begin = (next: Stage) => {
    const time = now()
    add(pass.stages, stage, time - since)
    ;[stage, since] = [next, time]
  }
  await check({ inputs: [folder], onStage: begin })
  begin('keep')
  return pass
}

function add(times: Map<string, number>, name: string, time: number): void {
  times.set(name, (times.get(name) ?? 0) + time)
}

function print([first, ...others]: readonly Pass[], detailed: Pass): void {
  const parse = parsing(detailed)
  const times = [...detailed.rules].sort(([, a], [, b]) => b - a)
  const all = times.reduce((sum, [, time]) => sum + time, 0)
  const engine = ['(settings, findings, suppressions)', checking(detailed) - all] as const
  console.log(`${folder}\n\n| rule | ms | of parsing |\n|---|---|---|`)
  for (const [name, time] of [...times, engine])
    console.log(`| ${name} | ${time.toFixed(1)} | ${((100 * time) / parse).toFixed(2)}% |`)
  console.log(`
parsing      ${median(others.map(parsing)).toFixed(0)} ms
checking     ${median(others.map(checking)).toFixed(0)} ms, of which rules ${((100 * all) / checking(detailed)).toFixed(0)}%
first pass   ${ratio(first!).toFixed(3)} × parsing
later passes ${others.map((each) => ratio(each).toFixed(3)).join(', ')}
ratio        ${median(others.map(ratio)).toFixed(3)}`)
}

function parsing({ stages }: Pass): number {
  return stages.get('parse') ?? 0
}

/** Time of the checks of single documents and of those that compare documents. */
function checking({ stages }: Pass): number {
  return (stages.get('check') ?? 0) + (stages.get('compare') ?? 0)
}

function ratio(one: Pass): number {
  return checking(one) / parsing(one)
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!
}
