import { createHash } from 'node:crypto'
import { ASSETS } from '../context.ts'

/** Number of hexadecimal digits of a hash in a name. */
const DIGITS = 10

/**
 * Output paths of style sheets, scripts and other files of the look, by name. Style sheets and scripts carry a hash of
 * their content (`assets/lockstep.0a1b2c3d4e.css`), so that browsers may keep them forever. Other files keep their names,
 * because style sheets refer to them (`url(font.woff2)`).
 */
export function assetPaths(
  assets: ReadonlyMap<string, string | Uint8Array>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...assets].map(([name, content]) => [
      name,
      `${ASSETS}/${isHashed(name) ? hashed(name, content) : name}`,
    ]),
  )
}

function isHashed(name: string): boolean {
  return /\.(?:css|js)$/i.test(name)
}

function hashed(name: string, content: string | Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, DIGITS)
  return name.replace(/\.[^.]*$/, (ending) => `.${hash}${ending}`)
}
