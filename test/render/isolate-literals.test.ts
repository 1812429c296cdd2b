import { describe, expect, it } from 'vitest'
import { fillSkeleton } from '../../src/render/fill-skeleton.ts'
import { isolateLiterals } from '../../src/render/isolate-literals.ts'
import { toHtml } from '../../src/render/to-html.ts'
import { pair } from '../support/bilingual.ts'
import { readDocument } from './runbook-guide.ts'

describe('literals in text written from right to left', () => {
  const show = (target: string, source: string) => {
    const document = readDocument(`${pair('a-1', target, source)}\n`)
    const tree = fillSkeleton(document, 'target')
    isolateLiterals(tree, document)
    return toHtml(tree)
      .replace(/^<p><span[^>]*data-ttu-id="a-1"/, '<p><span')
      .trim()
  }

  it('are isolated: emphasised ones as a whole, others by words with symbols', () => {
    expect(show('المعادلة **@100 + @330** تعني', 'The formula **@100 + @330** means')).toBe(
      '<p><span>المعادلة <strong dir="ltr">@100 + @330</strong> تعني</span></p>',
    )
    expect(show('المعادلة @A/@B.', 'The formula @A/@B.')).toBe(
      '<p><span>المعادلة <bdi dir="ltr">@A/@B</bdi>.</span></p>',
    )
    expect(show('@100+@330', '@100+@330')).toMatch(/dir="ltr"[^>]*>@100\+@330/)
  })

  it('are those that the source has too', () => {
    expect(show('المعادلة 330@+100@ تعني', 'The formula @100+@330 means')).not.toContain('ltr')
    expect(show('330@+100@', '@100+@330')).not.toContain('ltr')
  })

  it('are neither numbers, dates with dots, names nor words of the language', () => {
    expect(
      show('من 4-5 إلى x-frame **حفظ/إلغاء** 3.5', 'From 4-5 to x-frame **Save/Cancel** 3.5'),
    ).not.toContain('ltr')
    expect(show('اكتب `@a+@b` هنا', 'Type `@a+@b` here')).not.toContain('bdi')
  })
})
