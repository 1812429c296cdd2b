import type { MultilingualDocument, OtherTranslation } from '../model/multilingual.ts'
import { concatenate } from './edition-of.ts'

/**
 * Returns a function that, for a locale and a unit's key, finds translations of the unit's source in other
 * locales.
 */
export function createOtherTranslations(
  document: MultilingualDocument,
): (locale: string) => (key: string) => readonly OtherTranslation[] {
  return (locale) => {
    const names = new Map<string, string>()
    for (const [name, { targets }] of Object.entries(document.units)) {
      const joined = Object.hasOwn(targets, locale) ? targets[locale]! : undefined
      // Only units joined one to one, so that the other locales translate the same text.
      if (joined?.units.length === 1 && joined.join !== 'concatenation') names.set(joined.units[0]!.key, name)
    }
    return (key) => {
      const name = names.get(key)
      if (name === undefined) return []
      return Object.entries(document.units[name]!.targets).flatMap(([other, { units, join }]) => {
        if (other === locale || join === 'similarity' || join === 'concatenation') return []
        const targets = units.flatMap(({ target }) => target ?? [])
        return targets.length === 0 ? [] : [{ locale: other, target: concatenate(targets) }]
      })
    }
  }
}
