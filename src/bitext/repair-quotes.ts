const DAMAGED_TAG = /<\/?[a-z][^<>]*?=\s*(?:"[^"<>]*?&quot;|&quot;)[^<>]*>/gi

/**
 * Replaces `&quot;` by `"` in tags where it delimits attribute values: in damaged documents this affects every
 * tag from some point on. In tags with sound quotation marks, `&quot;` is part of a value and stays.
 */
export function repairQuotes(markup: string): string {
  if (!markup.includes('&quot;')) return markup
  return markup.replace(DAMAGED_TAG, (tag) => (isSound(tag) ? tag : tag.replaceAll('&quot;', '"')))
}

/** Whether a text has a tag with `&quot;` as delimiter. */
export function hasDamagedQuotes(markup: string): boolean {
  return markup.includes('&quot;') && (markup.match(DAMAGED_TAG)?.some((tag) => !isSound(tag)) ?? false)
}

function isSound(tag: string): boolean {
  return !/=\s*&quot;/.test(tag) && (tag.split('"').length - 1) % 2 === 0
}
