import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { parseRedirections } from '../../../src/read/redirections/parse-redirections.ts'
import { runDocsetRules } from '../../../src/validate/engine/run-rules.ts'

const PATH = '.openpublishing.redirection.json'

/** Findings about redirections (source to target) in a docset with `a.md` and `sub/index.md`. */
function findings(entries: Readonly<Record<string, string>>): readonly string[] {
  const redirections = Object.entries(entries).map(([source_path, redirect_url]) => ({
    source_path,
    redirect_url,
  }))
  const text = JSON.stringify({ redirections }, null, 1)
  const base = { folder: '', root: '', hasFolder: () => true }
  const file = new VFile({ path: PATH })
  const summary = (path: string) => ({ path, lines: [0], anchors: new Set<string>(), links: [] })
  const docset = {
    documents: new Map(['a.md', 'sub/index.md'].map((path) => [path, summary(path)])),
    hasFile: () => false,
    redirections: [{ path: PATH, absolute: PATH, ...parseRedirections(text, base) }],
    documentsAt: (url: string) => (url.startsWith('/docs/') ? [`${url.slice('/docs/'.length)}.md`] : []),
  }
  runDocsetRules(docset, () => file)
  return file.messages.map(
    ({ line, fatal, reason }) => `${line}: ${fatal} ${reason.replace(/, (?:expected|which is no) .*/, '')}`,
  )
}

it.each([
  { 'old.md': 'a' },
  { 'old.md': 'A#x' },
  { 'old.md': 'sub/' },
  { 'sub/old.md': '../a' },
  { 'old.md': '/docs/a' },
  { 'old.md': 'https://docs.microsoft.com/docs/a' },
  { 'old.md': '/other/x' },
  { 'old.md': 'https://example.com/x' },
  { 'old.md': 'older', 'older.md': 'a' },
])('finds nothing in redirections to what is there or cannot be checked: %j', (entries) => {
  expect(findings(entries)).toEqual([])
})

it('finds dead targets, at the place of their sources', () => {
  expect(findings({ 'old.md': 'a', 'older.md': 'gone' })).toEqual([
    '8: false Unexpected redirection to `gone`',
  ])
  expect(findings({ 'old.md': '/docs/gone?x' })).toEqual([
    '4: false Unexpected redirection to `/docs/gone?x`',
  ])
  expect(findings({ 'old.md': '../../up' })).toEqual(['4: false Unexpected redirection to `../../up`'])
})

it('finds loops, once for each redirection in them', () => {
  expect(findings({ 'b.md': 'c', 'c.md': 'B' })).toEqual([
    '4: false Unexpected redirection of `b.md`, which leads back to itself',
    '8: false Unexpected redirection of `c.md`, which leads back to itself',
  ])
})

it('hints at a redirection of a document that exists, in any letter case', () => {
  expect(findings({ 'A.md': 'sub/' })).toEqual([
    '4: undefined Unexpected redirection of `a.md`, which exists',
  ])
})

it('counts the targets that a part of a docset lacks, once', () => {
  expect(findings({ '1.md': 'x', '2.md': 'y', '3.md': 'z', '4.md': 'x', 'old.md': 'a' })).toEqual([
    '4: undefined Unexpected 4 redirections to documents that are not here, such as `x`',
  ])
})
