import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { KnownGroup } from '../cache/cached-groups.ts'
import type { InputGroup } from './group-inputs.ts'
import type { GroupResult } from './group-result.ts'

/** What came of one document. */
export interface TakenGroup {
  readonly group: InputGroup
  readonly result: GroupResult
  /** Where nothing had changed. */
  readonly known?: KnownGroup
  /** One for each input. */
  readonly files: readonly VFile[]
}

/** A document of a run that has ended. */
export interface CheckedGroup extends TakenGroup {
  /** For each file, the messages that it had before the checks across documents. */
  readonly own: readonly ReadonlySet<VFileMessage>[]
  /** For each file, the messages that these checks have added. */
  readonly later: readonly ReadonlySet<VFileMessage>[]
}
