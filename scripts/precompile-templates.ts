import { join } from 'node:path'
import handlebars from 'handlebars'
import type { Plugin } from 'rolldown'
import { readTemplates } from '../src/read/read-templates.ts'
import { TEMPLATE_OPTIONS } from '../src/render/templates/template-options.ts'

/**
 * Plugin that replaces `src/render/templates/precompiled-templates.ts` by this package's templates,
 * precompiled.
 */
export function precompileTemplates(root: string): Plugin {
  const place = join(root, 'src/render/templates/precompiled-templates.ts')
  return {
    name: 'precompile-templates',
    load(id) {
      if (join(id) !== place) return null
      const entries = Object.values(readTemplates()).map(
        (text) => `[${JSON.stringify(text)}, ${String(handlebars.precompile(text, TEMPLATE_OPTIONS))}]`,
      )
      return {
        code: `export const precompiledTemplates = new Map([${entries.join(',\n')}])`,
        moduleType: 'js',
      }
    },
  }
}
