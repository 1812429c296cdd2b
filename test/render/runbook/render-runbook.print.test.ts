import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { renderRunbook } from '../../../src/render/runbook/render-runbook.ts'
import { CHROMIUM, sharedChromium } from '../browser.ts'
import { makeContext } from '../fixtures.ts'

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0
const ROOT = join(import.meta.dirname, '../../..')
const SEED = 'response-group-experience-during-pool-failure.md'

/** Forty steps of several lines each, so that any fault in where pages break shows. */
const LONG = `# Long\n\n${Array.from(
  { length: 40 },
  (_, at) =>
    `${at + 1}. Open window ${at + 1}.\n\n   > [!NOTE]\n   > ${'Words to fill the line. '.repeat(12)}\n\n   End of step ${at + 1}.\n`,
).join('\n')}`

describe.skipIf(!CHROMIUM || !hasPoppler)('a printed runbook (needs Chromium and poppler)', () => {
  let browser: Browser
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-print-'))

  beforeAll(async () => {
    browser = await sharedChromium()
    mkdirSync(join(folder, 'assets'))
    writeFileSync(
      join(folder, 'assets/runbook.css'),
      readFileSync(join(ROOT, 'templates/assets/runbook.css')),
    )
  })

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
  })

  /** Prints a document's runbook; gives the text of each page. */
  async function print(
    markdown: string,
    side: 'source' | 'target',
    format: 'A4' | 'Letter',
  ): Promise<string[]> {
    const document = parseDocument(new VFile({ path: 'x.md', value: markdown }), {
      path: 'x.md',
      targetLocale: 'fr-FR',
    })
    const file = renderRunbook(document, side, makeContext())!
    const path = join(folder, file.path)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, file.content)
    const page = await browser.newPage()
    await page.goto(`file://${path}`)
    await page.pdf({ path: `${path}.pdf`, format })
    await page.close()
    const text = execFileSync('pdftotext', ['-layout', `${path}.pdf`, '-'], { encoding: 'utf8' })
    return text.split('\f').slice(0, -1)
  }

  it.each(['A4', 'Letter'] as const)('splits no step over %s pages and keeps the order', async (format) => {
    const pages = await print(LONG, 'source', format)
    expect(pages.length).toBeGreaterThan(4)
    const steps = Array.from({ length: 40 }, (_, at) => at + 1)
    const pageWith = (text: string) => pages.findIndex((page) => new RegExp(`${text}\\.(?!\\d)`).test(page))
    for (const step of steps) {
      expect(pageWith(`Open window ${step}`)).toBeGreaterThanOrEqual(0)
      expect(pageWith(`Open window ${step}`)).toBe(pageWith(`End of step ${step}`))
    }
    const found = [...pages.join('').matchAll(/Open window (\d+)\./g)].map((match) => Number(match[1]))
    expect(found).toEqual(steps)
  })

  it.each(['A4', 'Letter'] as const)(
    'has title, table head, revision and page numbers on every %s page',
    async (format) => {
      const pages = await print(LONG, 'source', format)
      for (const [at, page] of pages.entries()) {
        expect(page).toMatch(/^\s*Long/)
        expect(page).toMatch(new RegExp(`en-US · [\\da-f]{12}\\s+Page ${at + 1} of ${pages.length}\\s*$`))
        if (/Open window/.test(page)) expect(page).toMatch(/Step.*Initials\s+Time/)
      }
    },
  )

  it.each([
    ['source', 'A4'],
    ['source', 'Letter'],
    ['target', 'A4'],
    ['target', 'Letter'],
  ] as const)(
    'holds the founding document, %s side, on few %s pages, from the second stage on one page each',
    async (side, format) => {
      const markdown = readFileSync(join(ROOT, 'sources', SEED), 'utf8')
      const pages = await print(markdown, side, format)
      // The stages at a glance, five stages of which the first comes with the introduction, and the sign-off.
      expect(pages.length).toBeLessThanOrEqual(8)
      const titles =
        side === 'source'
          ? [
              'During outage',
              'During Failover',
              'After Failover Completes',
              'During Failback',
              'After Failback Completes',
            ]
          : [
              'Pendant une panne',
              'Durant le basculement',
              'Une fois le basculement',
              'Pendant la restauration',
              'Une fois la restauration',
            ]
      const starts = ['A', 'B', 'C', 'D', 'E'].map((letter, at) =>
        pages.findIndex((page) => new RegExp(`^ *${letter} +${titles[at]}[^×]*$`, 'm').test(page)),
      )
      expect(starts[0]).toBe(0)
      expect(starts).toEqual([...starts].sort((a, b) => a - b))
      expect(new Set(starts.slice(1)).size).toBe(4)
    },
  )

  describe('code that the rest of a page cannot hold', () => {
    /** A step with code, at a place that moves down the page with the number of steps before it. */
    const printCode = async (lines: number, before: number): Promise<readonly (readonly number[])[]> => {
      const code = Array.from({ length: lines }, (_, at) => `   Get-Line ${at + 1}\n`).join('')
      const steps = Array.from({ length: before }, (_, at) => `${at + 1}. Open window ${at + 1}.\n`).join('')
      const last = `${before + 1}. Run this command:\n\n   \`\`\`\n${code}   \`\`\`\n`
      const pages = await print(`# T\n\n${steps}${last}`, 'source', 'A4')
      const found = pages.map((page) =>
        [...page.matchAll(/Get-Line (\d+)/g)].map((match) => Number(match[1])),
      )
      expect(found.flat()).toEqual(Array.from({ length: lines }, (_, at) => at + 1))
      const start = found.findIndex((numbers) => numbers.length > 0)
      expect(pages[start]).toContain('Run this command')
      return found.filter((numbers) => numbers.length > 0)
    }

    /** Pages with code, each time with another number of steps before it. */
    const printAll = async (lines: number): Promise<readonly (readonly (readonly number[])[])[]> => {
      const printed: (readonly (readonly number[])[])[] = []
      for (let before = 9; before <= 23; before += 2) printed.push(await printCode(lines, before))
      return printed
    }

    it('breaks if it is longer than a third of a page, with three lines or more on each side', async () => {
      const printed = await printAll(24)
      expect(printed.filter((pages) => pages.length > 1).length).toBeGreaterThanOrEqual(5)
      for (const lines of printed.flat()) expect(lines.length).toBeGreaterThanOrEqual(3)
    })

    it('stays whole if it is shorter', async () => {
      for (const pages of await printAll(20)) expect(pages).toHaveLength(1)
    })
  })

  it('has the last step beside the sign-off, and the sign-off whole, printed from a browser', async () => {
    const seen = new Set<number>()
    for (let count = 6; count <= 24; count += 3) {
      const steps = Array.from({ length: count }, (_, at) => `${at + 1}. Open window ${at + 1}.\n`).join('')
      const markdown = `# T\n\n## To start\n\n1. Begin.\n\n## To open windows\n\n${steps}\n2. [Read this](https://example.com).\n`
      const pages = await print(markdown, 'source', 'A4')
      const last = pages.at(-1)!
      seen.add(pages.length)
      expect(last).toContain('Read this')
      for (const text of ['Sign-off', 'Performed by', 'Checked by', 'https://example.com'])
        expect(last).toContain(text)
    }
    expect(seen).toEqual(new Set([1, 2]))
  })

  it('begins on the page of its head, also if text follows the steps of each section', async () => {
    const section = (at: number) =>
      `## To start ${at}\n\n${'1. Open the tool.\n'.repeat(4)}\nThe tool has started ${at}.\n\n> [!NOTE]\n> It stays open.\n\n`
    const pages = await print(`# Long\n\n${[1, 2, 3, 4].map(section).join('')}`, 'source', 'A4')
    expect(pages[0]).toContain('The tool has started 1.')
  })

  it('begins below the head, though only text that may break across pages follows the steps', async () => {
    const section = (at: number) =>
      `## Known problem ${at}\n\nYou must not restart it. ${'Words to fill the line. '.repeat(60)}\n\n`
    const text = Array.from({ length: 9 }, (_, at) => section(at + 1)).join('')
    const pages = await print(`# T\n\n## To start\n\n1. Open it.\n2. Close it.\n\n${text}`, 'source', 'A4')
    expect(pages[0]).toContain('Open it')
    expect(pages[0]).toContain('Known problem 2')
    for (const page of pages.slice(0, -1)) expect(page.match(/Words/g)?.length).toBeGreaterThan(80)
    expect(pages.at(-1)).toMatch(/Sign-off[\s\S]*Checked by/)
    // A heading is on the page of its text.
    for (const page of pages) expect(page).not.toMatch(/Known problem \d\s+en-US/)
  })

  it('breaks a step with a long table between the rows, so that it need not start on a new page', async () => {
    const steps = Array.from({ length: 18 }, (_, at) => `${at + 1}. Open window ${at + 1}.\n`).join('')
    const rows = Array.from(
      { length: 24 },
      (_, at) => `    | Key ${at + 1} | Value of key ${at + 1} |\n`,
    ).join('')
    const markdown = `# T\n\n${steps}19. Enter these values:\n\n    | Key | Value |\n    | --- | --- |\n${rows}`
    const pages = await print(markdown, 'source', 'A4')
    const found = pages.map((page) =>
      [...page.matchAll(/Value of key (\d+)/g)].map((match) => Number(match[1])),
    )
    expect(found.flat()).toEqual(Array.from({ length: 24 }, (_, at) => at + 1))
    expect(found[0]!.length).toBeGreaterThan(0)
    expect(found[0]!.length).toBeLessThan(24)
    expect(pages[0]).toContain('Enter these values')
  })

  it('has footnotes on the page of the last row before them', async () => {
    const head = '| Step | Task | Where |\n| --- | --- | --- |\n'
    for (let count = 8; count <= 14; count++) {
      const rows = Array.from(
        { length: count },
        (_, at) => `| ${at + 1} | Open window ${at + 1}.<sup>1</sup> | Shell |\n`,
      )
      const markdown = `# T\n\n## To open\n\n${head}${rows.join('')}\n<sup>1</sup> Not by hand.\n`
      const pages = await print(markdown, 'source', 'A4')
      const page = pages.find((each) => each.includes('Not by hand'))
      expect(page).toMatch(new RegExp(`Open window ${count}\\.`))
    }
  })

  it('cuts no word in a table within a step, unless it is longer than its column', async () => {
    const long = `https://example.com/${'a'.repeat(300)}`
    const rows = [
      '| Name | Text |',
      '| --- | --- |',
      `| \`SetExternalAccessNow\` | ${'Words to fill the line. '.repeat(30)} |`,
      `| \`${long}\` | Text |`,
    ]
    const markdown = `# T\n\n1. Do it:\n\n${rows.map((row) => `   ${row}\n`).join('')}\n2. End of it.\n`
    const all = (await print(markdown, 'source', 'A4')).join('')
    expect(all).toContain('SetExternalAccessNow')
    // Though another word is longer than a column, all of it and of the text beside it is on the paper.
    expect(all.match(/\b(?:Words|fill|the|line)\b/g)).toHaveLength(120)
    expect(all.match(/a{9,}/g)!.join('')).toHaveLength(300)
  })
})
