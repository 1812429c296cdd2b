import { describe, expect, it } from 'vitest'
import { readLocales } from '../../src/read/read-locales.ts'
import { readTemplates } from '../../src/read/read-templates.ts'
import { createRenderContext } from '../../src/render/create-render-context.ts'
import type { IndexEntry } from '../../src/render/index/index-entry.ts'
import { indexSourceOf, renderIndex } from '../../src/render/index/render-index.ts'
import { renderPage } from '../../src/render/page/render-page.ts'
import { renderRunbook } from '../../src/render/runbook/render-runbook.ts'
import { renderTables } from '../../src/render/tables/render-tables.ts'
import { GUIDE, readDocument, readSeed } from './runbook-guide.ts'

const locales = Object.keys(readLocales()).sort()

/** All that shows labels, in one locale; gives the labels that had to come from another. */
function renderAll(locale: string, labels = readLocales()) {
  const { context, labelFallbacks } = createRenderContext({
    templates: readTemplates(),
    labels,
    outputs: new Set(['page', 'table', 'runbook', 'json', 'markdown']),
    locales: new Set([locale, 'en-US']),
    hasPage: () => true,
    hasFile: () => true,
    version: '1.2.3',
  })
  const entry: IndexEntry = {
    path: 'a.md',
    sourceLocale: 'en-US',
    locales: { [locale]: { title: 'A', outputs: new Set(['page', 'runbook', 'markdown', 'json']) } },
    units: 2,
    errors: 3,
    warnings: 5,
  }
  const outputs = [readSeed(locale), readDocument(GUIDE, 'guide/page.md', locale)].flatMap((document) => [
    renderPage(document, 'target', context),
    renderPage(document, 'target', { ...context, notice: 'untranslated' }),
    renderPage(document, 'target', { ...context, notice: 'outdated' }),
    renderRunbook(document, 'target', context)!,
    renderRunbook(document, 'target', context, { bilingual: 'under' })!,
    renderRunbook(document, 'target', { ...context, notice: 'untranslated' })!,
    renderRunbook(document, 'target', { ...context, notice: 'outdated' })!,
    ...renderTables(document, 'target', context),
  ])
  outputs.push(...renderIndex(indexSourceOf([entry]), context))
  return { outputs, fallbacks: labelFallbacks() }
}

describe('the labels that are shown', () => {
  it('are those of many locales', () => expect(locales.length).toBeGreaterThanOrEqual(12))

  it.each(locales)('are all in %s', (locale) => {
    const { outputs, fallbacks } = renderAll(locale)
    expect(outputs.length).toBeGreaterThan(10)
    expect(fallbacks).toEqual([])
    for (const { path, content } of outputs) expect(content, path).not.toMatch(/\{\{|undefined|\[object/)
  })

  it('are told where one had to come from another locale', () => {
    const labels = structuredClone(readLocales())
    const runbook = labels['ru-RU']!.runbook as unknown as Record<string, unknown>
    delete runbook.signOff
    for (const form of ['one', 'few', 'many', 'other']) delete runbook[`open_${form}`]
    const keys = renderAll('ru-RU', labels).fallbacks.map(({ key, from }) => `${key} ${from}`)
    expect(keys).toEqual(['runbook.open en-US', 'runbook.signOff en-US'])
  })

  it.each([
    ['ja-JP', ['ランブック', '完了', '残り {number} 件', '確認印']],
    ['ar-SA', ['دليل التشغيل', 'تم', 'بقي بندان', 'بقيت {number} بنود', 'لم يبقَ أي بند']],
    [
      'ru-RU',
      [
        'Регламент действий',
        'Остался {number} пункт',
        'Осталось {number} пункта',
        'Осталось {number} пунктов',
      ],
    ],
  ])('are in the runbook of %s, with every plural form', (locale, texts) => {
    const context = renderAll(locale).outputs.find(({ path }) => path.endsWith('.runbook.html'))
    for (const text of texts) expect(context?.content).toContain(text)
  })
})
