import { posix } from 'node:path'
import { isObject } from '../../util/data/is-object.ts'
import { parseJson } from '../../util/data/parse-json.ts'
import { toPosix } from '../../util/text/to-posix.ts'
import { DOCSET_FILE } from '../config/find-docset.ts'
import { decodeText } from '../files/decode-text.ts'
import { readRootFile } from '../files/read-root-file.ts'

const MAP_NAMES = ['xrefmap.yml', 'xrefmap.yaml', 'xrefmap.json']

/**
 * Lists the paths of the xref maps of a docset, relative to the root, whether or not they exist: those in its folder, and local ones that its
 * configuration names.
 */
export function xrefMapsOf(root: string, docset = ''): readonly string[] {
  const config = readConfiguration(root, posix.join(docset, DOCSET_FILE))
  const build = isObject(config) && isObject(config.build) ? config.build : {}
  const named = [build.xref, build.xrefService]
    .flat()
    .filter(isText)
    .filter((path) => !/^[a-z][a-z\d+.-]*:/i.test(path) && !path.startsWith('/'))
  const paths = [...MAP_NAMES, ...named].map((path) => posix.join(docset, toPosix(path)))
  return [...new Set(paths)].filter((path) => !path.startsWith('../'))
}

/** Reads a configuration; an unreadable one names no maps. */
function readConfiguration(root: string, path: string): unknown {
  try {
    const bytes = readRootFile(root, path)
    return bytes && parseJson(decodeText(bytes).text)
  } catch {
    return undefined
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
