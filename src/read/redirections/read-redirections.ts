import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { RedirectionFile } from '../../model/build/redirection.ts'
import { isObject } from '../../util/data/is-object.ts'
import { parseJson } from '../../util/data/parse-json.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { toPosix } from '../../util/text/to-posix.ts'
import { decodeText } from '../files/decode-text.ts'
import { isInside, statsOf } from '../files/inside.ts'
import { MOST_BYTES, RefusedFile, readBytes, realFolder } from '../files/read-bytes.ts'
import { parseRedirections } from './parse-redirections.ts'

const MAIN = '.openpublishing.redirection.json'
const PUBLISH = '.openpublishing.publish.config.json'
/** Other names that the configuration of publishing may list; no other hidden file is read. */
const NAMED = /^\.openpublishing\.redirection[\w.-]*\.json$/i

/**
 * Absolute paths of the files of redirections of a root: in the root, in the folder above with the `.git` of its repository
 * and in those between; also those that `redirection_files` in `.openpublishing.publish.config.json` lists.
 *
 * @param root absolute path.
 */
export function findRedirectionFiles(root: string): readonly string[] {
  return [...new Set(foldersOf(root).flatMap(filesIn))]
}

/**
 * Paths of the configurations of publishing, whether or not they exist.
 *
 * @param root absolute path.
 */
export function publishConfigsOf(root: string): readonly string[] {
  return foldersOf(root).map((folder) => join(folder, PUBLISH))
}

/** Reads the redirections of a root. */
export function readRedirections(root: string): readonly RedirectionFile[] {
  const folders = new Set(
    readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : [])),
  )
  const repository = foldersOf(root).at(-1)!
  return findRedirectionFiles(root).map((absolute) => {
    const path = toPosix(relative(root, absolute))
    const base = {
      folder: toPosix(relative(repository, dirname(absolute))),
      root: toPosix(relative(repository, root)),
      hasFolder: (name: string) => folders.has(name),
    }
    try {
      return { path, absolute, ...parseRedirections(readNamedIn(absolute), base) }
    } catch (error) {
      return { path, absolute, redirections: [], lines: [0], problem: reasonOf(error) }
    }
  })
}

/** The root and, in a repository, the folders above it. */
function foldersOf(root: string): readonly string[] {
  const folders = [root]
  for (let folder = root; !existsSync(join(folder, '.git')); folders.push(folder)) {
    // Without a repository, nothing above the root belongs to it.
    if (dirname(folder) === folder) return [root]
    folder = dirname(folder)
  }
  return folders
}

function filesIn(folder: string): readonly string[] {
  const listed = listedFiles(folder).map((path) => join(folder, path))
  const own = [join(folder, MAIN), ...listed]
  return own.filter((path) => statsOf(path)?.isFile() && isInside(folder, path))
}

function listedFiles(folder: string): readonly string[] {
  const path = join(folder, PUBLISH)
  if (!existsSync(path)) return []
  try {
    const config = parseJson(readNamedIn(path))
    const files = isObject(config) ? config.redirection_files : undefined
    return (Array.isArray(files) ? files : []).filter(
      (file): file is string => typeof file === 'string' && NAMED.test(file.replace(/^.*[\\/]/, '')),
    )
  } catch {
    return []
  }
}

/** The text of a file that is really in its folder. */
function readNamedIn(path: string): string {
  const { bytes } = readBytes(path, {
    most: MOST_BYTES.settings,
    accept: (real) => {
      if (!isInside(realFolder(dirname(path)), real))
        throw new RefusedFile('outside', 'it is a symbolic link that leads out of its folder')
    },
  })
  return decodeText(bytes).text
}
