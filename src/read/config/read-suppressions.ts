import { array } from 'valibot'
import { location } from 'vfile-location'
import { isNode, isSeq } from 'yaml'
import { suppressionSchema } from '../../config.ts'
import type { PlacedSuppression, Suppression } from '../../model/findings/suppression.ts'
import { parseYaml, type YamlDocument, yamlValue } from '../../util/data/parse-yaml.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { UserError } from '../../util/user-error.ts'
import { MOST_BYTES, readText } from '../files/read-bytes.ts'
import { pathForPeople } from '../path-for-people.ts'
import { describe } from './describe.ts'
import { assertValid } from './validate-config.ts'

/**
 * Reads a file with a list of suppressions as JSON or YAML (of which JSON is a subset), each with its place.
 *
 * @param path absolute.
 * @param cwd absolute path of the folder that the path in errors is relative to.
 * @throws {UserError} if it cannot be read or is not such a list.
 */
export function readSuppressions(path: string, cwd: string): readonly PlacedSuppression[] {
  const shown = pathForPeople(path, cwd)
  let text: string
  let document: YamlDocument
  let value: unknown
  try {
    text = readText(path, { most: MOST_BYTES.settings })
    document = parseYaml(text)
    value = yamlValue(document, text) ?? []
  } catch (error) {
    throw new UserError(`Cannot read the suppressions ${shown}: ${reasonOf(error)}`)
  }
  if (!Array.isArray(value)) {
    throw new UserError(`Unexpected ${describe(value)} in ${shown}, expected a list of suppressions`)
  }
  const { toPoint } = location(text)
  const nodes: readonly unknown[] = isSeq(document.contents) ? document.contents.items : []
  assertValid(array(suppressionSchema), value, shown)
  return value.map((suppression: Suppression, at) => {
    const node = nodes[at]
    const place = isNode(node) && node.range ? toPoint(node.range[0]) : undefined
    return { ...suppression, ...(place && { place }) }
  })
}
