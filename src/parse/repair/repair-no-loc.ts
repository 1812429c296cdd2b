const NO_LOC = /[:：](?:\s?[:：]){2}\s*no\s?[-‐–—_]?\s?loc\b([^:：]{0,1000})[:：](?:\s?[:：]){2}/gi
const QUOTED = /(?:"|“|”|„|«\s?|»|＂|&\s?quot;|')(.*?)(?:"|“|”|«|\s?»|＂|&\s?quot;|')\s*$/i
const SOUND = /:::no-loc\s+text\s*=\s*"([^"]*)"\s*:::/gi

/** Lists the texts that a side marks as not to translate. */
export function noLocTexts(markup: string): string[] {
  return [...markup.matchAll(SOUND)].map(([, text]) => text ?? '')
}

/**
 * Restores the form `:::no-loc text="…":::`; an unreadable text is replaced by the source side's, if both sides
 * have equally many.
 */
export function repairNoLoc(markup: string, texts: readonly string[]): string {
  const count = [...markup.matchAll(NO_LOC)].length
  let next = 0
  return markup.replace(NO_LOC, (_, written: string) => {
    const attribute = written.trim()
    const original = count === texts.length ? texts[next] : undefined
    next++
    const text = QUOTED.exec(attribute)?.[1] ?? original ?? attribute.replace(/^.*=/, '')
    return `:::no-loc text="${(texts.includes(text) ? text : (original ?? text)).replaceAll('"', '')}":::`
  })
}
