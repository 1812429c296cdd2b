import { includes } from './includes.ts'
import { inlineConstructs } from './inline.ts'
import { quotes } from './quotes.ts'
import { tabs } from './tabs.ts'
import { tripleColons } from './triple-colons.ts'
import type { MicrosoftTransform } from './types.ts'

/** Every transform of Microsoft's Markdown, in the order that they are to run in. */
export const microsoftTransforms: readonly MicrosoftTransform[] = [
  tripleColons,
  quotes,
  includes,
  (tree, { holds }) => {
    if (holds.inline) inlineConstructs(tree)
  },
  tabs,
]
