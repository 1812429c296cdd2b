import { defineConfig } from 'astro/config'
import remarkSxs, { remarkMicrosoft } from 'lockstep-docs/unified'

// Astro renders a document once: each locale is a build of its own.
const locale = process.env.LOCALE ?? 'fr-FR'

export default defineConfig({
  base: `/${locale}`,
  outDir: `dist/${locale}`,
  cacheDir: `node_modules/.astro/${locale}`,
  markdown: {
    remarkPlugins: [
      [remarkSxs, { locale }],
      [remarkMicrosoft, { root: 'src/docs' }],
    ],
  },
})
