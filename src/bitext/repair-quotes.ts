const DAMAGED_TAG = /<\/?[a-z][^<>]*?=\s*(?:"[^"<>]*?&quot;|&quot;)[^<>]*>/gi

/**
 * Undoes, for reading, the damage where from some point on every `"` of the markup is `&quot;`: in tags whose attribute values it
 * delimits. Tags whose quotation marks are in order are left alone, as `&quot;` is then part of a value.
 */
export function repairQuotes(markup: string): string {
  if (!markup.includes('&quot;')) return markup
  return markup.replace(DAMAGED_TAG, (tag) => (isSound(tag) ? tag : tag.replaceAll('&quot;', '"')))
}

/** Whether a text has a tag damaged like that. */
export function hasDamagedQuotes(markup: string): boolean {
  return markup.includes('&quot;') && (markup.match(DAMAGED_TAG)?.some((tag) => !isSound(tag)) ?? false)
}

function isSound(tag: string): boolean {
  return !/=\s*&quot;/.test(tag) && (tag.split('"').length - 1) % 2 === 0
}
