/**
 * Refuses the result of a function that should have worked at once, because nothing waits for it.
 *
 * @throws if it is a promise.
 */
export function refusePromise(result: unknown): void {
  if (!(result instanceof Promise)) return
  // Its failure is nobody's, and would end the program.
  result.catch(() => {})
  throw new Error('it returned a promise, and must work synchronously')
}
