import { fileURLToPath } from 'node:url'
import createMDX from '@next/mdx'

const withMDX = createMDX({
  extension: /\.md$/,
  options: {
    // Turbopack passes on JSON only, so that plugins are names or paths of modules.
    remarkPlugins: [
      'remark-frontmatter',
      'remark-gfm',
      fileURLToPath(new URL('remark-lockstep.js', import.meta.url)),
    ],
  },
})

export default withMDX({
  output: 'export',
  serverExternalPackages: ['lockstep-docs'],
  turbopack: { root: import.meta.dirname },
})
