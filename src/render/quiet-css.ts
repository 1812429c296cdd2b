const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/g
const IMPORT = /@import\b(?:"[^"]*"|'[^']*'|[^;"'])*;?/gi
/** A URL that is neither a fragment nor the data of a raster image or a font. */
const FOREIGN =
  /\burl\(\s*(?!["']?(?:#|data:(?:image\/(?:png|jpe?g|gif|webp|avif)|font\/|application\/(?:x-)?font-))[^()]*\))(?:"[^"]*"|'[^']*'|[^()"']*)\)/gi
/** Constructs that can still load or run something. */
const LOUD =
  /@import|\burl\(\s*(?!["']?(?:#|data:(?:image\/(?:png|jpe?g|gif|webp|avif)|font\/|application\/(?:x-)?font-)))|\b(?:image-set|image|src|cross-fade|element|expression)\(|javascript:|behavior\s*:|-moz-binding/i
const ESCAPE = /\\(?:([\da-f]{1,6})\s?|([^\n]))/gi

/** Removes everything from CSS that loads external content; returns an empty text if in doubt. */
export function quietCss(css: string): string {
  const quiet = css.replace(COMMENT, ' ').replace(IMPORT, '').replace(FOREIGN, 'none')
  // Letters can be escaped, even in function names.
  const read = quiet.replace(ESCAPE, (_, code: string | undefined, character: string | undefined) =>
    code === undefined ? (character ?? '') : letterOf(Number.parseInt(code, 16)),
  )
  return LOUD.test(quiet) || LOUD.test(read) ? '' : quiet
}

function letterOf(code: number): string {
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '\uFFFD'
}
