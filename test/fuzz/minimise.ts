/**
 * Makes a failing text shorter as long as it fails, by leaving out ever smaller parts (Zeller, Hildebrandt: “Simplifying and isolating
 * failure-inducing input”, 2002). It ends after `most` attempts, however far it has come.
 */
export async function minimise(
  text: string,
  fails: (text: string) => boolean | Promise<boolean>,
  most = 400,
): Promise<string> {
  let shortest = text
  let attempts = 0
  for (let size = Math.ceil(text.length / 2); size > 0 && attempts < most; ) {
    let isShorter = false
    for (let at = 0; at < shortest.length && attempts < most; ) {
      const candidate = shortest.slice(0, at) + shortest.slice(at + size)
      attempts++
      if (await fails(candidate)) {
        shortest = candidate
        isShorter = true
      } else at += size
    }
    if (size > 1) size = Math.ceil(Math.min(size, shortest.length) / 2)
    else if (!isShorter) break
  }
  return shortest
}
