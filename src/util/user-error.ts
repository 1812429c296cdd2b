/**
 * A failure that the user can fix: bad usage, no input found, an unreadable configuration.
 *
 * The command line prints its message without a stack and exits with code 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  /** How to fix it, one sentence; absent if the message is enough. */
  readonly hint: string | undefined

  /**
   * @param message the operation that failed and the reason, one sentence.
   * @param hint how to fix it.
   */
  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}
