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
    /** What the file was like when it was read; absent where it could not be. */
    state?: FileState
  }
}

const LARGER = 'The setting `maxFileSize` reads larger ones; they take a multiple of their size of memory.'

/** How inputs are read. */
export interface ReadFileOptions extends Pick<RootSettings, 'maxFileSize'> {
  /** Absolute path of the folder that the paths in messages are relative to. */
  readonly cwd: string
}

/**
 * Reads an input as text, with a message where it is not clean UTF-8.
 *
 * The value is `undefined` where it could not be read at all; the message then is an error. Nothing is read ahead, in the background: of
 * small files that takes several times as long.
 *
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
      note: 'Save the file as UTF-8 from the program that knows its real encoding.',
    })
  }
}
