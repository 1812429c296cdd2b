import { UserError } from '../../util/user-error.ts'

/** The error of a shard that lacks a document which belongs to it. */
export function lacksDocument(folder: string, path: string): UserError {
  return new UserError(`The shard in ${folder} lacks the document ${path}`, 'Run that shard again.')
}

/**
 * The error of a shard that was made from another file than that of this machine.
 *
 * @param shard how to call it.
 */
export function madeFromAnother(shard: string, folder: string, file: string): UserError {
  return new UserError(
    `${shard} in ${folder} was made from another ${file} than the one here`,
    'Run that shard again, or merge where the documents are as they were.',
  )
}
