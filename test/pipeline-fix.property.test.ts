import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { scanSxs } from '../src/bitext/scan-sxs.ts'
import type { CheckResult } from '../src/pipeline/options.ts'
import { check } from '../src/pipeline.ts'
import { pair } from './support/bilingual.ts'
import { contentsOf } from './support/contents-of.ts'
import { corpusFolder, hasCorpus } from './support/corpus.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

/** Units with one or several of what repairs repair, also at odds with each other: target, then source. */
const UNITS: readonly (readonly [string, string])[] = [
  ['Exécutez get-csuser.', 'Run Get-CsUser.'],
  ['Voir **Get-CSUser**, puis Get-CSUser.', 'See **Get-CsUser**, then Get-CSUser.'],
  ['Voir get-CSUser.', 'See Get-CsUser, then Get-CSUser.'],
  ['Sur web.Contoso.com et Contoso.com', 'On Web.contoso.com and contoso.com'],
  ['Fichier C:\\logs\\Web.config et web.config', 'File C:\\Logs\\web.config and Web.config'],
  ['Set-csuser -identity x', 'Set-CsUser -Identity x'],
  ['get-csuser', 'Get-CsUser'],
  ['Attention : « oui » ou « get-csuser » !', 'Attention: “yes” or “Get-CsUser”!'],
  ['Tapez `get-csuser` ; puis `x` ?', 'Type `Get-CsUser`; then `x`?'],
  ['Tapez `faux`', 'Type `right`'],
  ['[!REMARQUE] Un : deux', '[!NOTE] One: two'],
  ['[!NOTE] [!REMARQUE] Un', '[!NOTE] One'],
  ['[!注释] 一', 'One'],
  ['[!注意]', 'One'],
  ['[! TIP] 在 10：30 打开 C：\\Logs', '[!TIP] At 10:30 open C:\\Logs'],
  ['打开 C：\\logs，http：//a.b/C', 'Open C:\\Logs, http://a.b/c'],
  ['𝒳 : é\u0301 get-csuser 😀 ?', '𝒳: é Get-CsUser 😀?'],
  ['<a href=&quot;x&quot;>get-csuser</a> : un', '<a href=&quot;x&quot;>Get-CsUser</a>: one'],
  ['A &amp; B : get-csuser', 'A &amp; B: Get-CsUser'],
  ['Rien', 'Nothing'],
  [pair('n-1', 'get-csuser : un', 'Get-CsUser: one'), pair('n-2', 'deux :', 'two:')],
]
const BEFORE = [
  '',
  '> ',
  '> [!NOTE]\n> ',
  '> [!REMARQUE]\r\n> ',
  '- > [!TIP]\n  > ',
  '1. ',
  '# ',
  '```\n',
  '| ',
]
const LOCALES = ['fr-FR', 'zh-CN', 'ja-JP', 'de-DE', 'ar-SA']

/** Documents of a docset, by path; the same seed gives the same. */
function generateDocset(seed: number): Record<string, string> {
  let state = seed * 2_654_435_761
  const random = (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return (state >>> 8) % below
  }
  const files: Record<string, string> = {}
  for (const locale of LOCALES.slice(0, 2 + random(LOCALES.length - 1))) {
    for (let file = 0; file < 2; file++) {
      const lineEnd = random(2) ? '\r\n' : '\n'
      const body = Array.from({ length: 1 + random(12) }, (_, at) => {
        const [target, source] = UNITS[random(UNITS.length)]!
        const damage = (text: string) => (random(12) === 0 ? text.replace('">', '&quot;>') : text)
        return BEFORE[random(BEFORE.length)] + damage(pair(`aaaaa-${100 + at}`, target, source))
      })
      const front = `---\ntitle: x\nms.contentlocale: ${locale}\n---\n`
      const text = (front + body.join('\n\n')).replaceAll('\n', lineEnd)
      files[`${locale}/f${file}.md`] = (random(3) === 0 ? '\uFEFF' : '') + text
    }
  }
  return files
}

function countsOf({ files }: CheckResult): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { path, messages } of files)
    for (const { ruleId } of messages) counts[`${path} ${ruleId}`] = (counts[`${path} ${ruleId}`] ?? 0) + 1
  return counts
}

/** What no repair touches: source sides, ids and delimiters; of what stands between units all but keywords of alerts. */
function untouched(text: string): string {
  return scanSxs(text)
    .map((piece) => {
      const all = text.slice(piece.start, piece.end)
      if (piece.type !== 'unit') return all.replace(/\[![^\]\n]*\]/g, '[!]')
      const { target } = piece
      return target ? text.slice(piece.start, target.start) + text.slice(target.end, piece.end) : all
    })
    .join('\0')
}

/** Repairs a folder twice and compares: the second time changes nothing, and findings have only become fewer. */
async function expectConverges(folder: string): Promise<number> {
  const inputs = [folder]
  const [before, original] = [await check({ inputs }), contentsOf(folder)]
  const first = await check({ inputs, fix: 'write' })
  const repaired = contentsOf(folder)
  const second = await check({ inputs, fix: 'write' })
  expect(second.fixed).toEqual([])
  expect(contentsOf(folder)).toEqual(repaired)
  const [had, has] = [countsOf(before), countsOf(second)]
  expect(countsOf(first)).toEqual(has)
  for (const [name, count] of Object.entries(has)) expect(count, name).toBeLessThanOrEqual(had[name] ?? 0)
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0)
  const count = first.fixed!.reduce((all, file) => all + file.count, 0)
  expect(sum(had) - sum(has)).toBeGreaterThanOrEqual(count)
  for (const [path, text] of Object.entries(original))
    expect(untouched(repaired[path]!)).toBe(untouched(text))
  return count
}

it('repairs once what can be repaired, whatever repairs meet in a document', async () => {
  let repairs = 0
  for (let seed = 1; seed <= Number(process.env.FIX_RUNS ?? 12); seed++)
    repairs += await expectConverges(temporaryFolder(generateDocset(seed)))
  expect(repairs).toBeGreaterThan(40)
})

it.skipIf(!hasCorpus).each(['dynamics/ar-SA', 'quantum/zh-CN'])('repairs %s once', async (name) => {
  const folder = temporaryFolder()
  cpSync(corpusFolder(name), join(folder, name), { recursive: true })
  await expectConverges(join(folder, name))
})

it.skipIf(!hasCorpus)('leaves alone a command that the source text spells in two ways', async () => {
  const folder = temporaryFolder()
  const name = 'LyncServer/lync-server-2013-view-software-updates-for-devices-in-your-organization.md'
  cpSync(join(corpusFolder('lync-2013/fr-FR'), name), join(folder, name), { recursive: true })
  await expectConverges(folder)
})
