import { spawnSync } from 'node:child_process'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { junit } from '../../src/report/junit.ts'
import { exampleFiles, manyFiles, oddFiles } from './files.ts'

const schema = new URL('../fixtures/schemas/junit.xsd', import.meta.url).pathname
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0

function errorsOf(xml: string): string {
  const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, '-'], {
    input: xml,
  })
  return status === 0 ? '' : stderr.toString()
}

describe('junit', () => {
  it('writes a suite for each document and a test for each rule in it', () => {
    expect(junit(exampleFiles())).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="lockstep" tests="4" failures="2" errors="0" time="0">
  <testsuite name="fr-FR/a.md" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase classname="fr-FR/a.md" name="date" time="0">
      <system-out>fr-FR/a.md info Unknown date</system-out>
    </testcase>
  </testsuite>
  <testsuite name="fr-FR/b.md" tests="2" failures="2" errors="0" skipped="0" time="0">
    <testcase classname="fr-FR/b.md" name="unit-empty" time="0">
      <failure type="error" message="Unexpected blank translation, expected one of “Yes”">fr-FR/b.md:3:5 error Unexpected blank translation, expected one of “Yes”
  Translate the text.
  https://example.com/unit-empty</failure>
    </testcase>
    <testcase classname="fr-FR/b.md" name="inline-equal" time="0">
      <failure type="warning" message="Unexpected link, expected none">fr-FR/b.md:20:1 warning Unexpected link, expected none
  https://example.com/inline-equal</failure>
    </testcase>
  </testsuite>
  <testsuite name="fr-FR/c.md" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase classname="fr-FR/c.md" name="no findings" time="0"/>
  </testsuite>
</testsuites>
`)
  })

  it('tells how many more findings of a rule there are', () => {
    expect(junit(manyFiles(3, { rules: 1, documents: 1 }))).toMatch(
      /message="Unexpected 0 x+ \(and 2 more findings\)"/,
    )
  })

  it('fails by errors only when quiet', () => {
    expect(junit(exampleFiles(), { quiet: true })).toContain(
      '<testsuites name="lockstep" tests="3" failures="1"',
    )
  })

  it.skipIf(!hasXmllint).each([
    ['with messages', exampleFiles()],
    ['with hostile text', oddFiles()],
    ['with many messages', manyFiles(500)],
    ['without messages', [new VFile({ path: 'a.md' })]],
    ['without files', []],
  ])('validates against its schema %s', (_name, files) => {
    expect(errorsOf(junit(files))).toBe('')
  })

  it.skipIf(!hasXmllint)('is refused by the schema where a count is missing or a test has no name', () => {
    expect(errorsOf(junit(exampleFiles()).replace(' failures="2"', ''))).toContain("'failures' is required")
    expect(errorsOf(junit(exampleFiles()).replace('name="date"', 'name=""'))).not.toBe('')
  })
})
