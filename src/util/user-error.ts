/**
 * A failure that a person can do something about: bad usage, no input found, an unreadable configuration.
 *
 * The command line prints its message without a stack and ends with exit code 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  /** What to do about it, one sentence; absent where the message says it all. */
  readonly hint: string | undefined

  /**
   * @param message what could not be done and why, one sentence.
   * @param hint what to do about it.
   */
  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}
