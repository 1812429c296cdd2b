/** Runs a function whose errors have no stack trace: vfile messages are errors, and their traces take longer than all else about them. */
export function withoutStackTraces<Result>(run: () => Result): Result {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return run()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}
