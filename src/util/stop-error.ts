import { UserError } from './user-error.ts'

/** A failure that would affect every document, such as a full disk, so it ends the run. */
export class StopError extends UserError {}
