import { expect, it } from 'vitest'
import { completePdf } from '../../src/print/complete-pdf.ts'
import { pdfObjects } from '../../src/print/pdf-objects.ts'

const utf16 = (text: string) => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`

/** A file as Chromium writes it, with bookmarks of these titles, the first above the others. */
function pdfOf(titles: readonly string[]): Buffer {
  const bodies = [
    '<</Title (x)\n/Creator (Mozilla \\(X11\\))\n/Producer (Skia/PDF m1)>>',
    '<</Type /Catalog\n/Pages 9 0 R\n/StructTreeRoot 3 0 R\n/Outlines 4 0 R>>',
    '<</Type /StructTreeRoot\n/K 8 0 R>>',
    '<</Type /Outlines\n/First 5 0 R\n/Last 5 0 R>>',
    ...titles.map((title, at) => {
      const below = at === 0 && titles.length > 1 ? '\n/First 6 0 R' : ''
      const next = at > 0 && at < titles.length - 1 ? `\n/Next ${at + 6} 0 R` : ''
      return `<</Title ${title}${below}${next}>>`
    }),
  ]
  let text = '%PDF-1.4\n'
  const offsets = bodies.map((body, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${body}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  const size = bodies.length + 1
  text += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${size}\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const FACTS = {
  title: 'Été & <fin>',
  language: 'fr-FR',
  generator: 'Lockstep 1',
  headings: [],
  date: new Date(0),
}

/** Titles of the bookmarks, in order of their numbers. */
function titlesOf(pdf: Uint8Array): readonly string[] {
  return [...pdfObjects(pdf)]
    .filter(([number]) => Number(number) >= 5)
    .flatMap(([, body]) => /\/Title (<[^>]*>|\([^)]*\))/.exec(body)?.[1] ?? [])
    .map((title) =>
      title.startsWith('<')
        ? Buffer.from(title.slice(5, -1), 'hex').swap16().toString('utf16le')
        : title.slice(1, -1),
    )
}

it('names bookmarks as their headings, with the spaces at line breaks, once, in one language', () => {
  const pdf = pdfOf([
    '(Title ofthe document)',
    utf16('APendant unepanneDuring outage'),
    utf16('ClôtureClôture'),
    '(Other)',
  ])
  const headings = ['Title of the document', 'Not printed', 'A Pendant une panne', 'Clôture']
  expect(titlesOf(completePdf(pdf, { ...FACTS, headings }))).toEqual([
    'Title of the document',
    'A Pendant une panne',
    'Clôture',
    'Other',
  ])
})

it('names equal headings one after the other, and does not loop where the bookmarks do', () => {
  const pdf = pdfOf(['(T)', '(StepsA)', '(StepsB)'])
  expect(titlesOf(completePdf(pdf, { ...FACTS, headings: ['T', 'Steps', 'Steps'] }))).toEqual([
    'T',
    'Steps',
    'Steps',
  ])
  const loop = Buffer.from(pdf.toString('latin1').replace('/Next 7 0 R', '/Next 6 0 R'), 'latin1')
  expect(titlesOf(completePdf(loop, { ...FACTS, headings: ['T', 'Steps'] }))).toEqual([
    'T',
    'Steps',
    'StepsB',
  ])
})

it('adds metadata that claim no PDF/UA, roles and the program, in an update that keeps the file as it was', () => {
  const pdf = pdfOf(['(T)'])
  const done = Buffer.from(completePdf(pdf, FACTS))
  expect(done.subarray(0, pdf.length).equals(pdf)).toBe(true)
  const objects = pdfObjects(done)
  const xmp = Buffer.from(objects.get('6')!, 'latin1').toString()
  expect(objects.get('2')).toContain('/Metadata 6 0 R')
  expect(xmp).toContain('<rdf:li xml:lang="x-default">Été &#38; &#60;fin&#62;</rdf:li>')
  expect(xmp).toContain('<rdf:li>fr-FR</rdf:li>')
  expect(xmp).toContain('<xmp:CreateDate>1970-01-01T00:00:00Z</xmp:CreateDate>')
  expect(xmp).not.toContain('pdfuaid')
  expect(objects.get('3')).toContain('/Strong /Span')
  expect(objects.get('1')).toContain(`/Creator ${utf16('Lockstep 1')}\n/Producer (Skia/PDF m1)`)
  const text = done.toString('latin1')
  const length = Number(/\/Length (\d+)/.exec(text)![1])
  expect(text.slice(text.indexOf('stream\n') + 7).slice(length, length + 10)).toBe('\nendstream')
  // Each entry of the new table leads to its object.
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1])
  const rows = [...text.slice(start).matchAll(/(\d+) 1\n(\d{10}) 00000 n \n/g)]
  expect(rows.map(([, number]) => number)).toEqual(['1', '2', '3', '6'])
  for (const [, number, offset] of rows)
    expect(text.slice(Number(offset))).toMatch(new RegExp(`^${number} 0 obj`))
  expect(text.slice(start)).toContain('/Size 7')
})

it('leaves alone what is no such file', () => {
  const text = Buffer.from('no PDF')
  expect(completePdf(text, FACTS)).toBe(text)
})
