import type { FoundPlaceholder } from './find-placeholders.ts'

/** Characters of the text that are looked at, before and after a placeholder. */
const FAR = 300
/** Sentences that describe how something is written, whoever writes it: “in the format sip:<name>@<domain>”. */
const DESCRIBES_SYNTAX = /\b(?:formats?|syntax|in the form)\b/i
/** Words for parts of a screen or a file, whose names can have brackets: “the <CompanyName> field”. */
const PART_OF_SCREEN =
  /^["”]?\s+(?:field|box|check box|column|tab|page|button|node|element|section|option|tag|list|parameter|attribute|variable|menu|window|dialog)s?\b/i
/** The end of what is before a placeholder in an address, a path, an account or the value of a parameter. */
const JOINED_BEFORE = /(?:[\p{L}\p{N}>}%][.:/\\@_-]{1,3}|^\\\\|(?:[?&][\w.-]+|\b[A-Z_]{3,})=\\?)$/u
/** The beginning of what is after it there. */
const JOINED_AFTER = /^(?:[/\\@_]{1,2}[\p{L}\p{N}<{]|\.[\p{Ll}\p{N}<{]|:[/\\\d<{])/u
/** A command with parameters, up to the value that a placeholder is. */
const COMMAND_BEFORE =
  /(?:^|[\s("“:])(?:[A-Z][a-z]+-[A-Z]\w+|[\w.\\-]+\.(?:exe|ps1|cmd|bat|msi|sh))(?:\s+(?:[-–—/]\w[\w-]*:?(?:\s+[^\s<>"“”–—/-]\S*)?|<[^<>]*>|"[^"]*"|“[^”]*”))*\s+["“]?$/
/** A verb of typing, at most one word that is the program, and the values before this one. */
const TYPED_BEFORE =
  /\b(?:type|enter|key in|run|execute|(?:browse|navigate) to)\s+["“]?(?:(?!(?:the|an?|your|this|that|as|in|on|at|to|for|with|from|of|by|into|any|all|each|only|one|its|their|and|or)\b)[\w.-]+\s+)?(?:<[^<>]*>\s+(?:or\s+)?)*["“]?$/i

/**
 * Finds the placeholders of an English text that are something to fill in, each with the words that show it: an address, path or account
 * that it is a part of, or a command that it is a value of. Others are names on the screen or describe syntax.
 */
export function usesInText(
  text: string,
  placeholders: readonly FoundPlaceholder[],
): readonly (FoundPlaceholder & { readonly use: string })[] {
  let masked = text
  for (const { start, end, written } of placeholders)
    masked = masked.slice(0, start) + written.replace(/\s/g, '_') + masked.slice(end)
  return placeholders.flatMap((each) => {
    const use = useOf(text, masked, each)
    return use === null ? [] : [{ ...each, use }]
  })
}

/** @param masked the text with each placeholder as one word. */
function useOf(text: string, masked: string, { start, end, written }: FoundPlaceholder): string | null {
  const before = text
    .slice(Math.max(0, start - FAR), start)
    .split(/[.!?]\s|[\n\uFFFC]/)
    .at(-1)!
  const left = /[^\s"“”„«»'‘’()\uFFFC]*$/.exec(masked.slice(Math.max(0, start - FAR), start))![0]
  const right = /^[^\s"“”„«»'‘’()\uFFFC]*/.exec(masked.slice(end, end + FAR))![0].replace(/[.,;:!?]+$/, '')
  if (DESCRIBES_SYNTAX.test(before) && !/^https?:/i.test(left)) return null
  if (JOINED_BEFORE.test(left) || JOINED_AFTER.test(right))
    return text.slice(start - left.length, end + right.length)
  if (PART_OF_SCREEN.test(text.slice(end, end + FAR))) return null
  const command = COMMAND_BEFORE.exec(before) ?? TYPED_BEFORE.exec(before)
  return command && `${command[0].trim()} ${written}`
}
