import { includes } from './includes.ts'
import { inlineConstructs } from './inline.ts'
import { quotes } from './quotes.ts'
import { tabs } from './tabs.ts'
import { tripleColons } from './triple-colons.ts'
import type { MicrosoftTransform } from './types.ts'

/** All transforms of Microsoft's Markdown, in the order in which they run. */
export const microsoftTransforms: readonly MicrosoftTransform[] = [
  tripleColons,
  quotes,
  includes,
  (tree, { holds }) => {
    if (holds.inline) inlineConstructs(tree)
  },
  tabs,
]
