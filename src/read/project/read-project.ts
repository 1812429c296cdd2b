import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { compare } from '../../util/data/compare.ts'
import { isObject } from '../../util/data/is-object.ts'
import { parseJson } from '../../util/data/parse-json.ts'
import { canonicalLocale } from '../../util/text/canonical-locale.ts'
import { isDocumentPath } from '../../util/text/is-document-path.ts'
import { toPosix } from '../../util/text/to-posix.ts'
import { UserError } from '../../util/user-error.ts'
import { DOCSET_FILE } from '../config/find-docset.ts'
import { CONFIG_NAMES } from '../config/read-config.ts'
import { isInside, statsOf } from '../files/inside.ts'
import { MOST_BYTES, readHead, readText, realFolder } from '../files/read-bytes.ts'
import { createFolderFilter } from '../files/skip-folder.ts'
import { walkFolder } from '../files/walk-folder.ts'
import { localeOfRoot } from '../locales/locale-of-root.ts'
import { readIfThere } from '../read-if-there.ts'
import { readInputs } from '../read-inputs.ts'

/** What a folder says of itself, for somebody who begins to use Lockstep in it. */
export interface Project {
  /** Name of its configuration, if it has one. */
  readonly config: string | undefined
  /** Text of `package.json`, if there is one. */
  readonly packageText: string | undefined
  readonly manager: PackageManager
  /** Whether a lock file says which packages to install. */
  readonly hasLock: boolean
  /** Whether it has a `tsconfig.json`. */
  readonly hasTypeScript: boolean
  /** Folders and globs of documents, relative to the folder, with `/`: roots of docsets, else what holds bilingual documents. */
  readonly inputs: readonly string[]
  /** Whether the inputs are docsets of DocFX. */
  readonly isDocfx: boolean
  /** Number of documents in the inputs. */
  readonly documents: number
  /** Target locales that folders and front matter name, sorted. */
  readonly locales: readonly string[]
  /** Target locale that only the publishing configuration or the name of the folder says. */
  readonly targetLocale: string | undefined
  /** Whether it is published by Microsoft’s publishing system. */
  readonly isOpenPublishing: boolean
  /** Whether it has a folder `sources` with something in it. */
  readonly hasSources: boolean
  /** Whether it is in a repository but not its root, where workflows belong. */
  readonly isPartOfRepository: boolean
  /** Whether it runs its checks elsewhere than on GitHub. */
  readonly hasOtherCi: boolean
}

/** A package manager, by its lock file; `none` without a `package.json`. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'none'

const LOCKS = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock']
const PUBLISH = '.openpublishing.publish.config.json'
/** Number of documents to look at, and bytes of each, for bilingual text. */
const [MOST_DOCUMENTS, HEAD] = [5000, 65_536]

/**
 * Finds out what a folder is.
 *
 * @param folder absolute.
 * @throws {UserError} if there is no such folder.
 */
export async function readProject(folder: string): Promise<Project> {
  if (!statsOf(folder)?.isDirectory()) throw new UserError(`There is no folder ${folder}`)
  const has = (name: string) => existsSync(join(folder, name))
  const { files } = walkFolder(folder, {
    realRoot: realFolder(folder),
    skipFolder: createFolderFilter(undefined).byName,
  })
  const publishing = publishingOf(folder)
  const docsets = docsetRoots(files, folder)
  const candidates = docsets.length > 0 ? docsets : bilingualParts(files, folder)
  const found = await localesOf(candidates, folder)
  const packageText = readIfThere(join(folder, 'package.json'))
  return {
    config: CONFIG_NAMES.find(has),
    packageText,
    manager:
      packageText === undefined ? 'none' : has('pnpm-lock.yaml') ? 'pnpm' : has('yarn.lock') ? 'yarn' : 'npm',
    hasLock: LOCKS.some(has),
    hasTypeScript: has('tsconfig.json'),
    inputs: found.inputs,
    isDocfx: docsets.length > 0,
    documents: found.documents,
    locales: found.locales,
    targetLocale: found.isNamed ? undefined : (publishing.locale ?? localeOfName(folder)),
    isOpenPublishing: publishing.exists,
    hasSources: has('sources') && readdirSync(join(folder, 'sources')).length > 0,
    isPartOfRepository: !has('.git') && isBelowRepository(folder),
    hasOtherCi: !has('.github') && ['.gitlab-ci.yml', 'azure-pipelines.yml'].some(has),
  }
}

/** Outermost folders with a `docfx.json`, relative, sorted; `.` is the folder itself. */
function docsetRoots(files: readonly string[], folder: string): readonly string[] {
  const roots = files.filter((file) => basename(file) === DOCSET_FILE).map((file) => dirname(file))
  return roots
    .filter((root) => !roots.some((other) => other !== root && isInside(other, root)))
    .map((root) => toPosix(relative(folder, root)) || '.')
    .sort(compare)
}

/** Folders directly in the folder that hold bilingual documents, and globs of those beside them. */
function bilingualParts(files: readonly string[], folder: string): readonly string[] {
  const bilingual = files.filter(isDocumentPath).slice(0, MOST_DOCUMENTS).filter(isBilingual)
  const parts = bilingual.map((file) => {
    const [first = '', ...rest] = toPosix(relative(folder, file)).split('/')
    return rest.length > 0 ? first : `*${first.slice(first.lastIndexOf('.'))}`
  })
  return [...new Set(parts)].sort(compare)
}

function isBilingual(file: string): boolean {
  try {
    return readHead(file, { most: HEAD }).toString('utf8').includes('sxs-lookup')
  } catch {
    return false
  }
}

/** Inputs that have documents, and the target locales of these. */
async function localesOf(candidates: readonly string[], cwd: string) {
  const inputs: string[] = []
  const locales = new Set<string>()
  let documents = 0
  let isNamed = true
  for (const candidate of candidates) {
    const found = await readInputs([candidate], { cwd }).catch(() => undefined)
    if (!found) continue
    inputs.push(candidate)
    documents += found.inputs.length
    for (const root of new Set(found.inputs.map((input) => input.root))) {
      const locale = localeOfRoot(found.inputs.filter((input) => input.root === root))
      if (locale === undefined) isNamed = false
      else locales.add(locale)
    }
  }
  return { inputs, documents, isNamed, locales: [...locales].sort(compare) }
}

/** The locale of the docsets that the publishing configuration names. */
function publishingOf(folder: string): { readonly exists: boolean; readonly locale?: string } {
  const path = join(folder, PUBLISH)
  if (!existsSync(path)) return { exists: false }
  try {
    const value = parseJson(readText(path, { most: MOST_BYTES.settings }))
    const docsets = isObject(value) && Array.isArray(value.docsets_to_publish) ? value.docsets_to_publish : []
    const named = docsets.map((docset) =>
      isObject(docset) && typeof docset.locale === 'string' ? docset.locale : undefined,
    )
    const locale = named.map(canonicalLocale).find((tag) => tag !== undefined && tag !== 'en-US')
    return { exists: true, ...(locale !== undefined && { locale }) }
  } catch {
    return { exists: true }
  }
}

/** The locale at the end of a name, as repositories of translations have it: `docs.fr-fr`. */
function localeOfName(folder: string): string | undefined {
  return canonicalLocale(/[._]([a-z]{2,3}(?:-[a-z]{4})?-[a-z]{2})$/i.exec(basename(folder))?.[1])
}

function isBelowRepository(folder: string): boolean {
  const above = dirname(folder)
  return above !== folder && (existsSync(join(above, '.git')) || isBelowRepository(above))
}
