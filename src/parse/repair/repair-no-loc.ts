const NO_LOC = /[:：](?:\s?[:：]){2}\s*no\s?[-‐–—_]?\s?loc\b([^:：]{0,1000})[:：](?:\s?[:：]){2}/gi
const QUOTED = /(?:"|“|”|„|«\s?|»|＂|&\s?quot;|')(.*?)(?:"|“|”|«|\s?»|＂|&\s?quot;|')\s*$/i
const SOUND = /:::no-loc\s+text\s*=\s*"([^"]*)"\s*:::/gi

/** The texts that a side marks as not to be translated. */
export function noLocTexts(markup: string): string[] {
  return [...markup.matchAll(SOUND)].map(([, text]) => text ?? '')
}

/** Writes `:::no-loc text="…":::` as it has to be; a text that cannot be read is that of the source side, where there are as many. */
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
