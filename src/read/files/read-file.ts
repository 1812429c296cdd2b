import { constants } from 'node:buffer'
import { VFile } from 'vfile'
import { location } from 'vfile-location'
import { addMessage } from '../../model/findings/add-message.ts'
import { reasonOf } from '../../util/reason-of.ts'
import type { Input } from '../input.ts'
import { pathForPeople } from '../path-for-people.ts'
import { type DecodedText, decodeText } from './decode-text.ts'
import { type FileState, stateOf } from './file-state.ts'
import { RefusedFile, readBytes } from './read-bytes.ts'
import { acceptInput, mostOf, type RootSettings } from './root-files.ts'

declare module 'vfile' {
  interface DataMap {
    /** State of the file when it was read; absent if it could not be read. */
    state?: FileState
  }
}

const LARGER =
  'Raise the setting `maxFileSize` to read it; large files take several times their size of memory.'

/** Options for reading inputs. */
export interface ReadFileOptions extends Pick<RootSettings, 'maxFileSize'> {
  /** Absolute path of the folder that the paths in messages are relative to. */
  readonly cwd: string
}

/**
 * Reads an input as text; adds a message if it is not clean UTF-8.
 *
 * If the file cannot be read, the value is `undefined` and the message is an error. Reading is synchronous:
 * reading small files ahead in the background takes several times as long.
 */
export function readFile(input: Input, { cwd, maxFileSize }: ReadFileOptions): VFile {
  const file = new VFile({ path: pathForPeople(input.absolute, cwd), cwd })
  try {
    const read = readBytes(input.absolute, {
      most: mostOf('document', maxFileSize),
      accept: acceptInput(input.root, input.path),
    })
    file.data.state = stateOf(read)
    const { bytes } = read
    if (bytes.length > constants.MAX_STRING_LENGTH) throw new RangeError('it is too large to be text')
    const decoded = decodeText(bytes)
    file.value = decoded.text
    reportEncoding(file, decoded)
  } catch (error) {
    addMessage(file, {
      ruleId: 'input-unreadable',
      severity: 'error',
      reason: `Cannot read this file: ${reasonOf(error)}`,
      ...(error instanceof RefusedFile && error.kind === 'large' && { note: LARGER }),
    })
  }
  return file
}

function reportEncoding(file: VFile, { encoding, invalid, text }: DecodedText): void {
  if (encoding !== 'utf-8') {
    addMessage(file, {
      ruleId: 'input-encoding',
      severity: 'warning',
      reason: `Unexpected encoding ${encoding.toUpperCase()}, expected UTF-8`,
      note: 'Save the file as UTF-8.',
    })
  }
  if (invalid) {
    const where = invalid.offset === null ? '' : `, first at byte ${invalid.byte}`
    addMessage(file, {
      ruleId: 'input-encoding',
      severity: 'error',
      reason: `Unexpected bytes that are not valid ${encoding.toUpperCase()}${where}; they are read as U+FFFD`,
      place: invalid.offset === null ? undefined : location(text).toPoint(invalid.offset),
      note: 'Open the file in its real encoding and save it as UTF-8.',
    })
  }
}
