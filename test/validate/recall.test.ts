import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { runRules } from '../../src/validate/engine/run-rules.ts'
import { rules as allRules } from '../../src/validate/rules/index.ts'
import { createRandom } from '../join/generate-revision.ts'
import { pair } from '../support/bilingual.ts'
import { corpusFiles, hasCorpus } from '../support/corpus.ts'
import { MUTATIONS } from './mutations.ts'

/** Most defects of each kind that are planted. */
const MOST = 150

/** Clean units of real documents, spread over the docset. */
function cleanUnits(folder: string, locale: string): readonly (readonly [string, string])[] {
  const units: [string, string][] = []
  let count = 0
  for (const { path, text } of corpusFiles(folder)) {
    if (count++ % 5 !== 0) continue
    const document = parseDocument(new VFile(text), { path, targetLocale: locale })
    const file = new VFile()
    runRules(document, file)
    const bad = file.messages.map(({ place }) => (place && 'start' in place ? place.start.offset : undefined))
    for (const { source, target, place, syntax } of Object.values(document.units)) {
      if (!source || !target || syntax !== 'markdown' || /\n/.test(source.markup + target.markup)) continue
      const isBad = bad.some((at) => at !== undefined && at >= place[0] && at <= place[1])
      if (!isBad && /\p{L}/u.test(source.text)) units.push([source.markup, target.markup])
    }
  }
  return units
}

/** What some rules find in a document of one unit. */
function findingsOf(
  ids: readonly string[],
  source: string,
  target: string,
  locale: string,
): readonly { readonly line: number | undefined }[] {
  const text = `---\nms.contentlocale: ${locale}\n---\n\nA\n\n${pair('a-1', target, source)}\n`
  const file = new VFile(text)
  const rules = allRules.filter(({ id }) => ids.includes(id))
  runRules(parseDocument(file, { path: 'a.md' }), file, { rules })
  return file.messages
}

describe.skipIf(!hasCorpus).each([
  ['lync-2013/fr-FR', 'fr-FR'],
  ['lync-2013/de-DE', 'de-DE'],
])('defects planted into clean units of %s', (folder, locale) => {
  it('are found, at their place', () => {
    const units = cleanUnits(folder, locale)
    const rows: string[] = []
    for (const { name, rules, least = 0.95, plant } of MUTATIONS) {
      const random = createRandom(name.length)
      let [planted, found] = [0, 0]
      const missed: string[] = []
      for (const [source, target] of units) {
        if (planted === MOST) break
        const damaged = plant(source, target, random)
        if (damaged === undefined || damaged === target) continue
        // What is found before is not found because of the defect.
        if (findingsOf(rules, source, target, locale).length > 0) continue
        planted++
        if (findingsOf(rules, source, damaged, locale).some(({ line }) => line === 7)) found++
        else missed.push(`${source} ⇒ ${damaged}`)
      }
      rows.push(`| ${name} | ${rules.join(', ')} | ${planted} | ${found} |`)
      if (planted > 0)
        expect
          .soft(found / planted, `${name}: ${missed.slice(0, 5).join('\n')}`)
          .toBeGreaterThanOrEqual(least)
    }
    console.info(`${folder}\n| defect | rules | planted | found |\n|---|---|---|---|\n${rows.join('\n')}`)
  })
})
