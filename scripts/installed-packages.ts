import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Returns a pattern of imports for each package that `package.json` installs or takes from its user. Bundles leave
 * these imports as they are; everything else is part of a bundle, and a `devDependency`.
 *
 * @param root absolute path of the folder with the `package.json`.
 */
export function installedPackages(root: string): RegExp[] {
  const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }).map(
    // Types of JavaScript packages have packages of their own.
    (name) => new RegExp(`^${name.replace(/^@types\//, '')}(?:/|$)`),
  )
}
