const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/g
const IMPORT = /@import\b(?:"[^"]*"|'[^']*'|[^;"'])*;?/gi
/** A URL that is neither in the file itself nor the data of a raster image or a font. */
const FOREIGN =
  /\burl\(\s*(?!["']?(?:#|data:(?:image\/(?:png|jpe?g|gif|webp|avif)|font\/|application\/(?:x-)?font-))[^()]*\))(?:"[^"]*"|'[^']*'|[^()"']*)\)/gi
/** What may still load or run something. */
const LOUD =
  /@import|\burl\(\s*(?!["']?(?:#|data:(?:image\/(?:png|jpe?g|gif|webp|avif)|font\/|application\/(?:x-)?font-)))|\b(?:image-set|image|src|cross-fade|element|expression)\(|javascript:|behavior\s*:|-moz-binding/i
const ESCAPE = /\\(?:([\da-f]{1,6})\s?|([^\n]))/gi

/** CSS without what loads something from elsewhere; empty where that cannot be told apart from the rest. */
export function quietCss(css: string): string {
  const quiet = css.replace(COMMENT, ' ').replace(IMPORT, '').replace(FOREIGN, 'none')
  // A letter may be written as an escape, in the name of a function too.
  const read = quiet.replace(ESCAPE, (_, code: string | undefined, character: string | undefined) =>
    code === undefined ? (character ?? '') : letterOf(Number.parseInt(code, 16)),
  )
  return LOUD.test(quiet) || LOUD.test(read) ? '' : quiet
}

function letterOf(code: number): string {
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '\uFFFD'
}
