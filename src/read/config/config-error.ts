import { linesOf, positionOf } from '../../model/place.ts'
import { JsonError, withoutMark } from '../../util/data/parse-json.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { pathForPeople } from '../path-for-people.ts'

/** Error of `jiti` for invalid syntax, also in a file that the configuration imports; columns count from 0, as Babel's do. */
const SYNTAX = /^ParseError: (.*?)\s*\n\s*(.+):(\d+):(\d+)\s*$/

/**
 * Describes why a configuration cannot be read, after the place: `lockstep.config.ts:3:10: Unexpected token`.
 *
 * @param path absolute path of the configuration.
 * @param text of the configuration, if it could be read.
 */
export function describeConfigError(
  error: unknown,
  path: string,
  cwd: string,
  text: string | undefined,
): string {
  const shown = pathForPeople(path, cwd)
  if (error instanceof JsonError && error.offset !== undefined && text !== undefined) {
    const { line, column } = positionOf({ lines: linesOf(withoutMark(text)) }, error.offset)
    return `${shown}:${line}:${column}: ${error.what}`
  }
  const [, reason, file, line, column] = SYNTAX.exec(error instanceof Error ? error.message : '') ?? []
  if (reason !== undefined) return `${pathForPeople(file!, cwd)}:${line}:${Number(column) + 1}: ${reason}`
  const frame = frameOf(error, path)
  return `${shown}${frame === undefined ? '' : `:${frame}`}: ${reasonOf(error)}`
}

/** The line of the configuration that threw an error; compiled code keeps lines, but not columns. */
function frameOf(error: unknown, path: string): string | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const frame = frames.find((line) => line.includes(`${path}:`))
  return frame && /^:(\d+)/.exec(frame.slice(frame.indexOf(`${path}:`) + path.length))?.[1]
}
