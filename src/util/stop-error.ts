import { UserError } from './user-error.ts'

/** A failure that has to do with no document, so it ends the run: the others would fail as well. */
export class StopError extends UserError {}
