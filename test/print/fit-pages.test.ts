import { expect, it } from 'vitest'
import { type Fit, printFitted } from '../../src/print/fit-pages.ts'

/** Pages that an element needs for each fit, and how full its last page is. */
type Extents = Readonly<Record<Fit['fit'], readonly [pages: number, fill: number]>>

/** A PDF of two pages with the marks of elements; pages are 100 points high, with margins of 10. */
function pdfOf(places: readonly (readonly [pages: number, fill: number])[]): Uint8Array {
  const pages = Math.max(...places.map(([count]) => count))
  const marks = places.map(
    ([count, fill], at) =>
      `/lockstep-fit-${at}-start [10 0 R /XYZ 5 90 0]\n/lockstep-fit-${at}-end [${9 + count} 0 R /XYZ 5 ${90 - fill * 80} 0]`,
  )
  const numbers = Array.from({ length: pages }, (_, at) => 10 + at)
  return Buffer.from(
    [
      '1 0 obj\n<</Type /Catalog\n/Pages 2 0 R\n/Dests 3 0 R>>\nendobj',
      `2 0 obj\n<</Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}]>>\nendobj`,
      `3 0 obj\n<<${marks.join('\n')}>>\nendobj`,
      ...numbers.map((number) => `${number} 0 obj\n<</MediaBox [0 0 70 100]>>\nendobj`),
    ].join('\n'),
    'latin1',
  )
}

/** The fits of each print, and the last result. */
async function fitted(elements: readonly Extents[]): Promise<{ prints: string[]; last: readonly Fit[] }> {
  const prints: string[] = []
  let last: readonly Fit[] = []
  await printFitted(elements.length, async (fits) => {
    last = structuredClone(fits)
    prints.push(fits.map(({ fit }) => fit).join(' '))
    return pdfOf(fits.map(({ fit }, at) => elements[at]![fit]))
  })
  return { prints, last }
}

it('prints once what fills its last page, or has only one', async () => {
  const full: Extents = { normal: [3, 0.3], tight: [2, 1], tighter: [2, 1], roomy: [3, 1] }
  const short: Extents = { normal: [1, 0.1], tight: [1, 0.1], tighter: [1, 0.1], roomy: [1, 1] }
  expect((await fitted([full, short])).prints).toEqual(['normal normal'])
})

it('sets tighter only where that saves the last page', async () => {
  const saved: Extents = { normal: [2, 0.1], tight: [1, 0.9], tighter: [1, 0.8], roomy: [2, 0.5] }
  const later: Extents = { normal: [3, 0.2], tight: [3, 0.05], tighter: [2, 0.9], roomy: [3, 0.5] }
  expect((await fitted([saved, later])).prints).toEqual(['normal normal', 'tight tight', 'tight tighter'])
})

it('gives room for remarks where no page can be saved', async () => {
  const fixed: Extents = { normal: [2, 0.1], tight: [2, 0.05], tighter: [2, 0.02], roomy: [2, 0.5] }
  const { prints, last } = await fitted([fixed])
  expect(prints).toEqual(['normal', 'tight', 'tighter', 'roomy'])
  // From a tenth to a half of a page whose content is 80 points high.
  expect(last).toEqual([{ fit: 'roomy', room: 32 }])
})

it('leaves it as it is where room for remarks would need another page', async () => {
  const odd: Extents = { normal: [2, 0.1], tight: [2, 0.1], tighter: [2, 0.1], roomy: [3, 0.1] }
  expect((await fitted([odd])).prints.at(-1)).toBe('normal')
})

it('continues where a saved page leaves another one nearly empty', async () => {
  const moved: Extents = { normal: [4, 0.2], tight: [3, 0.1], tighter: [2, 0.9], roomy: [4, 0.5] }
  expect((await fitted([moved])).prints).toEqual(['normal', 'tight', 'tighter'])
})

it('prints once where the marks are not found', async () => {
  let prints = 0
  await printFitted(1, async () => {
    prints++
    return Buffer.from('1 0 obj\n<</Type /Catalog>>\nendobj')
  })
  expect(prints).toBe(1)
})
