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

/** A procedure with a choice, a jump, a verification, examples, a shared condition and a planned time. */
export const BRANCHES = `---
title: Branches
---
# ${pair('b-1', 'Branches', 'Branches')}

## ${pair('b-2', 'Pour basculer', 'To fail over')}

${pair('b-3', 'Cela prend jusqu’à 60 minutes.', 'It takes up to 60 minutes.')}

1. ${pair('b-4', 'Effectuez l’une des opérations suivantes :', 'Do one of the following:')}

   - ${pair('b-5', 'Pour tous, procédez comme suit :', 'To set all, do the following:')}

     1. ${pair('b-6', 'Ouvrez la page.', 'Open the page.')}
     2. ${pair('b-7', 'Cliquez sur Tous.', 'Click All.')}

   - ${pair('b-8', 'Pour un seul, cliquez dessus.', 'To set one, click it.')}

2. ${pair('b-9', 'Vérifiez l’état.', 'Check the state.')} ${pair('b-10', 'Si tout va bien, passez à l’étape 4.', 'If all is well, skip to step 4.')}
3. ${pair('b-11', 'Si le pool héberge le magasin, déplacez-le.', 'If the pool hosts the store, move it.')}
4. ${pair('b-12', 'Si le pool n’héberge pas le magasin, cliquez sur OK.', 'If the pool does not host the store, click OK.')}
5. ${pair('b-13', 'Exécutez :', 'Run this:')}

   \`\`\`powershell
   Get-Pool -Name <name>
   \`\`\`

   ${pair('b-14', 'Par exemple :', 'For example:')}

   \`\`\`powershell
   Get-Pool -Name one
   \`\`\`

   ${pair('b-15', 'L’applet de commande doit afficher le pool.', 'The cmdlet should show the pool.')}
`
