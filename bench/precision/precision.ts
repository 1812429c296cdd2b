/**
 * Samples findings of the rules in real documents for people to judge, and prints the resulting precision.
 *
 *     npx jiti bench/precision/precision.ts sample RULE[,RULE…] [COUNT] [NAME=FOLDER…] > sample.jsonl
 *     npx jiti bench/precision/precision.ts table [NAME=FOLDER…]
 *
 * `table` writes its results to `results.json`, for the pages of the rules. Documents outside the corpus are named as `NAME=FOLDER`:
 * `sfb/ja-JP=FOLDER` for the Japanese ones, which the corpus has as an archive.
 *
 * A judgement is `right`, `wrong` or `doubtful` (counted as wrong), keyed in `judgements.json` by the
 * fingerprint of the finding: a hash of the rule and both texts, so it stays valid as long as they do. The
 * sample is the same each time: the findings with the smallest fingerprints.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { check } from '../../src/pipeline.ts'
import { rules } from '../../src/validate/rules/index.ts'

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus')
/** Folders in which all rules are measured. */
const MAIN = ['lync-2013/fr-FR', 'lync-2013/de-DE', 'teams/fr-FR']
/** Others, which count for rules with judgements there. */
const OTHER = ['dynamics/ar-SA', 'quantum/zh-CN']
const JUDGEMENTS = join(import.meta.dirname, 'judgements.json')

/** Judgements of findings by fingerprint. */
type Judgements = Readonly<Record<string, 'right' | 'wrong' | 'doubtful'>>

/** A finding to judge. */
interface Sample {
  readonly fingerprint: string
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly folder: string
  readonly path: string
  readonly reason: string
  readonly source: string
  readonly target: string
}

async function findingsIn(folder: string): Promise<readonly Sample[]> {
  const all = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]))
  const { files } = await check({ inputs: [outside.get(folder) ?? join(CORPUS, folder)], rules: all })
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
  return samples.sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
}

async function sample(ruleIds: readonly string[], count: number): Promise<void> {
  const judgements = readJudgements()
  for (const folder of folders) {
    const findings = await findingsIn(folder)
    for (const rule of ruleIds) {
      for (const finding of findings.filter((each) => each.rule === rule).slice(0, count))
        if (!Object.hasOwn(judgements, finding.fingerprint)) console.log(JSON.stringify(finding))
    }
  }
}

async function table(): Promise<void> {
  const judgements = readJudgements()
  const results: Record<string, Record<string, { findings: number; judged: number; right: number }>> = {}
  console.log('| rule | folder | findings | judged | right | precision |\n|---|---|---|---|---|---|')
  for (const folder of folders) {
    const findings = await findingsIn(folder)
    for (const { id } of rules) {
      const own = findings.filter(({ rule }) => rule === id)
      if (own.length === 0) continue
      const judged = own.flatMap(({ fingerprint }) => judgements[fingerprint] ?? [])
      if (judged.length === 0 && !MAIN.includes(folder)) continue
      const right = judged.filter((verdict) => verdict === 'right').length
      const share = judged.length === 0 ? '–' : `${((100 * right) / judged.length).toFixed(0)}%`
      console.log(`| ${id} | ${folder} | ${own.length} | ${judged.length} | ${right} | ${share} |`)
      results[id] = { ...results[id], [folder]: { findings: own.length, judged: judged.length, right } }
    }
  }
  writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, null, 2)}\n`)
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
const folders = [...MAIN, ...OTHER, ...outside.keys()]
const [ids = '', count = '30'] = options.filter((option) => !option.includes('='))
if (command === 'sample') await sample(ids.split(','), Number(count))
else if (command === 'table') await table()
else throw new Error('Expected `sample` or `table`.')
