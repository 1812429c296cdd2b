import { definePlugin, defineRule } from 'lockstep-docs'
import * as v from 'valibot'

/** Finds words that a house style replaces by others, and replaces them. */
const preferredWords = defineRule({
  id: 'preferred-words',
  description: 'A translation uses a word for which the house style has another one.',
  severity: 'warning',
  tags: ['unit', 'content'],
  options: v.strictObject({ words: v.record(v.string(), v.string()) }),
  check(document, report, { options }) {
    for (const [word, preferred] of Object.entries(options?.words ?? {})) {
      const pattern = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'giu')
      for (const { key, target, context } of Object.values(document.units)) {
        if (!target || context.kind === 'code') continue
        for (const { index, 0: written } of target.markup.matchAll(pattern)) {
          // Places are offsets in the input, where the markup stands as written.
          const place = [target.place[0] + index, target.place[0] + index + written.length] as const
          report({
            reason: `Unexpected “${written}”, expected “${preferred}”`,
            place,
            unit: key,
            actual: written,
            expected: [preferred],
            fix: { place, text: preferred },
          })
        }
      }
    }
  },
})

export const houseStyle = definePlugin({ name: 'house-style', rules: [preferredWords] })
