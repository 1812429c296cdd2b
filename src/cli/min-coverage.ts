import { InvalidArgumentError } from 'commander'
import { canonicalLocale } from '../util/text/canonical-locale.ts'

/** Required coverage of one locale, or of each. */
export interface MinCoverage {
  readonly locale?: string
  /** From 0 to 100. */
  readonly percent: number
}

/** Parses `fr-FR=95`, `95` or several of them, separated by commas. */
export function parseMinCoverage(
  value: string,
  earlier: readonly MinCoverage[] = [],
): readonly MinCoverage[] {
  return [...earlier, ...value.split(',').map((item) => parseItem(item.trim()))]
}

function parseItem(item: string): MinCoverage {
  const [, tag, number] = /^(?:([\w-]+)=)?(\d+(?:\.\d+)?)%?$/.exec(item) ?? []
  const percent = Number(number)
  if (number === undefined || percent > 100) {
    throw new InvalidArgumentError('Expected a percentage from 0 to 100, such as fr-FR=95 or 95.')
  }
  return { percent, ...(tag !== undefined && { locale: canonical(tag) }) }
}

function canonical(tag: string): string {
  const locale = canonicalLocale(tag)
  if (locale === undefined) throw new InvalidArgumentError(`${tag} is not a BCP 47 tag such as fr-FR.`)
  return locale
}
