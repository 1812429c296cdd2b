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

/**
 * A document of units, each a paragraph (ordinal, target, source), in a locale; its ids begin with the locale's letters. A unit whose
 * target is `null` has none.
 */
export function documentIn(
  locale: string,
  units: readonly (readonly [string, string | null, string])[],
  front: Readonly<Record<string, string>> = {},
): string {
  const entries = Object.entries({ title: `Title ${locale}`, 'ms.contentlocale': locale, ...front })
  const prefix = locale.toLowerCase().replaceAll('-', '')
  const body = units.map(([ordinal, target, source]) => {
    const both = pair(`${prefix}-${ordinal}`, target ?? '', source)
    return target === null ? both.slice(both.indexOf('<span class=')) : both
  })
  return `---\n${entries.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n\n${body.join('\n\n')}\n`
}
