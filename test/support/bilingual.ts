/** A unit as the localization tool writes it. */
export function pair(id: string, target: string, source: string): string {
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`
}

/** A small sound document: a heading, a paragraph and a table. */
export function smallDocument(target = 'Bonjour', source = 'Hello'): string {
  return `---
title: ${target}
ms.contentlocale: fr-FR
ms.translationtype: MT
---
# ${pair('aaaaa-101', `${target} à tous`, `${source} all`)}

${pair('aaaaa-102', `${target}.`, `${source}.`)}

| ${pair('aaaaa-103', 'Nom', 'Name')} | ${pair('aaaaa-104', 'Valeur', 'Value')} |
|---|---|
| ${pair('aaaaa-105', 'un', 'one')} | ${pair('aaaaa-106', 'deux', 'two')} |
`
}
