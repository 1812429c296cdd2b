import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** All texts of labels, by key. */
function textsIn(labels: object, above = ''): readonly (readonly [string, string])[] {
  return Object.entries(labels).flatMap(([key, value]) =>
    typeof value === 'string' ? [[above + key, value] as const] : textsIn(value, `${above}${key}.`),
  )
}

it('puts a no-break space before high punctuation and inside of quotation marks in all French labels', () => {
  const labels = JSON.parse(readFileSync(join(ROOT, 'locales/fr-FR.json'), 'utf8'))
  const wrong = textsIn(labels).filter(([, text]) =>
    /(?<![\u00A0\u202F])[:;?!»]|«(?![\u00A0\u202F])/.test(text),
  )
  expect(wrong).toEqual([])
})

it('puts a no-break space before each colon that the style sheet of runbooks adds in French', () => {
  const css = readFileSync(join(ROOT, 'templates/assets/runbook.css'), 'utf8')
  const adding = [...css.matchAll(/^(\S[^{}\n]*)::after \{ content: ": ?"; \}$/gm)].map(
    ([, selector]) => selector!,
  )
  expect(adding.length).toBeGreaterThan(3)
  for (const selector of adding)
    expect(css).toMatch(
      new RegExp(
        `^:lang\\(fr\\) ${selector.split(', ')[0]!.replace(/[.]/g, '\\.')}::after \\{ content: "\\\\00a0: ?"; \\}$`,
        'm',
      ),
    )
})
