import {
  clampChroma,
  converter,
  formatHex,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  type Oklch,
  useMode,
  wcagContrast,
} from 'culori/fn'

/** Minimum contrast of text (WCAG 2.2, level AA). */
const AA = 4.5
/** Backgrounds of links in `lockstep.css`: `--bg`, `--surface` and `--raised` of each theme. */
const GROUNDS = { light: ['#fff', '#f5f7f8'], dark: ['#12171a', '#1a2125', '#20292e'] } as const
const STEP = 0.01

for (const mode of [modeRgb, modeLrgb, modeHsl, modeHwb, modeLab, modeLch, modeOklab, modeOklch])
  useMode(mode)
const toOklch = converter('oklch')

/**
 * Style sheet that sets the accent: for each theme the shade nearest to the color whose contrast with all
 * backgrounds of links is high enough; `undefined` if the text is not a CSS color.
 */
export function accentStyle(accent: string): string | undefined {
  const color = toOklch(accent)
  if (!color) return undefined
  const soft = {
    light: shade(color, 0.955, Math.min(color.c, 0.03)),
    dark: shade(color, 0.32, Math.min(color.c, 0.045)),
  }
  const light = readable(color, [...GROUNDS.light, soft.light], -STEP)
  const dark = readable(color, [...GROUNDS.dark, soft.dark], STEP)
  return `:root {
  --accent: light-dark(${light}, ${dark});
  --accent-soft: light-dark(${soft.light}, ${soft.dark});
}
`
}

/** The color itself, else the first darker or lighter shade that is readable on all grounds. */
function readable(color: Oklch, grounds: readonly string[], step: number): string {
  for (let lightness = color.l; lightness > 0 && lightness < 1; lightness += step) {
    const hex = shade(color, lightness, color.c)
    if (grounds.every((ground) => wcagContrast(hex, ground) >= AA)) return hex
  }
  return step < 0 ? '#000000' : '#ffffff'
}

function shade({ h }: Oklch, l: number, c: number): string {
  const wanted: Oklch = { mode: 'oklch', l, c, ...(h !== undefined && { h }) }
  return formatHex(clampChroma(wanted, 'oklch'))
}
