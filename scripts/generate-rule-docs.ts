/**
 * Generates `docs/rules/` from the header comments of the rules. Run it with `npx jiti
 * scripts/generate-rule-docs.ts`; a test fails if the pages are out of date.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { ruleDocs } from './rule-docs.ts'

const folder = new URL('../docs/rules/', import.meta.url)
mkdirSync(folder, { recursive: true })
const pages = ruleDocs()
for (const name of readdirSync(folder)) {
  if (!pages.has(name)) rmSync(new URL(name, folder))
}
for (const [name, content] of pages) writeFileSync(new URL(name, folder), content)
