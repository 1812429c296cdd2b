import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds on an open page: rule, element and why.
 *
 * @throws if axe looks at too little for the page to be one of ours.
 */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const { violations, passes } = await page.evaluate<AxeResults>(
    // No rule that is run looks at what axe would load again.
    `axe.run({ preload: false, resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )
  if (passes.length <= 10) throw new Error(`axe looks at too little of ${page.url()}`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)}\n${failureSummary}`),
  )
}
