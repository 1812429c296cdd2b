/**
 * Samples findings of the rules in real documents for people to judge, and prints the resulting precision.
 *
 *     npx jiti bench/precision/precision.ts sample RULE[,RULE…] [COUNT] [NAME=FOLDER…] > sample.jsonl
 *     npx jiti bench/precision/precision.ts table [NAME=FOLDER…]
 *
 * `table` prints the precision by rule, documents and severity, the totals of each severity, and which rules fall short of
 * {@link GOALS}. It writes `results.json`, for the pages of the rules; documents that were not read keep their results.
 * Documents outside the corpus are named as `NAME=FOLDER`: `sfb/ja-JP=FOLDER` for the Japanese ones, which the corpus has
 * as an archive.
 *
 * A judgement is `right`, `wrong` or `doubtful` (counted as wrong), keyed in `judgements.json` by the
 * fingerprint of the finding: a hash of the rule and both texts, so it stays valid as long as they do. The
 * sample is the same each time: the findings with the smallest fingerprints.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { check } from '../../src/pipeline.ts'
import { groupBy } from '../../src/util/data/group-by.ts'
import type { Severity } from '../../src/validate/engine/define-rule.ts'
import { rules } from '../../src/validate/rules/index.ts'
import type { Counts, Results } from './results.ts'

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus')
const FOLDERS = ['lync-2013/fr-FR', 'lync-2013/de-DE', 'teams/fr-FR', 'dynamics/ar-SA', 'quantum/zh-CN']
const JUDGEMENTS = join(import.meta.dirname, 'judgements.json')
const RESULTS = join(import.meta.dirname, 'results.json')

/** Judgements of findings by fingerprint. */
type Judgements = Readonly<Record<string, 'right' | 'wrong' | 'doubtful'>>

/** Share of the findings of a rule that must be right, by severity. */
const GOALS: Readonly<Record<Severity, number>> = { error: 0.97, warning: 0.9, info: 0.75 }

/** A finding to judge. */
interface Sample {
  readonly fingerprint: string
  readonly rule: string
  readonly severity: Severity
  readonly folder: string
  readonly path: string
  readonly reason: string
  readonly source: string
  readonly target: string
}

async function findingsIn(
  folder: string,
): Promise<{ readonly documents: number; readonly samples: readonly Sample[] }> {
  const all = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]))
  const { files, work } = await check({ inputs: [outside.get(folder) ?? join(CORPUS, folder)], rules: all })
  const seen = new Set<string>()
  const samples: Sample[] = []
  for (const { path, messages } of files) {
    for (const { ruleId, fatal, reason, fingerprint, segments } of messages) {
      if (!fingerprint || seen.has(fingerprint)) continue
      seen.add(fingerprint)
      const severity = fatal ? 'error' : fatal === false ? 'warning' : 'info'
      const [source, target] = [segments?.source ?? '', segments?.target ?? '']
      samples.push({ fingerprint, rule: ruleId ?? '', severity, folder, path, reason, source, target })
    }
  }
  samples.sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
  return { documents: work.documents, samples }
}

async function sample(ruleIds: readonly string[], count: number): Promise<void> {
  const judgements = readJudgements()
  for (const folder of folders) {
    const { samples } = await findingsIn(folder)
    for (const rule of ruleIds) {
      for (const finding of samples.filter((each) => each.rule === rule).slice(0, count))
        if (!Object.hasOwn(judgements, finding.fingerprint)) console.log(JSON.stringify(finding))
    }
  }
}

async function table(): Promise<void> {
  const before = existsSync(RESULTS)
    ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Results)
    : { documents: {}, rules: {} }
  const documents = { ...before.documents }
  const found: Sample[] = []
  for (const folder of folders) {
    const { samples, documents: count } = await findingsIn(folder)
    documents[folder] = count
    found.push(...samples)
  }
  const judgements = readJudgements()
  const byRule = Object.fromEntries(
    rules.map(({ id }) => {
      const own = found.filter(({ rule }) => rule === id)
      const kept = Object.entries(before.rules[id] ?? {}).filter(([folder]) => !folders.includes(folder))
      const measured = [...groupBy(own, ({ folder }) => folder)].map(
        ([folder, some]) => [folder, countsOf(some, judgements)] as const,
      )
      return [id, Object.fromEntries([...kept, ...measured])]
    }),
  )
  writeFileSync(RESULTS, `${JSON.stringify({ documents, rules: byRule } satisfies Results, null, 2)}\n`)
  print(byRule)
}

function countsOf(
  samples: readonly Sample[],
  judgements: Judgements,
): Readonly<Partial<Record<Severity, Counts>>> {
  return Object.fromEntries(
    [...groupBy(samples, ({ severity }) => severity)].map(([severity, some]) => {
      const judged = some.flatMap(({ fingerprint }) => judgements[fingerprint] ?? [])
      const right = judged.filter((verdict) => verdict === 'right').length
      return [severity, { findings: some.length, judged: judged.length, right }]
    }),
  )
}

function print(byRule: Results['rules']): void {
  const all = Object.entries(byRule).flatMap(([rule, byFolder]) =>
    Object.entries(byFolder).flatMap(([folder, bySeverity]) =>
      Object.entries(bySeverity).map(([severity, counts]) => ({
        rule,
        folder,
        severity: severity as Severity,
        ...counts,
      })),
    ),
  )
  console.log(
    '| rule | documents | severity | findings | judged | right | precision |\n|---|---|---|---|---|---|---|',
  )
  for (const row of all) console.log(`| ${row.rule} | ${row.folder} | ${row.severity} | ${cellsOf(row)} |`)
  console.log('\n| severity | documents | findings | judged | right | precision |\n|---|---|---|---|---|---|')
  for (const severity of Object.keys(GOALS) as Severity[]) {
    const own = all.filter((row) => row.severity === severity)
    for (const [folder, some] of groupBy(own, (row) => row.folder))
      console.log(`| ${severity} | ${folder} | ${cellsOf(total(some))} |`)
    console.log(`| ${severity} | all | ${cellsOf(total(own))} |`)
  }
  console.log('\nBelow the goal:')
  for (const [name, some] of groupBy(all, ({ rule, severity }) => `${rule}, ${severity}`)) {
    const sum = total(some)
    if (sum.judged > 0 && sum.right / sum.judged < GOALS[some[0]!.severity])
      console.log(`- ${name}: ${sum.right} of ${sum.judged} right`)
  }
}

function total(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (sum, { findings, judged, right }) => ({
      findings: sum.findings + findings,
      judged: sum.judged + judged,
      right: sum.right + right,
    }),
    { findings: 0, judged: 0, right: 0 },
  )
}

function cellsOf({ findings, judged, right }: Counts): string {
  const share = judged === 0 ? '–' : `${((100 * right) / judged).toFixed(0)}%`
  return [findings, judged, right, share].join(' | ')
}

function readJudgements(): Judgements {
  return existsSync(JUDGEMENTS) ? (JSON.parse(readFileSync(JUDGEMENTS, 'utf8')) as Judgements) : {}
}

const [command, ...options] = process.argv.slice(2)
const outside = new Map(
  options.flatMap((option) => {
    const [, name, folder] = /^([^=]+)=(.+)$/.exec(option) ?? []
    return name && folder ? [[name, folder]] : []
  }),
)
const folders = [...FOLDERS, ...outside.keys()]
const [ids = '', count = '30'] = options.filter((option) => !option.includes('='))
if (command === 'sample') await sample(ids.split(','), Number(count))
else if (command === 'table') await table()
else throw new Error('Expected `sample` or `table`.')
