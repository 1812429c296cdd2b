import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import type { BilingualDocument } from '../../src/model/document.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { pair } from '../support/bilingual.ts'
import { SEED } from '../support/corpus.ts'

/** The document that the project ships, as if it had been translated into a locale. */
export function readSeed(targetLocale = 'fr-FR'): BilingualDocument {
  const path = 'response-group-experience-during-pool-failure.md'
  const document = readDocument(readFileSync(SEED, 'utf8'), path)
  return { ...document, targetLocale }
}

/** Reads a document. */
export function readDocument(
  value: string,
  path = 'guide/page.md',
  targetLocale = 'fr-FR',
): BilingualDocument {
  return parseDocument(new VFile({ path, value }), { path, targetLocale })
}

/** A procedure with a warning, a link, a condition, sub-steps and a command. */
export const GUIDE = `---
title: Guide
ms.translationtype: MT
ms.date: 07/23/2014
ms.sourcegitcommit: 33db8c7febd4cf1591e8dcbbdfd6fc8e8925896e
ms.lasthandoff: 02/19/2020
---
# ${pair('a-1', 'Guide', 'Guide')}

${pair('a-2', 'Introduction.', 'Introduction.')}

## ${pair('a-3', 'Pour démarrer', 'To start')}

1. ${pair('a-4', 'Ouvrez [le site](https://example.com/long?a=1&b=2).', 'Open [the site](https://example.com/long?a=1&b=2).')}

   > [!WARNING]
   > ${pair('a-5', 'Attention aux appels.', 'Beware of calls.')}

2. ${pair('a-6', 'Si besoin, faites ceci :', 'If needed, do this:')}

   1. ${pair('a-7', 'Cliquez sur **OK**.', 'Click **OK**.')}
   2. ${pair('a-8', '(Facultatif) Voir [autre](other.md#x) et [ici](#guide).', '(Optional) Open [other](other.md#x) and [here](#guide).')}

3. ${pair('a-9', 'Exécutez :', 'Run this:')}

   \`\`\`powershell
   Get-Pool -Force
   \`\`\`
`
