import { basename, dirname } from 'node:path'
import remarkSxs, { remarkMicrosoft } from 'lockstep-docs/unified'

/** The folder of a document names the locale in which it is read. */
const locale = ({ path }) => basename(dirname(path))

export default {
  // Without `elements`, MDX drops raw HTML: all HTML tables vanish. The other way is rehype-raw.
  plugins: [
    [remarkSxs, { locale, html: 'elements' }],
    [remarkMicrosoft, { root: 'docs' }],
  ],
}
