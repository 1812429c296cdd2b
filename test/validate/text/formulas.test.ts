import { describe, expect, it } from 'vitest'
import { replaceFormulas } from '../../../src/validate/text/formulas.ts'

const replaced = (text: string) => replaceFormulas(text, () => '▢')

describe('the formulas of a text', () => {
  it.each([
    ['a formula', 'O($n^2$) 次', 'O(▢) 次'],
    ['a letter', 'the $n$th of $N$ qubits', 'the ▢th of ▢ qubits'],
    ['spaces of machine translation', '需要 $ o ^ 2 $ 次', '需要 ▢ 次'],
    ['a formula on a line of its own', '为 $$a \\text{ 和 } b$$。', '为 ▢。'],
    ['an environment without dollars', '为 \\begin{align} a \\end{align}。', '为 ▢。'],
    ['nested environments', '\\begin{align}\\begin{matrix}1\\end{matrix}\\end{align} x', '▢ x'],
    ['an environment that ends in another unit', '为 \\begin{align} a', '为 ▢'],
  ])('are replaced: %s', (_name, text, expected) => {
    expect(replaced(text)).toBe(expected)
  })

  it.each([
    ['prices', '$5 and $10'],
    ['prices with the sign behind', 'de 5 $ et 10 $'],
    ['prices in words', 'between $5 and ten dollars ($)'],
    ['other dollars', 'US$5/US$6'],
    ['escaped dollars', '\\$x\\$'],
    ['variables', 'if $a -eq $b, $c=$d'],
    ['variables in a row', 'file$h$m$s.txt and \\<name\\>$h$m$s.txt'],
    ['sentences', '$ for the price and the rest $'],
    ['other scripts', '$x 状态 y$'],
    ['code', '$\uFFFC$'],
  ])('are none: %s', (_name, text) => {
    expect(replaced(text)).toBe(text)
  })

  it.each([
    ['dollars', '$ '.repeat(500_000)],
    ['beginnings', '\\begin{align}'.repeat(100_000)],
    ['an unclosed formula', `$${'x'.repeat(1_000_000)}`],
  ])('are found in one pass through %s', (_name, text) => {
    expect(replaced(text).length).toBeGreaterThan(0)
  })
})
