import type { Point, Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import type { Fix } from '../../model/findings/fix.ts'
import type { MessageSegments } from '../../model/findings/message.ts'
import { encodePath } from '../../util/text/encode-path.ts'
import type { ReportedFinding } from '../findings.ts'
import { numberedFingerprints } from '../fingerprint.ts'
import { ruleIdOf, SARIF_LEVELS } from './sarif-rules.ts'

/** A result of a SARIF log. */
export type SarifResult = ReturnType<typeof resultOf>

/** Makes results of findings, in order; `ruleIds` are those of the run. */
export function createResults(
  findings: readonly ReportedFinding[],
  ruleIds: readonly string[],
): readonly SarifResult[] {
  const indexes = new Map(ruleIds.map((id, index) => [id, index]))
  const fingerprints = numberedFingerprints(findings)
  return findings.map((finding, index) =>
    resultOf(finding, indexes.get(ruleIdOf(finding))!, fingerprints[index]!),
  )
}

function resultOf(finding: ReportedFinding, ruleIndex: number, fingerprint: string) {
  const { path, message, severity } = finding
  const related = relatedLocations(path, message)
  return {
    ruleId: ruleIdOf(finding),
    ruleIndex,
    level: SARIF_LEVELS[severity],
    message: { text: textOf(message) },
    locations: [{ physicalLocation: physicalLocation(path, message.place) }],
    ...(related.length > 0 && { relatedLocations: related }),
    ...(message.fix && { fixes: [fixOf(path, message.fix)] }),
    ...(message.segments && { properties: propertiesOf(message.segments) }),
    partialFingerprints: {
      'lockstep/v1': fingerprint,
      // The only fingerprint that GitHub reads. Its own would hash the line, whose ids change with each
      // hand-off.
      primaryLocationLineHash: fingerprint,
    },
  }
}

/** The repair (SARIF 2.1.0, section 3.55). */
function fixOf(path: string, { place, text }: Fix) {
  return {
    description: { text: text === '' ? 'Delete it.' : `Write “${text}”.` },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(path),
        replacements: [{ deletedRegion: regionOf(place), insertedContent: { text } }],
      },
    ],
  }
}

/** Maximum characters of a text. */
const LONGEST = 1000

/** Both texts of the unit, which tell more than the line of the file. */
function propertiesOf({ source, target, sourceLocale, targetLocale }: MessageSegments) {
  const short = (text: string) =>
    text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…` : text
  return {
    source: short(source),
    target: short(target),
    ...(sourceLocale !== undefined && { sourceLocale }),
    ...(targetLocale !== undefined && { targetLocale }),
  }
}

function textOf({ reason, note }: VFileMessage): string {
  return note ? `${reason}\n\n${note}` : reason
}

function relatedLocations(path: string, { cause }: VFileMessage) {
  if (!(cause instanceof Error) || !('place' in cause)) return []
  const { place, message } = cause as VFileMessage
  return place ? [{ id: 1, message: { text: message }, physicalLocation: physicalLocation(path, place) }] : []
}

function physicalLocation(path: string, place: Point | Position | undefined) {
  const region = regionOf(place)
  return { artifactLocation: artifactLocation(path), ...(region && { region }) }
}

function artifactLocation(path: string) {
  const uri = encodePath(path.replace(/^(?:\.\/)+/, ''))
  if (path.startsWith('/')) return { uri: `file://${uri}` }
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${uri.replace('%3A', ':')}` }
  return { uri, uriBaseId: '%SRCROOT%' }
}

/** Lines and columns count from 1 and ends are exclusive, as in unist. */
function regionOf(place: Point | Position | undefined) {
  if (!place) return undefined
  const [start, end] = 'start' in place ? [place.start, place.end] : [place]
  return {
    startLine: start.line,
    startColumn: start.column,
    ...(end && { endLine: end.line, endColumn: end.column }),
  }
}
