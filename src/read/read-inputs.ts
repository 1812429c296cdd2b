import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { VFile } from 'vfile'
import { addMessage } from '../model/findings/add-message.ts'
import { append } from '../util/data/append.ts'
import { compare } from '../util/data/compare.ts'
import { reasonOf } from '../util/reason-of.ts'
import { isDocumentPath } from '../util/text/is-document-path.ts'
import { toPosix } from '../util/text/to-posix.ts'
import { UserError } from '../util/user-error.ts'
import { docsetFragments } from './config/docset-fragments.ts'
import { findDocset } from './config/find-docset.ts'
import { isInside, statsOf, wayBelow } from './files/inside.ts'
import { RefusedFile } from './files/read-bytes.ts'
import { acceptInput, isHiddenName } from './files/root-files.ts'
import { createFolderFilter } from './files/skip-folder.ts'
import { walkFolder } from './files/walk-folder.ts'
import type { Input, Inputs } from './input.ts'
import { localeFolders } from './locales/locale-folders.ts'
import { localeOfPath } from './locales/locale-of-path.ts'
import { localeInFrontMatter } from './locales/locale-of-root.ts'
import { pathForPeople } from './path-for-people.ts'

/** Options for finding inputs. */
export interface ReadInputsOptions {
  /** Absolute path of the folder that relative arguments start from. */
  readonly cwd: string
  /** Absolute path of the output folder, which is never read as input. */
  readonly out?: string
}

/** Files of one argument, with the root they share. */
interface Found {
  readonly root: string
  readonly files: readonly string[]
}

/**
 * Finds the documents (`.md`, `.markdown`, `.html`, `.htm`) of arguments: files, folders, globs.
 *
 * The root of a document is the nearest folder with a `docfx.json`, at or above the argument, so that a
 * document has the same path whichever part of its docset is built. Without one it is the folder itself, the
 * folder that a glob starts from, or the common folder of all files given by name. If several arguments find
 * a file, the outermost root wins.
 *
 * If a root holds folders of locales (`fr-FR`, `de-DE`), each of them is a root of its own, so that a document
 * has the same path in every locale.
 *
 * Skips `node_modules`, `obj`, folders whose name starts with a dot, and folders that Lockstep wrote.
 *
 * @throws {UserError} if an argument finds nothing.
 */
export async function readInputs(args: readonly string[], options: ReadInputsOptions): Promise<Inputs> {
  const problems: VFile[] = []
  const isSkipped = createFolderFilter(options.out)
  const found: Found[] = []
  const named: string[] = []
  /** Files whose path is known to be real, and files that a link may lead to. */
  const [plain, linked] = [new Set<string>(), new Set<string>()]

  for (const arg of args) {
    assertPath(arg)
    const absolute = resolve(options.cwd, arg)
    const stats = statsOf(absolute)
    if (stats?.isDirectory()) found.push(findInFolder(absolute))
    else if (stats) named.push(absolute)
    else {
      const matched = await findByGlob(toPosix(arg))
      if (!matched) throw new UserError(`No such file or folder: ${arg}`)
      found.push(matched)
    }
  }
  append(found, findNamed(named))

  const inputs = toInputs(found)
  if (inputs.length === 0 && problems.length === 0) {
    const { cwd, out } = options
    const isAround = out !== undefined && args.some((arg) => isInside(resolve(cwd, arg), out))
    throw new UserError(
      `No documents found in ${args.join(', ')}`,
      `Documents are files that end with .md, .markdown, .html or .htm${isAround ? `, outside of the output folder ${pathForPeople(out, cwd)}` : ''}.`,
    )
  }
  return { inputs, problems }

  function findInFolder(folder: string): Found {
    const root = findDocset(folder) ?? folder
    const walk = walkFolder(folder, { realRoot: realpathSync.native(root), skipFolder: isSkipped.byName })
    for (const { path, reason } of walk.refused) {
      report(path, 'input-refused', 'warning', `This folder is not read: ${reason}`)
    }
    const files = walk.files.filter((file) => isDocumentPath(file) && !isHiddenName(basename(file)))
    for (const file of files) (walk.linked.has(file) ? linked : plain).add(file)
    return { root, files }
  }

  async function findByGlob(pattern: string): Promise<Found | undefined> {
    // Globs are rare, and this module loads slowly.
    const { filesByGlob } = await import('./files-by-glob.ts')
    const matched = await filesByGlob(pattern, options.cwd)
    if (!matched) return undefined
    const { base, files } = matched
    const documents = files.filter((file) => isDocumentPath(file) && !isSkipped.above(file, base))
    return { root: findDocset(base) ?? base, files: documents }
  }

  /** Files given by name: each docset is a root, the others share one. */
  function findNamed(files: readonly string[]): Found[] {
    const documents = files.filter((file) => {
      if (isDocumentPath(file)) return true
      report(file, 'input-ignored', 'warning', 'This file is ignored: it is not Markdown or HTML')
      return false
    })
    const loose = documents.filter((file) => findDocset(dirname(file)) === undefined)
    const common = commonFolder(loose)
    return documents.map((file) => ({ root: findDocset(dirname(file)) ?? common, files: [file] }))
  }

  function toInputs(all: readonly Found[]): Input[] {
    const roots = new Map<string, string>()
    for (const { root, files } of all) {
      for (const file of files) {
        const known = roots.get(file)
        if (known === undefined || isInside(root, known)) roots.set(file, root)
      }
    }
    const locales = splitByLocale(roots)
    const files = [...roots.keys()].sort(compare).filter((file) => isReadable(file, roots.get(file)!))
    const fragments = fragmentsOf(files, roots)
    return files
      .map((file) => toInput(file, roots.get(file)!, fragments.has(file), locales.get(roots.get(file)!)))
      .sort((a, b) => compare(a.root, b.root) || compare(a.path, b.path))
  }

  /** Makes the folders of locales the roots of their files; returns their locales. */
  function splitByLocale(roots: Map<string, string>): ReadonlyMap<string, string> {
    const locales = new Map<string, string>()
    for (const root of new Set(roots.values())) {
      const files = [...roots].filter(([, own]) => own === root).map(([file]) => file)
      const folders = localeFolders(root, files, (folder, own) =>
        localeInFrontMatter(
          own.map((absolute) => ({ absolute, root: folder, path: toPosix(wayBelow(folder, absolute)) })),
        ),
      )
      for (const [folder, locale] of folders) locales.set(folder, locale)
      for (const file of files) {
        const folder = [...folders.keys()].find((each) => isInside(each, file))
        if (folder !== undefined) roots.set(file, folder)
      }
    }
    return locales
  }

  /** Rejects special files, and links that lead out of the root or to hidden files. */
  function isReadable(file: string, root: string): boolean {
    if (plain.has(file) && !linked.has(file)) return true
    try {
      acceptInput(root, toPosix(wayBelow(root, file)), realpathSync.native(root))(realpathSync.native(file))
      if (statSync(file).isFile()) return true
      report(file, 'input-refused', 'error', 'This file is not read: it is not a regular file')
    } catch (error) {
      if (error instanceof RefusedFile)
        report(file, 'input-refused', 'error', `This file is not read: ${error.message}`)
      else report(file, 'input-unreadable', 'error', `Cannot read this file: ${reasonOf(error)}`)
    }
    return false
  }

  /** Files that their docsets use only as includes. */
  function fragmentsOf(files: readonly string[], roots: ReadonlyMap<string, string>): Set<string> {
    const docsets = new Map<string, string | undefined>()
    for (const file of files) {
      const folder = dirname(file)
      if (!docsets.has(folder)) docsets.set(folder, findDocset(folder, roots.get(file)!))
    }
    const fragments = new Set<string>()
    for (const docset of new Set(docsets.values())) {
      if (docset === undefined) continue
      const own = files.filter((file) => isInside(docset, file))
      const { files: excluded, problem } = docsetFragments(docset, own)
      for (const file of excluded) fragments.add(file)
      if (problem) {
        problem.cwd = options.cwd
        problem.path = pathForPeople(problem.path, options.cwd)
        problems.push(problem)
      }
    }
    return fragments
  }

  function report(path: string, ruleId: string, severity: 'error' | 'warning', reason: string): void {
    const file = new VFile({ path: pathForPeople(path, options.cwd), cwd: options.cwd })
    addMessage(file, { ruleId, severity, reason })
    problems.push(file)
  }
}

/**
 * Rejects arguments that cannot be a path on any file system.
 *
 * @throws {UserError} for such an argument.
 */
function assertPath(path: string): void {
  if (path !== '' && !path.includes('\0')) return
  throw new UserError(
    `Unexpected input ${JSON.stringify(path)}, expected the path of a file or folder, or a glob`,
  )
}

function toInput(absolute: string, root: string, fragment: boolean, locale: string | undefined): Input {
  const folderLocale = locale ?? localeOfPath(absolute)
  return {
    root,
    path: toPosix(wayBelow(root, absolute)),
    absolute,
    fragment,
    ...(folderLocale !== undefined && { folderLocale }),
  }
}

/** The innermost folder that contains all files. */
function commonFolder(files: readonly string[]): string {
  let folder = dirname(files[0] ?? '.')
  while (!files.every((file) => isInside(folder, file))) folder = join(folder, '..')
  return folder
}
