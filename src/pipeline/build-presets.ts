import type { CheckOptions } from './options.ts'

/** Default presets of a build: it checks only structure, but its runbooks mark what `check` finds with the same settings. */
export function buildPresets({
  preset,
}: Pick<CheckOptions, 'preset'>): Required<Pick<CheckOptions, 'preset' | 'runbookPreset'>> {
  return { preset: 'structure', runbookPreset: preset ?? 'recommended' }
}
