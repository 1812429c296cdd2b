import type { LanguageFn, Mode } from 'highlight.js'

const KEYWORDS =
  'as assert assertion existing extends extension for func if import in metadata module none output param provider resource targetScope test type using var with'

/** Grammar of Bicep, for which highlight.js has none. */
export const bicep: LanguageFn = ({ COMMENT, NUMBER_MODE }) => {
  const keywords = {
    keyword: KEYWORDS.split(' '),
    type: ['array', 'bool', 'int', 'object', 'string'],
    literal: ['true', 'false', 'null'],
  }
  const inserted: Mode = { scope: 'subst', begin: /\$\{/, end: /\}/, keywords }
  const strings: Mode = {
    scope: 'string',
    variants: [
      { begin: /'''/, end: /'''/ },
      { begin: /'/, end: /'|$/, contains: [{ begin: /\\./ }, inserted] },
    ],
  }
  inserted.contains = [strings, NUMBER_MODE]
  return {
    name: 'Bicep',
    keywords,
    contains: [
      COMMENT('//', '$'),
      COMMENT(String.raw`/\*`, String.raw`\*/`),
      strings,
      NUMBER_MODE,
      { scope: 'meta', begin: /^[ \t]*[@#][\w-]+(?:\.\w+)*/ },
      { scope: 'attr', begin: /^[ \t]*[a-z_]\w*(?=\s*:)/i },
      { scope: 'title.function', begin: /\b[a-z_]\w*(?=\()/i },
    ],
  }
}
