import { overlaidFiles } from './files/overlaid-files.ts'
import { readNamed } from './files/read-named.ts'

/** What the page of a review consists of, as texts. */
export interface ReviewAssets {
  readonly style: string
  readonly theme: string
  readonly script: string
}

/** Style sheets of the page, in their order. */
const STYLES = ['assets/lockstep.css', 'review/review.css']
const THEME = 'assets/theme.js'
/** Scripts of the page, one for each feature, in any order. */
const SCRIPT = /^review\/.+\.js$/

/**
 * Reads style and scripts of the page of a review, from `templates/`.
 *
 * @param userFolder absolute path of a templates folder whose files replace built-in ones of the same name.
 * @throws {UserError} if the user's folder does not exist.
 */
export function readReviewAssets(userFolder?: string): ReviewAssets {
  const files = overlaidFiles('templates', userFolder)
  const read = (names: readonly string[]) =>
    names
      .map((name) => readNamed(files.get(name)!, 'settings').toString('utf8').replaceAll('\r\n', '\n'))
      .join('\n')
  return {
    style: read(STYLES),
    theme: read([THEME]),
    script: read([...files.keys()].filter((name) => SCRIPT.test(name))),
  }
}
